# SPDX-License-Identifier: Apache-2.0
# embed_files(TARGET ns ROOT dir FILES a b c) compiles the files into TARGET and declares them in
# a generated header "<ns>/assets.h" as `std::span<const enact::base::Asset> enact::<ns>::assets()`.
# The bytes go in by the assembler (.incbin), so that a megabyte costs no compile time.
function(embed_files target ns)
  cmake_parse_arguments(ARG "" "ROOT" "FILES" ${ARGN})
  set(dir ${CMAKE_BINARY_DIR}/generated/${ns})
  set(asm ".section .rodata\n")
  set(table "")
  set(externs "")
  set(i 0)
  foreach(file IN LISTS ARG_FILES)
    file(RELATIVE_PATH path ${ARG_ROOT} ${file})
    string(APPEND asm ".global ${ns}_asset_${i}\n.balign 16\n${ns}_asset_${i}:\n.incbin \"${file}\"\n"
                      ".global ${ns}_asset_end_${i}\n${ns}_asset_end_${i}:\n.byte 0\n")
    string(APPEND externs "extern const char ${ns}_asset_${i}[];\nextern const char ${ns}_asset_end_${i}[];\n")
    string(APPEND table "      {\"${path}\", view(${ns}_asset_${i}, ${ns}_asset_end_${i})},\n")
    math(EXPR i "${i} + 1")
  endforeach()
  string(APPEND asm ".section .note.GNU-stack,\"\",@progbits\n")
  file(GENERATE OUTPUT ${dir}/assets.S CONTENT "${asm}")
  file(GENERATE OUTPUT ${dir}/assets.h CONTENT "#pragma once
#include <span>
#include \"base/asset.h\"
namespace enact::${ns} {
std::span<const base::Asset> assets();
}
")
  file(GENERATE OUTPUT ${dir}/assets.cpp CONTENT "#include \"${ns}/assets.h\"
extern \"C\" {
${externs}}
namespace enact::${ns} {
namespace {
[[maybe_unused]] std::string_view view(const char* from, const char* to) {
  return {from, static_cast<std::size_t>(to - from)};
}
}  // namespace
std::span<const base::Asset> assets() {
  static const std::vector<base::Asset> all{
${table}  };
  return all;
}
}  // namespace enact::${ns}
")
  set_source_files_properties(${dir}/assets.S PROPERTIES OBJECT_DEPENDS "${ARG_FILES}" GENERATED ON)
  set_source_files_properties(${dir}/assets.cpp PROPERTIES GENERATED ON)
  target_sources(${target} PRIVATE ${dir}/assets.S ${dir}/assets.cpp)
  target_include_directories(${target} PUBLIC ${CMAKE_BINARY_DIR}/generated ${CMAKE_SOURCE_DIR}/src)
endfunction()
