# translations/strandlab_*.ts -> *.qm -> Qt resources under :/i18n. `update_translations` collects the texts anew.

file(GLOB STRAND_TS_FILES CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/translations/strandlab_*.ts")
set(STRAND_QM_FILES)
foreach(ts IN LISTS STRAND_TS_FILES)
  get_filename_component(name "${ts}" NAME_WE)
  set(qm "${CMAKE_BINARY_DIR}/i18n/${name}.qm")
  add_custom_command(OUTPUT "${qm}"
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${CMAKE_BINARY_DIR}/i18n"
    COMMAND Qt6::lrelease -silent "${ts}" -qm "${qm}"
    DEPENDS "${ts}" COMMENT "Translation ${name}" VERBATIM)
  list(APPEND STRAND_QM_FILES "${qm}")
endforeach()
# One target owns the rule, so that two users of the files do not run it twice at the same time.
add_custom_target(strand_translations DEPENDS ${STRAND_QM_FILES})

# strand_translations(<target>): embeds the translations.
function(strand_translations target)
  if(NOT STRAND_QM_FILES)
    return()
  endif()
  set(qrc "${CMAKE_BINARY_DIR}/i18n/${target}_i18n.qrc")
  set(entries "")
  foreach(qm IN LISTS STRAND_QM_FILES)
    get_filename_component(name "${qm}" NAME)
    string(APPEND entries "    <file alias=\"${name}\">${qm}</file>\n")
  endforeach()
  file(CONFIGURE OUTPUT "${qrc}" CONTENT "<RCC>\n  <qresource prefix=\"/i18n\">\n${entries}  </qresource>\n</RCC>\n")
  set(source "${CMAKE_BINARY_DIR}/i18n/${target}_i18n.cpp")
  add_custom_command(OUTPUT "${source}"
    COMMAND Qt6::rcc --name ${target}_i18n -o "${source}" "${qrc}"
    DEPENDS "${qrc}" ${STRAND_QM_FILES} strand_translations VERBATIM)
  set_source_files_properties("${source}" PROPERTIES SKIP_AUTOGEN ON SKIP_PRECOMPILE_HEADERS ON)
  target_sources(${target} PRIVATE "${source}")
endfunction()

add_custom_target(update_translations
  COMMAND Qt6::lupdate -no-obsolete -locations relative -tr-function-alias QT_TRANSLATE_NOOP+=STRAND_TEXT
    ui app engine -ts translations/strandlab_zh_CN.ts translations/strandlab_en.ts
  WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}" COMMENT "Collecting the texts to translate" VERBATIM)
