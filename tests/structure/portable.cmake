# SPDX-License-Identifier: Apache-2.0
# Builds the `portable` preset in FOLDER and holds that its libraries ask neither for TBB nor HDF5.
# FOLDER lies as deep as the other build folders, and the flags are theirs: ccache then finds what they
# compiled.
# usage: cmake -DSOURCE=... -DFOLDER=... -DWERROR=ON|OFF -P portable.cmake
function(run)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${SOURCE} RESULT_VARIABLE code
                  OUTPUT_VARIABLE words ERROR_VARIABLE words)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "${words}")
  endif()
  set(words "${words}" PARENT_SCOPE)
endfunction()

run(${CMAKE_COMMAND} --preset portable -B ${FOLDER} -DCOOPSIM_WERROR=${WERROR})
run(${CMAKE_COMMAND} --build ${FOLDER})
file(GLOB libraries ${FOLDER}/sim/*.a ${FOLDER}/policies/*.a ${FOLDER}/scenarios/*.a)
if(NOT libraries)
  message(FATAL_ERROR "the portable preset built no library in ${FOLDER}")
endif()
foreach(library IN LISTS libraries)
  run(nm --undefined-only --demangle ${library})
  if(words MATCHES "tbb::|H5[A-Z]+[a-z]+")
    message(FATAL_ERROR "${library} asks for ${CMAKE_MATCH_0}")
  endif()
endforeach()
