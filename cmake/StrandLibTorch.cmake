# LibTorch, from the wheel unpacked into the build folder: the target torch::cpu (libtorch_cpu and libc10, nothing of CUDA).
# TorchConfig.cmake of the wheel is not used, since it insists on a CUDA toolkit.

find_package(Python3 REQUIRED COMPONENTS Interpreter)

set(STRAND_LIBTORCH_DIR "${CMAKE_BINARY_DIR}/libtorch" CACHE PATH "Where LibTorch lies unpacked")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
  "${PROJECT_SOURCE_DIR}/cmake/libtorch-cpu.txt" "${PROJECT_SOURCE_DIR}/cmake/libtorch-cuda.txt")
execute_process(
  COMMAND "${Python3_EXECUTABLE}" "${PROJECT_SOURCE_DIR}/cmake/fetch_libtorch.py" "${STRAND_LIBTORCH_DIR}"
  COMMAND_ERROR_IS_FATAL ANY)

set(STRAND_LIBTORCH_LIB "${STRAND_LIBTORCH_DIR}/torch/lib")
set(_torch_includes "${STRAND_LIBTORCH_DIR}/torch/include" "${STRAND_LIBTORCH_DIR}/torch/include/torch/csrc/api/include")

add_library(torch::c10 SHARED IMPORTED)
set_target_properties(torch::c10 PROPERTIES
  IMPORTED_LOCATION "${STRAND_LIBTORCH_LIB}/libc10.so"
  INTERFACE_INCLUDE_DIRECTORIES "${_torch_includes}")
add_library(torch::cpu SHARED IMPORTED)
set_target_properties(torch::cpu PROPERTIES
  IMPORTED_LOCATION "${STRAND_LIBTORCH_LIB}/libtorch_cpu.so"
  INTERFACE_INCLUDE_DIRECTORIES "${_torch_includes}"
  INTERFACE_LINK_LIBRARIES "torch::c10;Threads::Threads"
  # libtorch_cpu needs the CUDA runtime and CUPTI, which lie beside it; a linker other than mold wants to see them.
  INTERFACE_LINK_OPTIONS "-Wl,-rpath-link,${STRAND_LIBTORCH_LIB}:${STRAND_LIBTORCH_DIR}/nvidia/cu13/lib")

# One precompiled header for everything that uses torch (it costs half a minute).
add_library(strand_torch_pch OBJECT "${PROJECT_SOURCE_DIR}/cmake/torch_pch.cpp")
target_link_libraries(strand_torch_pch PRIVATE torch::cpu)
target_include_directories(strand_torch_pch PRIVATE "${PROJECT_SOURCE_DIR}/engine")
target_precompile_headers(strand_torch_pch PRIVATE <layers/torch.hpp>) # no path of this machine in it, for a shared compiler cache
strand_warnings(strand_torch_pch CONVERSION) # -Wpedantic changes predefined macros, which must agree
