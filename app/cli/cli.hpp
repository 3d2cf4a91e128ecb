// strandlab-cli: options -> one command -> exit status.
#pragma once

namespace strand::cli {

/// Runs one command line to its end. The exit status: 0, or the ErrorCode of what went wrong; never throws.
int run(int argc, char** argv);

}  // namespace strand::cli
