# SPDX-License-Identifier: Apache-2.0
# A generated page is what the program writes today.
# usage: cmake -DCOOPSIM=... -DWHAT=parameters -DPAGE=docs/parameters.md -P same_page.cmake
execute_process(COMMAND ${COOPSIM} describe --reference ${WHAT}
                OUTPUT_VARIABLE written ERROR_VARIABLE words RESULT_VARIABLE code)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "coopsim describe --reference ${WHAT} ended with ${code}\n${words}")
endif()
file(READ ${PAGE} page)
if(NOT page STREQUAL written)
  message(FATAL_ERROR "${PAGE} is out of date; write it anew:\n"
                      "  coopsim describe --reference ${WHAT} > ${PAGE}")
endif()
