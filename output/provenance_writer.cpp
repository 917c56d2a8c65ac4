// SPDX-License-Identifier: Apache-2.0
#include "output/provenance_writer.hpp"

#include <fmt/core.h>

#include <limits>
#include <numeric>

#include "sim/engine_version.hpp"

namespace coopsim {
namespace {

using Axes = std::vector<std::string_view>;

std::string iso_date(Time at) {
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(at)};
  return fmt::format("{:04}-{:02}-{:02}", int(day.year()), unsigned(day.month()),
                     unsigned(day.day()));
}

std::string_view name_of(Knowledge knowledge) {
  return knowledge == Knowledge::ex_post ? "ex_post" : "ex_ante_2007";
}

// Hex digits of (world, replication), worlds from `first` to before `last`.
std::vector<std::string> fingerprints(const RunRecord& record, const StudyShape& shape,
                                      std::size_t first, std::size_t last) {
  std::vector<std::string> hex;
  for (std::size_t world = first; world < last; ++world)
    for (std::size_t r = 0; r < shape.replications; ++r)
      hex.push_back(record.fingerprints[r * shape.worlds() + world].hex());
  return hex;
}

void write_fingerprints(LabelledGroup& group, const StudyShape& shape, const RunRecord& record) {
  const std::string meaning =
      "128 bits, as 32 hexadecimal digits, that stand for everything that happened in a run";
  group.texts("fingerprint", Axes{"policy", "replication"},
              {"", "fingerprint of the run", "실행 지문", meaning},
              fingerprints(record, shape, shape.first_policy(), shape.worlds()));
  if (shape.reference_worlds)
    group.texts("world_fingerprint", Axes{"world", "replication"},
                {"", "fingerprint of the reference world", "기준 세계 지문", meaning},
                fingerprints(record, shape, 0, shape.first_policy()));
}

void write_money(LabelledGroup& group, const Scenario& scenario, const StudyShape& shape) {
  std::vector<std::int64_t> amounts;
  for (const int number : shape.policies)
    for (std::size_t account = 0; account < account_count; ++account)
      for (const Authority authority : authorities)
        for (std::size_t year = 0; year < shape.years; ++year)
          amounts.push_back(
              scenario.policies[std::size_t(number)]
                  .money.of(static_cast<Account>(account), authority, shape.first_year + int(year))
                  .thousand);
  group.integers("planned", Axes{"policy", "account", "authority", "year"},
                 {"KRW thousand", "planned appropriation", "편성 계획액",
                  "appropriation that the policy plans, by the fiscal year that opens in the year, "
                  "2006 prices"},
                 amounts);
}

// Checksums come after the dictionary, which has a row for them all the same.
VariableText checksum_text() {
  return {"", "checksum", "검사합", "128 bits over name, type, shape, axes, attributes and values"};
}

void write_failures(LabelledGroup& group, const RunRecord& record) {
  std::vector<std::int64_t> replications;
  std::vector<std::string> worlds, errors;
  for (const FailedWorld& failure : record.failures) {
    replications.push_back(failure.replication);
    worlds.push_back(failure.world);
    errors.push_back(failure.error);
  }
  const Axes axes = {"failed_world"};
  group.integers("failed_replication", axes, {"1", "replication that failed", "실패한 반복", ""},
                 replications);
  group.texts("failed_name", axes,
              {"", "policy or reference world that failed", "실패한 정책 또는 기준 세계", ""},
              worlds);
  group.texts("failed_error", axes, {"", "what went wrong", "실패 원인", ""}, errors);
}

}  // namespace

std::string run_fingerprint(const RunRecord& record) { return combine(record.fingerprints).hex(); }

void write_root(hid_t file, const Scenario& scenario, const StudyShape& shape,
                const std::string& coopsim_version) {
  const RunParameters& run = scenario.parameters.run;
  h5::put_attribute(file, "title", scenario.title.en);
  h5::put_attribute(file, "title_ko", scenario.title.ko);
  h5::put_attribute(file, "source", "coopsim " + coopsim_version);
  h5::put_attribute(file, "coopsim_version", coopsim_version);
  h5::put_attribute(file, "format_version", std::int32_t(format_version));
  h5::put_attribute(file, "engine_version", std::int32_t(engine_version));
  h5::put_attribute(file, "start", iso_date(run.start));
  h5::put_attribute(file, "policies_start", iso_date(run.policies_start));
  h5::put_attribute(file, "end", iso_date(run.end));
  h5::put_attribute(file, "seed", run.seed);
  h5::put_attribute(file, "replications", std::int32_t(shape.replications));
  h5::put_attribute(file, "knowledge", name_of(run.knowledge));
  h5::put_attribute(file, "budget_scale", scenario.parameters.budget.scale);
  h5::put_attribute(file, "scenario_hash", text_hash(scenario.effective_toml));
}

