// SPDX-License-Identifier: Apache-2.0
#include "output/result_reader.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cstring>

#include "output/checked_file.hpp"
#include "output/h5_write.hpp"
#include "output/inspection.hpp"
#include "output/study_shape.hpp"

namespace coopsim {

struct ResultReader::State {
  State(const std::filesystem::path& from, std::shared_ptr<const h5::Listed> inspected)
      : path(from), listed(std::move(inspected)) {}
  explicit State(const std::filesystem::path& from)
      : State(from, std::make_shared<const h5::Listed>(from)) {}

  [[noreturn]] void refuse(std::string_view what) const {
    throw ResultError(ResultFault::bad_data, fmt::format("{}: {}", path.string(), what));
  }

  const h5::Object* look_up(std::string_view name) const {
    const auto at = std::ranges::lower_bound(objects, name, {}, &h5::Object::path);
    return at != objects.end() && at->path == name ? &*at : nullptr;
  }
  const h5::Object& need(std::string_view name, h5::Kind kind) const {
    const h5::Object* object = look_up(name);
    if (!object) refuse(fmt::format("has no {}", name));
    if (object->kind != kind)
      refuse(
          fmt::format("{} holds {}, not {}", name, h5::name_of(object->kind), h5::name_of(kind)));
    return *object;
  }
  const h5::Attribute& need(const h5::Object& object, std::string_view name, h5::Kind kind) const {
    const h5::Attribute* attribute = object.find(name);
    if (!attribute || attribute->kind != kind)
      refuse(
          fmt::format("{} has no attribute {} of type {}", object.path, name, h5::name_of(kind)));
    return *attribute;
  }

  std::string text(std::string_view name) const {
    return need(objects.front(), name, h5::Kind::text).bytes;
  }
  template <class Number>
  Number number(std::string_view name, h5::Kind kind) const {
    Number value;
    std::memcpy(&value, need(objects.front(), name, kind).bytes.data(), sizeof value);
    return value;
  }
  std::vector<std::string> texts(std::string_view name) const {
    return h5::read_texts(opened.file, need(name, h5::Kind::text));
  }
  template <class Number>
  std::vector<Number> numbers(const h5::Object& object) const {
    std::vector<Number> values;
    h5::Pieces pieces(opened.file, object);
    for (auto piece = pieces.next(); !piece.empty(); piece = pieces.next()) {
      const std::size_t before = values.size();
      values.resize(before + piece.size() / sizeof(Number));
      std::memcpy(values.data() + before, piece.data(), piece.size());
    }
    return values;
  }

  bool is_sweep() const {
    const h5::Attribute* kind = objects.front().find("kind");
    return kind && kind->bytes == "sweep";
  }
  void check_version() const;
  void read_facts();
  void read_policies();
  void read_fingerprints();
  std::vector<int> whole_axis(std::string_view name) const;

