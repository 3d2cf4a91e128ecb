# The shapes of target in this project. Sources are found by folder, so that a new file needs no change here.

# strand_sources(<variable>): the sources of the current folder and the folders below it.
function(strand_sources variable)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  set(${variable} ${sources} PARENT_SCOPE)
endfunction()

# strand_uses_torch(<target>): the shared precompiled header.
function(strand_uses_torch target)
  target_precompile_headers(${target} REUSE_FROM strand_torch_pch)
endfunction()

# strand_library(<name> [TORCH] [LINKS ...] [PRIVATE_LINKS ...]): the shared library strand_<name> of an engine folder.
# It links only what it may include; -z defs makes a wrong arrow fail to link. TORCH: sources see the precompiled header.
function(strand_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "TORCH" "" "LINKS;PRIVATE_LINKS")
  set(target strand_${name})
  strand_sources(sources)
  if(NOT sources)
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE "${PROJECT_SOURCE_DIR}/engine")
    target_link_libraries(${target} INTERFACE ${arg_LINKS})
    return()
  endif()
  add_library(${target} SHARED ${sources})
  target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}/engine")
  target_link_libraries(${target} PUBLIC ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS})
  target_link_options(${target} PRIVATE -Wl,-z,defs)
  set_target_properties(${target} PROPERTIES
    DEFINE_SYMBOL "" BUILD_RPATH "$ORIGIN" INSTALL_RPATH "$ORIGIN:$ORIGIN/torch/lib")
  strand_warnings(${target} CONVERSION)
  if(arg_TORCH)
    strand_uses_torch(${target})
  endif()
  set_property(GLOBAL APPEND PROPERTY STRAND_LIBRARIES ${target})
endfunction()

# strand_program(<target> SOURCES ... LINKS ...): a program that finds its libraries in the build and in an installed tree.
function(strand_program target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
  add_executable(${target} ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE ${arg_LINKS})
  set_target_properties(${target} PROPERTIES
    BUILD_RPATH "$ORIGIN/../lib" INSTALL_RPATH "$ORIGIN/../${STRAND_PRIVATE_LIBDIR}")
  strand_warnings(${target})
  set_property(GLOBAL APPEND PROPERTY STRAND_PROGRAMS ${target})
endfunction()
