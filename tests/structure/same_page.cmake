# SPDX-License-Identifier: Apache-2.0
# A generated page is what the program writes today: `--reference WHAT`, or `--template`.
# usage: cmake -DCOOPSIM=... -DWHAT=parameters -DPAGE=docs/parameters.md -P same_page.cmake
set(words --reference ${WHAT})
if(WHAT STREQUAL "template")
  set(words --template)
endif()
string(REPLACE ";" " " shown "coopsim describe ${words}")
execute_process(COMMAND ${COOPSIM} describe ${words}
                OUTPUT_VARIABLE written ERROR_VARIABLE message RESULT_VARIABLE code)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "${shown} ended with ${code}\n${message}")
endif()
file(READ ${PAGE} page)
if(NOT page STREQUAL written)
  message(FATAL_ERROR "${PAGE} is out of date; write it anew:\n  ${shown} > ${PAGE}")
endif()
