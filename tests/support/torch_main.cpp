// main() of the test programs with LibTorch. ctest starts one for each of some 1,500 tests, and a third of the time of a start goes to
// taking LibTorch's registries down again in the end: they are left to the system.
#include <gmock/gmock.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>

int main(int argc, char** argv) {
    testing::InitGoogleMock(&argc, argv);
    const int status = RUN_ALL_TESTS();
#ifdef __SANITIZE_ADDRESS__
    return status;  // which looks for leaks in the end
#else
    std::cout.flush();
    std::fflush(nullptr);
    _exit(status);
#endif
}
