# SPDX-License-Identifier: Apache-2.0
# Every warning is an error in our own code. Debug is optimised a little, because an unoptimised
# Argon2 or Markdown pass makes the tests slow without making a debugger happier.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Werror)
# Designated initialisers of option structs leave members at their defaults on purpose.
add_compile_options(-Wno-missing-field-initializers)
# -Wrestrict gives false alarms on std::string (GCC 105651); clang-tidy does not know its name.
add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(CMAKE_CXX_CLANG_TIDY)
  add_compile_options(-Wno-unknown-warning-option)
endif()
add_compile_options(-ffp-contract=off -fno-strict-aliasing -fstack-protector-strong)
set(CMAKE_CXX_FLAGS_DEBUG "-Og -g1")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG -D_FORTIFY_SOURCE=2")
if(ENACT_SANITIZE)
  add_compile_options(-fsanitize=${ENACT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${ENACT_SANITIZE})
endif()
