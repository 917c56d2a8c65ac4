# SPDX-License-Identifier: Apache-2.0
# For ../drop_in.py alone: the big headers are read once a room instead of once a source. Nothing of
# the project asks for it, so that every source still includes what it needs.
function(read_big_headers_once)
  target_precompile_headers(coopsim_sim PRIVATE ${PROJECT_SOURCE_DIR}/sim/context.hpp)
  target_precompile_headers(coopsim_policies PRIVATE ${PROJECT_SOURCE_DIR}/policies/catalogue.hpp)
  target_precompile_headers(coopsim_scenarios PRIVATE ${PROJECT_SOURCE_DIR}/policies/catalogue.hpp)
endfunction()
cmake_language(DEFER DIRECTORY ${CMAKE_SOURCE_DIR} CALL read_big_headers_once)
