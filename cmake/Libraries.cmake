# SPDX-License-Identifier: Apache-2.0
# The third-party libraries, each as one target that a room names in LIBS. All are Debian 12
# packages; tools/install-deps holds the matching list.
find_package(Threads REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(ZLIB REQUIRED)
find_package(CURL REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(nlohmann_json REQUIRED)

function(enact_system_library target)
  add_library(${target} INTERFACE)
  target_link_libraries(${target} INTERFACE ${ARGN})
endfunction()

enact_system_library(soci soci_core soci_sqlite3 soci_postgresql sqlite3 pq dl)
target_include_directories(soci SYSTEM INTERFACE /usr/include/postgresql)
enact_system_library(cmark cmark-gfm cmark-gfm-extensions)
enact_system_library(sodium libsodium.so)
enact_system_library(yaml yaml-cpp)
enact_system_library(qr qrencode)
enact_system_library(archive libarchive.so)
enact_system_library(eigen)
target_include_directories(eigen SYSTEM INTERFACE /usr/include/eigen3)
enact_system_library(lemon liblemon.so)

if(ENACT_TESTS)
  find_package(GTest REQUIRED)
  enact_system_library(properties rapidcheck)
endif()
