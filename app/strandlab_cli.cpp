#include "cli/cli.hpp"

int main(int argc, char** argv) { return strand::cli::run(argc, argv); }
