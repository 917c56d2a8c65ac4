// SPDX-License-Identifier: Apache-2.0
// How an error is told: plain text on stderr, and with --json one document on stdout.
#pragma once
#include <string>

#include "cli/exit_code.hpp"

namespace coopsim {
class ScenarioError;
struct ResultError;
}  // namespace coopsim

namespace coopsim::cli {

// Each gives the code to end with.
ExitCode report(const Failure& failure, bool json);
ExitCode report(const ResultError& error, bool json);
ExitCode report(const ScenarioError& error, bool json);
// An exception that nobody expected.
ExitCode report_our_bug(const std::string& what, bool json);

}  // namespace coopsim::cli
