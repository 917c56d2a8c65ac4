// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/data/page.hpp"

namespace coopsim::report {

std::string inside_script(std::string_view json) {
  std::string safe;
  safe.reserve(json.size() + json.size() / 64);
  for (const char c : json) {
    if (c == '<')
      safe += "\\u003c";
    else if (c == '>')
      safe += "\\u003e";
    else if (c == '&')
      safe += "\\u0026";
    else
      safe += c;
  }
  return safe;
}

std::string with_data(std::string_view page, std::string_view json) {
  const std::size_t at = page.find(placeholder);
  if (at == std::string_view::npos || page.find(placeholder, at + 1) != std::string_view::npos)
    return {};
  std::string whole(page.substr(0, at));
  whole += inside_script(json);
  whole += page.substr(at + placeholder.size());
  return whole;
}

}  // namespace coopsim::report
