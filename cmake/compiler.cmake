# SPDX-License-Identifier: Apache-2.0
# Flags that every target shares. Results must not depend on the processor or the compiler:
# no -march=native, no -ffast-math, no contraction into fused multiply-add.
add_library(coopsim_flags INTERFACE)
target_compile_features(coopsim_flags INTERFACE cxx_std_20)
target_compile_options(coopsim_flags INTERFACE -ffp-contract=off)
target_include_directories(coopsim_flags INTERFACE
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/coopsim>)

add_library(coopsim_warnings INTERFACE)
# g++ 12 warns of overlapping copies and uninitialised members inside its own std::string and
# std::shared_ptr when it inlines them (GCC bugs 105651, 105562); g++ 13 and clang do not.
set(COOPSIM_GCC12 "$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>")
target_compile_options(coopsim_warnings INTERFACE -Wall -Wextra -Wconversion
  $<${COOPSIM_GCC12}:-Wno-restrict> $<${COOPSIM_GCC12}:-Wno-maybe-uninitialized>
  $<$<BOOL:${COOPSIM_WERROR}>:-Werror>)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  # Paths relative to the tree: another build folder or a copy of the tree finds what this one left.
  # And what ccache's manual asks of who compiles with precompiled headers, as the tests do.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}
                                  CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE_PROGRAM})
endif()
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
  add_link_options(-fuse-ld=mold)
endif()

# Code that reads, prints and tests, where nothing runs hot: a release compiles it a third faster.
function(coopsim_compile_fast target)
  target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
endfunction()

# coopsim_room(<name> SOURCES ... LINKS ...): one static library per folder; LINKS is the arrow diagram.
function(coopsim_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(coopsim_${name} STATIC ${ROOM_SOURCES})
  add_library(coopsim::${name} ALIAS coopsim_${name})
  set_target_properties(coopsim_${name} PROPERTIES EXPORT_NAME ${name})
  target_link_libraries(coopsim_${name} PUBLIC coopsim_flags ${ROOM_LINKS}
                        PRIVATE $<BUILD_INTERFACE:coopsim_warnings> ${ROOM_PRIVATE_LINKS})
endfunction()
