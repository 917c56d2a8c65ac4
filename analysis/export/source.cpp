// SPDX-License-Identifier: Apache-2.0
#include "analysis/export/source.hpp"

#include <fmt/core.h>

namespace coopsim::exporting {
namespace {

bool says_sweep(const CheckedFile& file) { return file.root_text("kind") == "sweep"; }

// "-" stands in the file where there is nothing to say.
std::string unless_none(std::string text) { return text == "-" ? std::string() : text; }

}  // namespace

Source::Source(const std::filesystem::path& file) : file_(file) {
  if (says_sweep(file_)) {
    facts_ = ResultReader::facts_of_sweep(file_);
  } else {
    result_.emplace(file_);
    facts_ = result_->facts();
  }
}

Axis Source::axis(std::string_view group, const std::string& name) const {
  const std::string path = fmt::format("{}/{}", group, name);
  Axis axis{name, told(path).label, file_.holds_integers(path), {}, {}};
  if (axis.numbers)
    for (const std::int32_t number : file_.integers(path))
      axis.codes.push_back(std::to_string(number));
  else
    axis.codes = file_.texts(path);
  for (const char* const kind : {"name", "label"}) {
    const std::string named = fmt::format("{}_{}_", path, kind);
    if (!file_.has(named + "en") || !file_.has(named + "ko")) continue;
    const auto english = file_.texts(named + "en"), korean = file_.texts(named + "ko");
    if (english.size() != axis.codes.size() || korean.size() != axis.codes.size())
      file_.damaged(fmt::format("{} and its names do not agree", path));
    for (std::size_t i = 0; i < english.size(); ++i) axis.names.push_back({english[i], korean[i]});
    break;
  }
  return axis;
}

Told Source::told(const std::string& dataset) const {
  const auto text = [&](std::string_view name) { return file_.group_text(dataset, name); };
  return {text("units"),
          text("description"),
          unless_none(text("total")),
          unless_none(text("missing")),
          {text("long_name"), text("long_name_ko")}};
}

}  // namespace coopsim::exporting
