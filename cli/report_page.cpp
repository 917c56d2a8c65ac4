// SPDX-License-Identifier: Apache-2.0
#include "cli/report_page.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "cli/exit_code.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

// Beside an installed program; empty if that cannot be told.
std::filesystem::path installed_page() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return {};
  return program.parent_path().parent_path() / "share" / "coopsim" / "report.html";
}

}  // namespace

std::string report_page() {
  for (const std::filesystem::path& place :
       {installed_page(), std::filesystem::path(COOPSIM_REPORT_PAGE)}) {
    std::ifstream in(place, std::ios::binary);
    if (in) return {std::istreambuf_iterator<char>(in), {}};
  }
  throw Failure(ExitCode::no_input,
                fmt::format("the report's page has not been built: {} is not there; build it with "
                            "scripts/build_report.sh, which needs npm, in the source tree",
                            COOPSIM_REPORT_PAGE));
}

void write_page(const std::filesystem::path& file, const std::string& page) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << page;
  if (!out.flush())
    throw Failure(ExitCode::io_failed,
                  fmt::format("{} could not be written", escaped(file.string(), 300)));
}

}  // namespace coopsim::cli