  std::filesystem::path path;
  std::shared_ptr<const h5::Listed> listed;
  const h5::Opened& opened = listed->opened;
  const std::vector<h5::Object>& objects = listed->objects;
  ResultFacts facts;
  std::vector<std::string> fingerprints, world_fingerprints;
};

void ResultReader::State::check_version() const {
  const h5::Attribute* found = objects.front().find("format_version");
  if (!found || found->kind != h5::Kind::int32)
    refuse("is HDF5, but no coopsim result: it has no format_version");
  const auto version = number<std::int32_t>("format_version", h5::Kind::int32);
  if (version < oldest_readable_format || version > format_version)
    refuse(fmt::format("{} format {}, this coopsim reads {} to {}",
                       version > format_version ? "was written by a newer coopsim:" : "has",
                       version, oldest_readable_format, format_version));
}

std::vector<int> ResultReader::State::whole_axis(std::string_view name) const {
  const h5::Object& axis = need(name, h5::Kind::int32);
  const auto values = numbers<std::int32_t>(axis);
  if (axis.shape.size() != 1 || values.empty()) refuse(fmt::format("{} is no axis", name));
  for (std::size_t i = 1; i < values.size(); ++i)
    if (std::int64_t(values[i]) != std::int64_t(values[i - 1]) + 1)
      refuse(fmt::format("{} does not count up by one", name));
  return values;
}

void ResultReader::State::read_policies() {
  const auto names = texts("yearly/policy"), en = texts("yearly/policy_label_en"),
             ko = texts("yearly/policy_label_ko");
  const auto baseline = numbers<std::int8_t>(need("yearly/policy_baseline", h5::Kind::int8));
  const auto stress = numbers<std::int8_t>(need("yearly/policy_stress", h5::Kind::int8));
  if (names.empty() || en.size() != names.size() || ko.size() != names.size() ||
      baseline.size() != names.size() || stress.size() != names.size())
    refuse("the policies and their labels do not agree");
  for (std::size_t i = 0; i < names.size(); ++i) {
    facts.policies.push_back({names[i], en[i], ko[i], baseline[i] != 0, stress[i] != 0});
    if (baseline[i] != 0) facts.baseline = i;
  }
}

void ResultReader::State::read_facts() {
  facts.format_version = number<std::int32_t>("format_version", h5::Kind::int32);
  facts.title = text("title");
  facts.title_ko = text("title_ko");
  facts.coopsim_version = text("coopsim_version");
  facts.engine_version = number<std::int32_t>("engine_version", h5::Kind::int32);
  facts.start = text("start");
  facts.policies_start = text("policies_start");
  facts.end = text("end");
  facts.knowledge = text("knowledge");
  facts.seed = number<std::int64_t>("seed", h5::Kind::int64);
  facts.budget_scale = number<double>("budget_scale", h5::Kind::float64);
  facts.scenario_hash = text("scenario_hash");
  facts.run_fingerprint = text("run_fingerprint");
  facts.content_hash = text("content_hash");
  facts.failed_worlds = number<std::int32_t>("failed_worlds", h5::Kind::int32);
  facts.period = need(need("total", h5::Kind::group), "period", h5::Kind::text).bytes;
  const auto scenario = texts("provenance/scenario");
  if (scenario.size() != 1) refuse("provenance/scenario is not one text");
  facts.scenario = scenario.front();
  read_policies();
  const auto replications = whole_axis("yearly/replication"), years = whole_axis("yearly/year");
  facts.first_replication = replications.front();
  facts.replications = int(replications.size());
  facts.first_year = years.front();
  facts.last_year = years.back();
  facts.reference_worlds = look_up("worlds") != nullptr;
}

void ResultReader::State::read_fingerprints() {
  const auto replications = std::size_t(facts.replications);
  fingerprints = texts("provenance/fingerprint");
  if (fingerprints.size() != facts.policies.size() * replications)
    refuse("there is not one fingerprint for every policy and replication");
  if (!facts.reference_worlds) return;
  world_fingerprints = texts("provenance/world_fingerprint");
  if (world_fingerprints.size() != reference_worlds.size() * replications)
    refuse("there is not one fingerprint for every reference world and replication");
}

namespace {

std::optional<Fingerprint::Value> parse_fingerprint(std::string_view hex) {
  Fingerprint::Value value;
  if (hex.size() != 32) return std::nullopt;
  const char* const middle = hex.data() + 16;
  const auto high = std::from_chars(hex.data(), middle, value.high, 16);
  const auto low = std::from_chars(middle, middle + 16, value.low, 16);
  if (high.ptr != middle || low.ptr != middle + 16) return std::nullopt;
  return value;
}

}  // namespace

double NumberArray::at(std::span<const std::size_t> index) const {
  assert(index.size() == shape.size());
  std::size_t place = 0;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    assert(index[i] < shape[i]);
    place = place * shape[i] + index[i];
  }
  return values[place];
}

ResultReader::ResultReader(const std::filesystem::path& file) : ResultReader(CheckedFile(file)) {}

ResultReader::ResultReader(const CheckedFile& file)
    : state_(std::make_unique<State>(file.path(), file.listed())) {
  if (state_->is_sweep())
    state_->refuse("is the result of a sweep: for coopsim sensitivity, discover and report");
  state_->check_version();
  state_->read_facts();
  state_->read_fingerprints();
}
ResultReader::~ResultReader() = default;
ResultReader::ResultReader(ResultReader&&) noexcept = default;

bool ResultReader::is_sweep(const std::filesystem::path& file) { return State(file).is_sweep(); }
ResultFacts ResultReader::facts_of_sweep(const std::filesystem::path& file) {
  return facts_of_sweep(CheckedFile(file));
}
ResultFacts ResultReader::facts_of_sweep(const CheckedFile& file) {
  State state(file.path(), file.listed());
  state.check_version();
  state.read_facts();
  return state.facts;
}

