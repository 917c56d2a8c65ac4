// SPDX-License-Identifier: Apache-2.0
#include "output/result_file.hpp"

#include <fmt/core.h>

#include <stdexcept>
#include <utility>

#include "output/assumptions_writer.hpp"
#include "output/comparison_writer.hpp"
#include "output/economics_writer.hpp"
#include "output/provenance_writer.hpp"
#include "output/records_writer.hpp"
#include "output/response_writer.hpp"
#include "output/summary_writer.hpp"
#include "output/target_path.hpp"

namespace coopsim {
namespace {

// What HDF5 could not do, with the name of the result before it.
template <class Work>
auto naming(const std::filesystem::path& file, Work&& work) {
  try {
    return work();
  } catch (const ResultError& error) {
    const std::string words = error.what();
    if (!words.starts_with("HDF5 failed")) throw;
    throw ResultError(error.fault, fmt::format("{}: {}", file.string(), words));
  }
}

// Throws if HDF5 could not write something and found out only when it closed it.
void check_closed() {
  const std::string failure = h5::closing_failure();
  if (!failure.empty())
    throw ResultError(ResultFault::io, "HDF5 failed: writing a variable (" + failure + ")");
}

h5::Handle create(TargetPath& target) {
  h5::prepare_library();
  check_closed();
  target.create();
  return h5::create_file(target.temporary());
}

std::string name_of(const Outcome& outcome, const Scenario& scenario) {
  switch (outcome.world) {
    case Outcome::World::none:
      return std::string(reference_worlds[0]);
    case Outcome::World::stop:
      return std::string(reference_worlds[1]);
    case Outcome::World::policy:
      break;
  }
  return scenario.policies[std::size_t(outcome.policy)].name;
}

}  // namespace

struct ResultFile::State {
  State(const std::filesystem::path& path, const Scenario& of, const ResponseLayout& with,
        ResultOptions&& given)
      : scenario(of),
        layout(with),
        options(std::move(given)),
        shape(shape_of(of, with, options.policies, options.first_replication, options.replications,
                       options.reference_worlds)),
        target(path, options.overwrite, options.inputs),
        file(create(target)) {
    write_root(file, scenario, shape, options.coopsim_version);
    responses.emplace(file, scenario, shape, layout, Packing{options.compress, options.threads},
                      index);
    records.emplace(file, scenario, shape, options.compress, index);
    economics.emplace(scenario, shape, layout);
    record.fingerprints.resize(shape.replications * shape.worlds());
    arrived.assign(shape.worlds(), false);
    kept.resize(shape.worlds());
  }

  // A whole replication is there: its rows follow in the order of the policies.
  void write_records() {
    for (std::size_t world = shape.first_policy(); world < shape.worlds(); ++world)
      records->add(shape.first_replication + int(replication), world - shape.first_policy(),
                   std::exchange(kept[world], {}));
  }

  void write_comparison(std::vector<StudyTotals::Response> responses) {
    StudyTotals totals;
    for (const int policy : shape.policies) {
      const Policy& one = scenario.policies[std::size_t(policy)];
      totals.policies.push_back({one.name, one.stress});
    }
    totals.baseline = shape.baseline;
    totals.replications = shape.replications;
    for (const auto& failure : record.failures)
      totals.failures.push_back({failure.replication, failure.world});
    totals.responses = std::move(responses);
    totals.public_cost = economics->public_costs();
    coopsim::write_comparison(file, scenario, shape, totals, options.compare(totals), index);
  }

