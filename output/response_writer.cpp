// SPDX-License-Identifier: Apache-2.0
#include "output/response_writer.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <stdexcept>

#include "output/format.hpp"

namespace coopsim {
namespace {

constexpr std::size_t buffer_bytes = std::size_t(64) << 20;
constexpr std::size_t most_replications_a_block = 64;

hsize_t cells_of(const Series& series) { return split_size(series.split); }

std::vector<hsize_t> box(const Series& series, std::initializer_list<hsize_t> first, hsize_t cells,
                         hsize_t years) {
  std::vector<hsize_t> axes(first);
  if (series.split != Split::whole) axes.push_back(cells);
  axes.push_back(years);
  return axes;
}

}  // namespace

ResponseWriter::ResponseWriter(hid_t file, const Scenario& scenario, const StudyShape& shape,
                               const ResponseLayout& layout, const Packing& packing,
                               FileIndex& index)
    : shape_(shape),
      layout_(layout),
      packing_(packing),
      yearly_{shape.first_policy(), shape.policies.size(), {}},
      worlds_{0, shape.first_policy(), {}} {
  const std::size_t one = shape.worlds() * layout.size() * sizeof(double);
  block_ = std::clamp<std::size_t>(buffer_bytes / std::max<std::size_t>(one, 1), 1,
                                   std::min(most_replications_a_block, shape.replications));
  if (block_ < shape.replications) block_ = std::bit_floor(block_);  // whole chunks in a block
  buffer_.resize(block_ * shape.worlds() * layout.size());
  LabelledGroup yearly(file, group::yearly,
                       "every response by policy, replication and year; the years before "
                       "policies_start are the same history under every policy",
                       index);
  add_policy_axis(yearly, shape, scenario);
  add_replication_axis(yearly, shape);
  add_split_axes(yearly);
  add_year_axis(yearly, shape);
  yearly.close_axes();
  create(yearly, "policy", yearly_);
  if (!shape.reference_worlds) return;
  LabelledGroup worlds(file, group::worlds,
                       "the same responses in the reference worlds NONE and STOP", index);
  add_world_axis(worlds);
  add_replication_axis(worlds, shape);
  add_split_axes(worlds);
  add_year_axis(worlds, shape);
  worlds.close_axes();
  create(worlds, "world", worlds_);
}

void ResponseWriter::create(LabelledGroup& group, std::string_view first_axis, Part& part) {
  for (const Series& series : layout_.series()) {
    std::vector<std::string_view> axes = {first_axis, "replication"};
    if (series.split != Split::whole) axes.push_back(split_axis(series.split));
    axes.push_back("year");
    const std::size_t bytes_of_one = part.worlds * cells_of(series) * shape_.years * sizeof(double);
    std::vector<hsize_t> chunk;
    std::size_t together = 0;
    if (packing_.wanted && bytes_of_one * shape_.replications > h5::unpacked_at_most) {
      together = replications_a_chunk(bytes_of_one);
      chunk = box(series, {part.worlds, together}, cells_of(series), shape_.years);
    }
    VariableText text = variable_text(series);
    constexpr std::string_view forms[] = {"sum", "mean", "last"};
    text.total = forms[std::size_t(metrics()[series.metric].total)];
    part.variables.push_back(
        {group.numbers(variable_name(series), axes, text, std::move(chunk)), together});
  }
}

std::size_t ResponseWriter::replications_a_chunk(std::size_t bytes_of_one) const {
  std::size_t together = 1;
  while (2 * together <= block_ && 2 * together * bytes_of_one <= h5::chunk_bytes_at_most)
    together *= 2;
  return together;
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
  std::vector<h5::ChunkToWrite> chunks;
  for (const Part* part : {&yearly_, &worlds_})
    for (std::size_t s = 0; s < part->variables.size() && kept_ > 0; ++s)
      if (part->variables[s].together == 0)
        write(*part, s);
      else
        pack(*part, s, chunks);
  h5::write_packed(chunks, packing_.threads);
  block_begin_ += kept_;
  kept_ = 0;
}

const double* ResponseWriter::kept(std::size_t world, std::size_t replication,
                                   std::size_t series) const {
  return buffer_.data() + (world * block_ + replication) * layout_.size() +
         layout_.series()[series].offset;
}

void ResponseWriter::write(const Part& part, std::size_t number) {
  const Series& series = layout_.series()[number];
  const std::size_t length = cells_of(series) * shape_.years;
  box_.resize(kept_ * length);
  for (std::size_t world = 0; world < part.worlds; ++world) {
    for (std::size_t r = 0; r < kept_; ++r)
      std::copy_n(kept(part.first_world + world, r, number), length, box_.data() + r * length);
    h5::write_box(part.variables[number].dataset, box(series, {world, block_begin_}, 0, 0),
                  box(series, {1, kept_}, cells_of(series), shape_.years), box_.data());
  }
}

// Replications that a chunk has beyond the last one are filled with NaN.
void ResponseWriter::pack(const Part& part, std::size_t number,
                          std::vector<h5::ChunkToWrite>& into) const {
  const Series& series = layout_.series()[number];
  const Variable& variable = part.variables[number];
  const std::size_t together = variable.together, length = cells_of(series) * shape_.years;
  for (std::size_t begin = 0; begin < kept_; begin += together)
    into.push_back({variable.dataset, box(series, {0, block_begin_ + begin}, 0, 0),
                    part.worlds * together * length,
                    [this, &part, number, begin, together, length](std::span<double> values) {
                      std::ranges::fill(values, std::numeric_limits<double>::quiet_NaN());
                      const std::size_t replications = std::min(together, kept_ - begin);
                      for (std::size_t world = 0; world < part.worlds; ++world)
                        for (std::size_t r = 0; r < replications; ++r)
                          std::copy_n(kept(part.first_world + world, begin + r, number), length,
                                      values.data() + (world * together + r) * length);
                    }});
}

void ResponseWriter::read_policy(std::size_t number, std::size_t policy,
                                 std::vector<double>& values) const {
  const Series& series = layout_.series()[number];
  values.resize(shape_.replications * cells_of(series) * shape_.years);
  h5::read_box(yearly_.variables[number].dataset, box(series, {policy, 0}, 0, 0),
               box(series, {1, shape_.replications}, cells_of(series), shape_.years),
               H5T_NATIVE_DOUBLE, values.data());
}

void ResponseWriter::close(std::size_t series) { yearly_.variables[series].dataset = {}; }

}  // namespace coopsim