LabelledGroup write_provenance(hid_t file, const Scenario& scenario, const StudyShape& shape,
                               const RunRecord& record, FileIndex& index) {
  h5::put_attribute(file, "run_fingerprint", run_fingerprint(record));
  h5::put_attribute(file, "failed_worlds", std::int32_t(record.failures.size()));
  if (!record.failures.empty())
    h5::put_attribute(file, "warning",
                      fmt::format("{} worlds failed: group summary stands for the others only; see "
                                  "provenance/failed_error",
                                  record.failures.size()));
  LabelledGroup group(file, group::provenance,
                      "where the result comes from: scenario, money, fingerprints, checksums",
                      index);
  add_policy_axis(group, shape, scenario);
  if (shape.reference_worlds) add_world_axis(group);
  add_replication_axis(group, shape);
  add_named_axis(group, "account", accounts, {"account", "사업 계정"});
  constexpr std::array<Named, authority_count> names = {
      {{"korea", {"Korean authority", "한국 정부"}},
       {"japan", {"Japanese authority", "일본 정부"}}}};
  add_named_axis(group, "authority", names, {"authority", "재원 기관"});
  add_year_axis(group, shape);
  if (!record.failures.empty()) {
    std::vector<std::int32_t> numbers(record.failures.size());
    std::iota(numbers.begin(), numbers.end(), 0);
    group.number_axis("failed_world", numbers, "1", {"failed world", "실패한 세계"});
  }
  group.close_axes();
  group.texts("scenario", Axes{},
              {"", "effective scenario", "적용 시나리오",
               "the whole scenario in TOML, after extends and overrides; running it again gives "
               "this result"},
              std::vector{scenario.effective_toml});
  write_fingerprints(group, shape, record);
  write_money(group, scenario, shape);
  if (!record.failures.empty()) write_failures(group, record);
  return group;
}

void write_stopping(LabelledGroup& provenance, const StoppingFacts& facts) {
  const auto number = [&](std::string_view name, Label label, std::string meaning,
                          std::int64_t value) {
    provenance.integers(name, Axes{},
                        {"1", std::string(label.en), std::string(label.ko), std::move(meaning)},
                        std::vector{value});
  };
  provenance.texts("stopping", Axes{},
                   {"", "how the run was stopped", "실행 종료 사유",
                    "what the rule of run.replications found, in words"},
                   std::vector{facts.words});
  number("stopping_met", {"precision was met", "정밀도 충족"},
         "1: the half-widths asked for were met, 0: at_most replications were done", facts.met);
  number("stopping_looks", {"looks at the intervals", "구간 확인 횟수"},
         "numbers of replications at which the intervals were looked at and could have stopped the "
         "run",
         facts.looks);
  number("stopping_precise_from", {"precise from", "정밀도 충족 시점"},
         "replications from which on every half-width was as narrow as asked; 0: never",
         facts.precise_from);
}

void write_dictionary(hid_t file, FileIndex& index) {
  LabelledGroup group(file, group::dictionary, "one row for every variable of the other groups",
                      index);
  std::vector<DictionaryRow> rows = index.rows;
  rows.push_back({std::string(group::provenance), "checksum", "checksum_of", checksum_text()});
  std::vector<std::string> names;
  for (const DictionaryRow& row : rows) names.push_back(row.group + "/" + row.id);
  group.name_axis("variable", names, {"variable", "변수"});
  const auto column = [&](std::string_view name, Label label, auto value_of) {
    std::vector<std::string> values;
    for (const DictionaryRow& row : rows) values.push_back(value_of(row));
    group.texts(name, Axes{"variable"}, {"", std::string(label.en), std::string(label.ko), ""},
                values);
  };
  using Row = const DictionaryRow&;
  column("group", {"group", "그룹"}, [](Row row) { return row.group; });
  column("id", {"name of the variable", "변수 이름"}, [](Row row) { return row.id; });
  column("dimensions", {"its axes", "차원"}, [](Row row) { return row.dimensions; });
  column("unit", {"its unit", "단위"}, [](Row row) { return row.text.unit; });
  column("label_en", {"label, in English", "이름 (영어)"},
         [](Row row) { return row.text.label_en; });
  column("label_ko", {"label, in Korean", "이름 (한국어)"},
         [](Row row) { return row.text.label_ko; });
  column("meaning", {"what it says", "의미"}, [](Row row) { return row.text.meaning; });
  column("total", {"how the value of a period is formed", "기간 집계 방법"},
         [](Row row) { return row.text.total; });
  column("missing", {"what stands where nothing was observed", "결측 규칙"},
         [](Row row) { return row.text.missing; });
}

std::string write_checksums(hid_t file, LabelledGroup& provenance) {
  hsize_t bytes = 0;
  h5::check(H5Fflush(file, H5F_SCOPE_GLOBAL), "writing what is left");
  h5::check(H5Fget_filesize(file, &bytes), "asking for the file's size");
  const auto sums = checksums(file, h5::inspect(file, bytes));
  std::vector<std::string> paths, hex;
  for (const Checksum& sum : sums) {
    paths.push_back(sum.path);
    hex.push_back(sum.hex);
  }
  provenance.name_axis("checksum_of", paths, {"guarded group or variable", "대상"});
  provenance.texts(
      "checksum", Axes{"checksum_of"},
      {"", "checksum", "검사합", "128 bits over name, type, shape, axes, attributes and values"},
      hex);
  const std::string hash = content_hash(sums);
  h5::put_attribute(file, content_hash_attribute, hash);
  return hash;
}

void write_execution(hid_t file, const ExecutionFacts& facts, const Work& work) {
  const h5::Handle group = h5::create_group(file, group::execution);
  h5::put_attribute(group, "description",
                    "how and where it was computed; only this group may differ between equal runs");
  h5::put_attribute(group, "host", facts.host);
  h5::put_attribute(group, "processor", facts.processor);
  h5::put_attribute(group, "environment", facts.environment);
  h5::put_attribute(group, "started", facts.started);
  h5::put_attribute(group, "seconds", facts.seconds);
  h5::put_attribute(group, "cores", std::int32_t(facts.cores));
  h5::put_attribute(group, "threads", std::int32_t(facts.threads));
  h5::put_attribute(group, "workers_seen", std::int32_t(facts.workers_seen));
  h5::put_attribute(group, "events", std::int64_t(work.events));
  h5::put_attribute(group, "draws", std::int64_t(work.draws));
}

}  // namespace coopsim