  const Scenario& scenario;
  const ResponseLayout& layout;
  const ResultOptions options;
  const StudyShape shape;
  TargetPath target;  // before `file`: HDF5 must close before the temporary file is removed
  h5::Handle file;
  FileIndex index;
  std::optional<ResponseWriter> responses;
  std::optional<RecordsWriter> records;
  std::optional<EconomicsWriter> economics;
  std::optional<StudyDraws> draws;
  RunRecord record;
  std::vector<Records> kept;    // of the replication being delivered, by world
  std::size_t replication = 0;  // the one being delivered, from 0
  std::size_t delivered = 0;    // worlds of it
  std::vector<bool> arrived;
};

ResultFile::ResultFile(const std::filesystem::path& file, const Scenario& scenario,
                       const ResponseLayout& layout, ResultOptions options)
    : state_(naming(file, [&] {
        return std::make_unique<State>(file, scenario, layout, std::move(options));
      })) {}

ResultFile::~ResultFile() = default;

const std::filesystem::path& ResultFile::temporary() const { return state_->target.temporary(); }

void ResultFile::add(const Outcome& outcome) {
  h5::prepare_library();  // silence belongs to a thread, and any may deliver
  State& my = *state_;
  const std::size_t world = my.shape.place_of(outcome);
  if (outcome.replication != my.shape.first_replication + int(my.replication) ||
      my.replication >= my.shape.replications || my.arrived[world])
    throw std::logic_error(fmt::format("replication {} of {} was delivered out of order",
                                       outcome.replication, name_of(outcome, my.scenario)));
  my.arrived[world] = true;
  const std::vector<double> failed, &values = outcome.error.empty() ? outcome.responses : failed;
  naming(my.target.file(), [&] { my.responses->add(my.replication, world, values); });
  my.economics->add(world, values);
  my.record.fingerprints[my.replication * my.shape.worlds() + world] = outcome.fingerprint;
  my.record.work.events += outcome.work.events;
  my.record.work.draws += outcome.work.draws;
  if (!outcome.error.empty())
    my.record.failures.push_back(
        {outcome.replication, name_of(outcome, my.scenario), outcome.error});
  if (my.records->wanted()) my.kept[world] = outcome.records;
  if (++my.delivered < my.shape.worlds()) return;
  naming(my.target.file(), [&] { my.write_records(); });
  my.economics->close_replication();
  my.delivered = 0;
  ++my.replication;
  my.arrived.assign(my.shape.worlds(), false);
}

void ResultFile::give_draws(StudyDraws draws) { state_->draws = std::move(draws); }

Published ResultFile::finish(const std::optional<ExecutionFacts>& execution) {
  State& my = *state_;
  if (my.replication != my.shape.replications)
    throw std::logic_error(fmt::format("only {} of {} replications were delivered", my.replication,
                                       my.shape.replications));
  if (!my.options.summarise) throw std::logic_error("nobody to summarise was given");
  Published published = naming(my.target.file(), [&] { return write_rest(execution); });
  my.target.publish();
  published.bytes = std::filesystem::file_size(my.target.file());
  return published;
}

Published ResultFile::write_rest(const std::optional<ExecutionFacts>& execution) {
  State& my = *state_;
  my.responses->flush();
  my.records->flush();
  auto totals = write_totals_and_summary(my.file, my.scenario, my.shape, my.layout, *my.responses,
                                         my.options.summarise, my.options.compress, my.index);
  if (my.options.compare && my.shape.baseline) my.write_comparison(std::move(totals));
  if (my.draws && my.options.assess)
    write_assumptions(my.file, my.scenario, my.shape, *my.draws, my.options.assess(*my.draws),
                      my.index);
  my.economics->write(my.file, my.options.summarise, my.index);
  Published published{my.target.file(), 0, run_fingerprint(my.record), "",
                      int(my.record.failures.size())};
  {
    LabelledGroup provenance =
        write_provenance(my.file, my.scenario, my.shape, my.record, my.index);
    if (my.options.stopping) write_stopping(provenance, *my.options.stopping);
    write_dictionary(my.file, my.index);
    published.content_hash = write_checksums(my.file, provenance);
  }
  my.index.links.close(my.file);
  if (execution) write_execution(my.file, *execution, my.record.work);
  my.responses.reset();
  my.records.reset();
  h5::check(H5Fflush(my.file, H5F_SCOPE_GLOBAL), "writing what is left");
  my.file.close();
  check_closed();
  return published;
}

}  // namespace coopsim
