// SPDX-License-Identifier: Apache-2.0
#include "cli/block_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "cli/exit_code.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

// What stands before the next `mark`, which is taken off as well; the whole where there is none.
std::string_view next_word(std::string_view& rest, char mark) {
  const std::size_t end = std::min(rest.find(mark), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return word;
}

struct Range {
  std::size_t first = 0, count = 0;
};

// "3-5", within [0, size).
std::optional<Range> range_in(std::string_view text, std::size_t size) {
  const std::string_view first_text = next_word(text, '-');
  const auto first = whole_number(first_text, 0, std::int64_t(size) - 1);
  const auto last = whole_number(text, 0, std::int64_t(size) - 1);
  if (!first || !last || *last < *first) return std::nullopt;
  return Range{std::size_t(*first), std::size_t(*last - *first + 1)};
}

[[noreturn]] void refuse(std::string_view line, const std::string& allowed) {
  throw Failure(ExitCode::bad_data,
                fmt::format("{}: is no block of this sweep: {}. coopsim blocks lists them",
                            escaped(line, 200), allowed));
}

}  // namespace

std::string block_text(const SweepBlock& block) {
  return fmt::format("{}-{} {}-{} {}", block.first_point, block.first_point + block.points - 1,
                     block.first_replication, block.first_replication + block.replications - 1,
                     fmt::join(block.policies, ","));
}

SweepBlock block_from(std::string_view line, const SweepExtent& extent) {
  while (line.ends_with(' ') || line.ends_with('\r')) line.remove_suffix(1);
  std::string_view rest = line;
  const auto points = range_in(next_word(rest, ' '), extent.points);
  if (!points) refuse(line, fmt::format("its design points are 0-{}", extent.points - 1));
  const auto replications = range_in(next_word(rest, ' '), extent.replications);
  if (!replications)
    refuse(line, fmt::format("its replications are 0-{}", extent.replications - 1));
  SweepBlock block{points->first, points->count, replications->first, replications->count, {}};
  while (!rest.empty()) block.policies.emplace_back(next_word(rest, ','));
  const bool known = std::ranges::all_of(block.policies, [&](const std::string& name) {
    return std::ranges::count(extent.policies, name) > 0 &&
           std::ranges::count(block.policies, name) == 1;
  });
  if (block.policies.empty() || !known)
    refuse(line, fmt::format("its policies are {}", fmt::join(extent.policies, ",")));
  return block;
}

}  // namespace coopsim::cli