const ResultFacts& ResultReader::facts() const { return state_->facts; }
const std::filesystem::path& ResultReader::file() const { return state_->path; }
std::uint64_t ResultReader::bytes() const { return state_->opened.bytes; }
bool ResultReader::has(std::string_view path) const { return state_->look_up(path) != nullptr; }

NumberArray ResultReader::read(std::string_view path) const {
  const h5::Object& object = state_->need(path, h5::Kind::float64);
  const auto text = [&](std::string_view name) {
    const h5::Attribute* attribute = object.find(name);
    return attribute && attribute->kind == h5::Kind::text ? attribute->bytes : std::string();
  };
  return {object.axes,
          {object.shape.begin(), object.shape.end()},
          state_->numbers<double>(object),
          text("units"),
          text("long_name"),
          text("long_name_ko")};
}

std::vector<std::int64_t> ResultReader::read_integers(std::string_view path) const {
  return state_->numbers<std::int64_t>(state_->need(path, h5::Kind::int64));
}

std::vector<std::string> ResultReader::read_texts(std::string_view path) const {
  return state_->texts(path);
}

std::optional<std::string> ResultReader::text_attribute(std::string_view group,
                                                        std::string_view name) const {
  const h5::Object* const object = state_->look_up(group);
  const h5::Attribute* const found = object ? object->find(name) : nullptr;
  if (!found || found->kind != h5::Kind::text) return std::nullopt;
  return found->bytes;
}

std::optional<double> ResultReader::number_attribute(std::string_view group,
                                                     std::string_view name) const {
  const h5::Object* const object = state_->look_up(group);
  const h5::Attribute* const found = object ? object->find(name) : nullptr;
  if (!found || found->kind != h5::Kind::float64) return std::nullopt;
  double value;
  std::memcpy(&value, found->bytes.data(), sizeof value);
  return value;
}

std::optional<std::size_t> ResultReader::policy(std::string_view name) const {
  const auto& policies = state_->facts.policies;
  const auto at = std::ranges::find(policies, name, &ResultPolicy::name);
  if (at == policies.end()) return std::nullopt;
  return std::size_t(at - policies.begin());
}

std::optional<std::size_t> ResultReader::year(int year) const {
  if (year < state_->facts.first_year || year > state_->facts.last_year) return std::nullopt;
  return std::size_t(year - state_->facts.first_year);
}

Fingerprint::Value ResultReader::fingerprint(std::size_t policy, std::size_t replication) const {
  const auto value = parse_fingerprint(
      state_->fingerprints.at(policy * std::size_t(state_->facts.replications) + replication));
  if (!value) state_->refuse("provenance/fingerprint holds something that is no fingerprint");
  return *value;
}

Fingerprint::Value ResultReader::world_fingerprint(std::size_t world,
                                                   std::size_t replication) const {
  const auto value = parse_fingerprint(
      state_->world_fingerprints.at(world * std::size_t(state_->facts.replications) + replication));
  if (!value) state_->refuse("provenance/world_fingerprint holds something that is no fingerprint");
  return *value;
}

std::vector<double> ResultReader::responses(std::size_t policy, std::size_t replication) const {
  const ResultFacts& facts = state_->facts;
  const ResponseLayout layout(facts.first_year, facts.last_year);
  std::vector<double> all(layout.size());
  for (const Series& series : layout.series()) {
    const std::string name = "yearly/" + variable_name(series);
    const h5::Object& object = state_->need(name, h5::Kind::float64);
    std::vector<hsize_t> expected = {facts.policies.size(), hsize_t(facts.replications)};
    if (series.split != Split::whole) expected.push_back(split_size(series.split));
    expected.push_back(layout.years());
    if (object.shape != expected) state_->refuse(name + " does not have the shape of its axes");
    std::vector<hsize_t> start(expected.size(), 0);
    start[0] = policy, start[1] = replication;
    expected[0] = expected[1] = 1;
    const h5::Handle dataset(H5Dopen2(state_->opened.file, name.c_str(), H5P_DEFAULT),
                             "opening " + name, ResultFault::bad_data);
    h5::read_box(dataset, start, expected, H5T_NATIVE_DOUBLE, all.data() + series.offset);
  }
  return all;
}

}  // namespace coopsim
