# What the programs carry inside: translations under :/i18n, the files of resources/ under :/ by their path.

# strand_embed(<target> <name> PREFIX <prefix> BASE <folder> FILES ...): Qt resources named by their path below the folder.
function(strand_embed target name)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "PREFIX;BASE" "FILES;DEPENDS")
  set(entries "")
  foreach(file IN LISTS arg_FILES)
    file(RELATIVE_PATH alias "${arg_BASE}" "${file}")
    string(APPEND entries "    <file alias=\"${alias}\">${file}</file>\n")
  endforeach()
  set(stem "${CMAKE_BINARY_DIR}/resources/${target}_${name}")
  file(CONFIGURE OUTPUT "${stem}.qrc"
    CONTENT "<RCC>\n  <qresource prefix=\"${arg_PREFIX}\">\n${entries}  </qresource>\n</RCC>\n" @ONLY)
  add_custom_command(OUTPUT "${stem}.cpp"
    COMMAND Qt6::rcc --name ${target}_${name} -o "${stem}.cpp" "${stem}.qrc"
    DEPENDS "${stem}.qrc" ${arg_FILES} ${arg_DEPENDS} VERBATIM)
  set_source_files_properties("${stem}.cpp" PROPERTIES SKIP_AUTOGEN ON SKIP_PRECOMPILE_HEADERS ON)
  target_sources(${target} PRIVATE "${stem}.cpp")
endfunction()

# translations/strandlab_*.ts -> *.qm
file(GLOB ts_files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/translations/strandlab_*.ts")
file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/i18n")
set(STRAND_QM_FILES)
foreach(ts IN LISTS ts_files)
  get_filename_component(name "${ts}" NAME_WE)
  set(qm "${CMAKE_BINARY_DIR}/i18n/${name}.qm")
  add_custom_command(OUTPUT "${qm}" COMMAND Qt6::lrelease -silent "${ts}" -qm "${qm}" DEPENDS "${ts}" COMMENT "Translation ${name}" VERBATIM)
  list(APPEND STRAND_QM_FILES "${qm}")
endforeach()
# One target owns the rule, so that two users of the files do not run it at the same time.
add_custom_target(strand_translations DEPENDS ${STRAND_QM_FILES})

function(strand_translations target)
  if(STRAND_QM_FILES)
    strand_embed(${target} i18n PREFIX /i18n BASE "${CMAKE_BINARY_DIR}/i18n" FILES ${STRAND_QM_FILES} DEPENDS strand_translations)
  endif()
endfunction()

function(strand_resources target)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/resources/*")
  list(FILTER files EXCLUDE REGEX "/(LICENSE|README\\.md)$|/resources/screenshots/")
  if(files)
    strand_embed(${target} resources PREFIX / BASE "${PROJECT_SOURCE_DIR}/resources" FILES ${files})
  endif()
endfunction()

# Texts of the engine are marked STRAND_TEXT("engine", "..."), which lupdate reads as QT_TRANSLATE_NOOP, or STRAND_COUNT where they count.
# English is the language of the sources: its file holds the plurals only.
set(lupdate Qt6::lupdate -no-obsolete -locations none -tr-function-alias QT_TRANSLATE_NOOP+=STRAND_TEXT,QT_TRANSLATE_N_NOOP+=STRAND_COUNT -I "${PROJECT_SOURCE_DIR}" ui app engine)
set(ts_translated ${ts_files})
list(FILTER ts_translated EXCLUDE REGEX "strandlab_en\\.ts$")
add_custom_target(update_translations
  COMMAND ${lupdate} -ts ${ts_translated}
  COMMAND ${lupdate} -pluralonly -ts translations/strandlab_en.ts
  WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}" COMMENT "Collecting the texts to translate" VERBATIM)
