// SPDX-License-Identifier: Apache-2.0
#include "output/response_writer.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <stdexcept>

#include "output/format.hpp"

namespace coopsim {
namespace {

constexpr std::size_t buffer_bytes = std::size_t(64) << 20;
constexpr std::size_t most_replications_a_block = 64, replications_a_chunk = 16;
constexpr std::size_t uncompressed_at_most = 64 << 10;  // bytes of a variable

hsize_t cells_of(const Series& series) { return split_size(series.split); }

}  // namespace

ResponseWriter::ResponseWriter(hid_t file, const Scenario& scenario, const StudyShape& shape,
                               const ResponseLayout& layout, bool compress, FileIndex& index)
    : shape_(shape), layout_(layout) {
  LabelledGroup yearly(file, group::yearly,
                       "every response by policy, replication and year; the years before "
                       "policies_start are the same history under every policy",
                       index);
  add_policy_axis(yearly, shape, scenario);
  add_replication_axis(yearly, shape);
  add_split_axes(yearly);
  add_year_axis(yearly, shape);
  yearly.close_axes();
  create(yearly, "policy", yearly_, compress);
  if (shape.reference_worlds) {
    LabelledGroup worlds(file, group::worlds,
                         "the same responses in the reference worlds NONE and STOP", index);
    add_world_axis(worlds);
    add_replication_axis(worlds, shape);
    add_split_axes(worlds);
    add_year_axis(worlds, shape);
    worlds.close_axes();
    create(worlds, "world", worlds_, compress);
  }
  const std::size_t one = shape.worlds() * layout.size() * sizeof(double);
  block_ = std::clamp<std::size_t>(buffer_bytes / std::max<std::size_t>(one, 1), 1,
                                   std::min(most_replications_a_block, shape.replications));
  buffer_.resize(block_ * shape.worlds() * layout.size());
}

void ResponseWriter::create(LabelledGroup& group, std::string_view first_axis,
                            std::vector<h5::Handle>& into, bool compress) {
  for (const Series& series : layout_.series()) {
    std::vector<std::string_view> axes = {first_axis, "replication"};
    if (series.split != Split::whole) axes.push_back(split_axis(series.split));
    axes.push_back("year");
    std::vector<hsize_t> chunk;
    hsize_t bytes = sizeof(double);
    for (const std::string_view axis : axes) bytes *= group.size_of(axis);
    if (compress && bytes > uncompressed_at_most) {
      for (const std::string_view axis : axes) chunk.push_back(group.size_of(axis));
      chunk[0] = 1;
      chunk[1] = std::min<hsize_t>(chunk[1], replications_a_chunk);
    }
    VariableText text = variable_text(series);
    constexpr std::string_view forms[] = {"sum", "mean", "last"};
    text.total = forms[std::size_t(metrics()[series.metric].total)];
    into.push_back(group.numbers(variable_name(series), axes, text, std::move(chunk)));
  }
}

void ResponseWriter::add(std::size_t replication, std::size_t world,
                         const std::vector<double>& responses) {
  if (replication == block_begin_ + block_) flush();
  kept_ = replication - block_begin_ + 1;
  const auto into =
      buffer_.begin() +
      std::ptrdiff_t((world * block_ + (replication - block_begin_)) * layout_.size());
  if (responses.empty()) {
    std::fill_n(into, layout_.size(), std::numeric_limits<double>::quiet_NaN());
    return;
  }
  if (responses.size() != layout_.size())
    throw std::logic_error("a world's responses do not fit the layout");
  std::ranges::copy(responses, into);
}

void ResponseWriter::flush() {
  for (std::size_t s = 0; s < layout_.series().size() && kept_ > 0; ++s)
    for (std::size_t world = 0; world < shape_.worlds(); ++world) write(s, world);
  block_begin_ += kept_;
  kept_ = 0;
}

void ResponseWriter::write(std::size_t number, std::size_t world) {
  const Series& series = layout_.series()[number];
  const std::size_t length = cells_of(series) * shape_.years;
  box_.resize(kept_ * length);
  for (std::size_t r = 0; r < kept_; ++r)
    std::copy_n(
        buffer_.begin() + std::ptrdiff_t((world * block_ + r) * layout_.size() + series.offset),
        length, box_.begin() + std::ptrdiff_t(r * length));
  const bool policy = world >= shape_.first_policy();
  std::vector<hsize_t> start = {policy ? world - shape_.first_policy() : world, block_begin_};
  std::vector<hsize_t> count = {1, kept_};
  if (series.split != Split::whole) {
    start.push_back(0);
    count.push_back(cells_of(series));
  }
  start.push_back(0);
  count.push_back(shape_.years);
  h5::write_box((policy ? yearly_ : worlds_)[number], start, count, box_.data());
}

void ResponseWriter::read_policy(std::size_t number, std::size_t policy,
                                 std::vector<double>& values) const {
  const Series& series = layout_.series()[number];
  std::vector<hsize_t> start = {policy, 0}, count = {1, shape_.replications};
  if (series.split != Split::whole) {
    start.push_back(0);
    count.push_back(cells_of(series));
  }
  start.push_back(0);
  count.push_back(shape_.years);
  values.resize(shape_.replications * cells_of(series) * shape_.years);
  h5::read_box(yearly_[number], start, count, H5T_NATIVE_DOUBLE, values.data());
}

}  // namespace coopsim
