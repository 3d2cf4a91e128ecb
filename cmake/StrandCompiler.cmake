# Compiler, linker and warnings for every target.

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")
set(CMAKE_CXX_FLAGS_DEBUG "-Og -g")

set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

# A changed library is not a reason to link again what uses it.
set(CMAKE_LINK_DEPENDS_NO_SHARED ON)

# Everything is compiled with -fPIC, programs too, so that one precompiled header serves libraries, programs and tests.
set(CMAKE_POSITION_INDEPENDENT_CODE OFF)
add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fPIC>)
add_link_options($<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:-pie>)

set(STRAND_SANITIZE "" CACHE STRING "Sanitizers, as for -fsanitize=")
if(STRAND_SANITIZE)
  add_compile_options(-fsanitize=${STRAND_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${STRAND_SANITIZE})
endif()

add_compile_definitions($<$<COMPILE_LANGUAGE:CXX>:_GLIBCXX_ASSERTIONS>)
if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-U_FORTIFY_SOURCE> $<$<COMPILE_LANGUAGE:CXX>:-D_FORTIFY_SOURCE=2>)
endif()
add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fstack-protector-strong>)
add_link_options(-Wl,-z,relro,-z,now)

# Warnings of our own sources; strand_warnings(<target> [CONVERSION]) is called by the functions of StrandTargets.
function(strand_warnings target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "CONVERSION" "" "")
  set(flags -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wimplicit-fallthrough)
  if(arg_CONVERSION)
    list(APPEND flags -Wconversion)
  endif()
  if(STRAND_WERROR)
    list(APPEND flags -Werror)
  endif()
  target_compile_options(${target} PRIVATE "$<$<COMPILE_LANGUAGE:CXX>:${flags}>")
endfunction()

find_program(STRAND_MOLD mold)
find_program(STRAND_LLD ld.lld)
if(STRAND_MOLD)
  add_link_options(-fuse-ld=mold)
elseif(STRAND_LLD)
  add_link_options(-fuse-ld=lld)
endif()

find_program(STRAND_CCACHE ccache)
if(STRAND_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # The sloppiness and -fpch-preprocess are what ccache asks for to work with precompiled headers.
  set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_ctime,include_file_mtime
      CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${STRAND_CCACHE})
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
endif()
