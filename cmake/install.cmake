# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` puts where: the kernel as a library for other programs, and the command
# with its scenarios, completions and pages. The program itself is installed in cli/.
include(CMakePackageConfigHelpers)

set(COOPSIM_PACKAGE ${CMAKE_INSTALL_LIBDIR}/cmake/coopsim)
set_target_properties(coopsim_flags PROPERTIES EXPORT_NAME flags)
install(TARGETS coopsim_kernel coopsim_flags EXPORT coopsimTargets)
install(EXPORT coopsimTargets NAMESPACE coopsim:: DESTINATION ${COOPSIM_PACKAGE})
install(DIRECTORY sim/kernel DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/coopsim/sim
        FILES_MATCHING PATTERN *.hpp)
configure_package_config_file(cmake/coopsimConfig.cmake.in coopsimConfig.cmake
                              INSTALL_DESTINATION ${COOPSIM_PACKAGE})
write_basic_package_version_file(coopsimConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/coopsimConfig.cmake ${PROJECT_BINARY_DIR}/coopsimConfigVersion.cmake
              cmake/FindRandom123.cmake cmake/FindSLEEF.cmake
        DESTINATION ${COOPSIM_PACKAGE})

# As they lie in the source tree, so that links between pages hold.
install(FILES README.md CHANGELOG.md CITATION.cff LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs examples DESTINATION ${CMAKE_INSTALL_DOCDIR})

if(TARGET coopsim)
  # The program looks in ../share/coopsim/scenarios, seen from its own folder.
  install(DIRECTORY scenarios/ DESTINATION share/coopsim/scenarios FILES_MATCHING
          PATTERN *.toml PATTERN *.csv)

  # The page of the report, where it was built (scripts/build_report.sh).
  install(FILES analysis/report/dist/report.html DESTINATION share/coopsim OPTIONAL)

  # Written by the program itself, so that they never lag behind.
  set(COOPSIM_COMPLETION ${PROJECT_BINARY_DIR}/completion)
  install(CODE "
    file(MAKE_DIRECTORY \"${COOPSIM_COMPLETION}\")
    foreach(shell bash zsh)
      execute_process(COMMAND \"$<TARGET_FILE:coopsim>\" completion \${shell} COMMAND_ERROR_IS_FATAL ANY
                      OUTPUT_FILE \"${COOPSIM_COMPLETION}/\${shell}\")
    endforeach()")
  install(FILES ${COOPSIM_COMPLETION}/bash RENAME coopsim DESTINATION share/bash-completion/completions)
  install(FILES ${COOPSIM_COMPLETION}/zsh RENAME _coopsim DESTINATION share/zsh/site-functions)
endif()
