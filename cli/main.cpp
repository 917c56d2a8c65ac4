// SPDX-License-Identifier: Apache-2.0
// coopsim: parse the command line, run the command, tell the shell how it went.
#include <fmt/core.h>

#include <algorithm>
#include <exception>
#include <new>

#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"
#include "cli/failure_report.hpp"
#include "cli/terminal.hpp"
#include "output/result_error.hpp"
#include "scenarios/reader.hpp"

namespace {

using namespace coopsim;
using namespace coopsim::cli;

ExitCode run_command(const std::vector<std::string>& words) {
  return std::visit([](const auto& arguments) { return execute(arguments); }, parse(words));
}

// Every way in which a command can end.
ExitCode run_and_report(const std::vector<std::string>& words) {
  const bool json = std::find(words.begin(), words.end(), "--json") != words.end();
  try {
    return run_command(words);
  } catch (const Failure& failure) {
    return report(failure, json);
  } catch (const ScenarioError& error) {
    return report(error, json);
  } catch (const ResultError& error) {
    return report(error, json);
  } catch (const std::bad_alloc&) {
    return report(Failure(ExitCode::io_failed,
                          "not enough memory; use fewer threads (-j) or fewer firms "
                          "(--set firms.count=...), and see coopsim plan"),
                  json);
  } catch (const std::exception& error) {
    return report_our_bug(error.what(), json);
  } catch (...) {
    return report_our_bug("an unknown exception", json);
  }
}

}  // namespace

int main(int argc, char** argv) {
  secure_standard_streams();
  return static_cast<int>(run_and_report({argv + std::min(argc, 1), argv + argc}));
}
