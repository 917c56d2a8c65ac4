// SPDX-License-Identifier: Apache-2.0
// coopsim verify: checksums of a result, whether it is a given scenario's, and a sample of its
// worlds run again from the file alone; or two results compared bit for bit outside `execution`.
#include <fmt/format.h>

#include <cstring>
#include <nlohmann/json.hpp>

#include "analysis/study_draws.hpp"
#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"
#include "cli/repeat_draw.hpp"
#include "cli/repeatable.hpp"
#include "cli/result_place.hpp"
#include "cli/scenario_input.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "output/result_check.hpp"
#include "output/result_reader.hpp"
#include "output/sweep_folder.hpp"
#include "scenarios/text.hpp"
#include "sim/experiment.hpp"

namespace coopsim::cli {
namespace {

constexpr int usual_sample = 4;
constexpr std::size_t faults_told = 20;

ExitCode tell(const VerifyArguments& arguments, const std::vector<Fault>& faults,
              const std::string& good) {
  if (arguments.json) {
    nlohmann::ordered_json differences = nlohmann::json::array();
    for (const Fault& fault : faults)
      differences.push_back({{"where", fault.path}, {"what", fault.what}});
    print(nlohmann::ordered_json{{"good", faults.empty()}, {"differences", differences}}.dump(2) +
          "\n");
  } else {
    for (std::size_t i = 0; i < std::min(faults_told, faults.size()); ++i)
      print(fmt::format("{}: {}\n", faults[i].path, faults[i].what));
    if (faults.size() > faults_told)
      print(fmt::format("and {} more; --json lists all\n", faults.size() - faults_told));
    if (faults.empty() && !arguments.quiet) print(good + "\n");
  }
  return faults.empty() ? ExitCode::ok : ExitCode::check_failed;
}

bool same_bits(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

// Whether the file is what `coopsim run` would make of the scenario; its numbers are checked later,
// by running a sample again.
void refuse_other_scenario(const std::string& file, const ResultFacts& facts,
                           const ScenarioChoice& choice) {
  const Scenario scenario = load_scenario(choice);
  const auto refuse = [&](const std::string& why) {
    throw Failure(ExitCode::bad_data,
                  fmt::format("{} is not the result of {}: {}", escaped(file, 300),
                              escaped(choice.path, 300), why));
  };
  if (scenario.effective_toml != facts.scenario)
    refuse(fmt::format("it was computed from another state of it, or from another one (\"{}\")",
                       escaped(facts.title)));
  if (facts.policies.size() != scenario.policies.size())
    refuse(
        fmt::format("it has {} of {} policies", facts.policies.size(), scenario.policies.size()));
  const Replications& wanted = scenario.parameters.run.replications;
  if (facts.replications < wanted.at_least || facts.replications > wanted.at_most)
    refuse(fmt::format("it has {} of {}", facts.replications, words_of(wanted)));
}

// Runs `sample` replications again, spread over the file's, every policy of each.
class Repetition {
 public:
  Repetition(const ResultReader& result, int threads)
      : result_(result),
        scenario_(load_scenario_text(result.facts().scenario, result.file().string())) {
    options_.threads = threads;
    options_.replications = 1;
    for (const ResultPolicy& policy : result.facts().policies)
      options_.policies.push_back(policy_number(scenario_, policy.name));
  }

  std::vector<Fault> run(int sample) {
    for (int i = 0; i < sample; ++i) {
      const int place = i * result_.facts().replications / sample;
      options_.first_replication = result_.facts().first_replication + place;
      run_experiment(scenario_, options_, [&](const Outcome& outcome) {
        if (outcome.world == Outcome::World::policy) compare(outcome, std::size_t(place));
      });
    }
    return std::move(faults_);
  }

 private:
  void compare(const Outcome& outcome, std::size_t place) {
    const std::string name = world_name(outcome, scenario_);
    const auto policy = result_.policy(name);
    if (!policy) throw std::logic_error("a policy that was asked for is not in the file");
    const auto fault = [&](const char* what) {
      faults_.push_back(
          {fmt::format("{}:{}", name, outcome.replication), std::string("run again, ") + what});
    };
    // A world that failed has the fingerprint of nothing, in the file as here.
    if (outcome.fingerprint != result_.fingerprint(*policy, place))
      fault("the fingerprint differs");
    else if (outcome.error.empty() &&
             !same_bits(outcome.responses, result_.responses(*policy, place)))
      fault("the responses differ");
  }

  const ResultReader& result_;
  Scenario scenario_;
  ExperimentOptions options_;
  std::vector<Fault> faults_;
};

void refuse_what_makes_no_sense(const VerifyArguments& arguments) {
  if (arguments.against.path.empty() && !arguments.against.overrides.empty())
    throw Failure(ExitCode::usage, "--set changes the scenario of --against; name one");
  if (!arguments.other.empty() && (!arguments.against.path.empty() || arguments.sample > 0))
    throw Failure(ExitCode::usage,
                  "two results are compared as they are; --against and --sample are for one");
}

// A sweep's worlds are not run again here; its folder has the hash of each block.
[[noreturn]] void refuse_sweep(const std::string& place, const std::string& folder) {
  const std::string word = SweepFolder::is_one(folder) ? shell_word(folder) : "FOLDER";
  throw Failure(ExitCode::bad_data,
                fmt::format("{0} is a sweep's. coopsim status {1} --verify holds every block "
                            "against its hash; coopsim sweep {1} --only POINT:POLICY:R runs a "
                            "world again; coopsim verify {1} OTHER compares two sweeps bit for bit",
                            escaped(place, 300), word));
}

ExitCode compare_two(const VerifyArguments& arguments) {
  const auto one = result_place(arguments.result), other = result_place(arguments.other);
  read_in_isolation(one);
  read_in_isolation(other);
  return tell(arguments, compare_results(one, other),
              "equal, bit for bit, outside group execution");
}

}  // namespace

ExitCode execute(const VerifyArguments& arguments) {
  refuse_what_makes_no_sense(arguments);
  if (!arguments.other.empty()) return compare_two(arguments);
  if (SweepFolder::is_one(arguments.result)) refuse_sweep(arguments.result, arguments.result);
  read_in_isolation(arguments.result);
  if (ResultReader::is_sweep(arguments.result))
    refuse_sweep(arguments.result,
                 std::filesystem::absolute(arguments.result).parent_path().string());
  const ResultReader result(arguments.result);
  refuse_other_engine(arguments.result, result.facts());
  if (!arguments.against.path.empty())
    refuse_other_scenario(arguments.result, result.facts(), arguments.against);
  std::vector<Fault> faults = verify_checksums(arguments.result);
  const int sample =
      std::min(arguments.sample > 0 ? arguments.sample : usual_sample, result.facts().replications);
  if (faults.empty()) faults = Repetition(result, arguments.threads).run(sample);
  std::string draw;
  if (const auto draws = study_draws(result); draws && faults.empty()) {
    faults = repeat_draw(result, *draws, draws->draws / 2, arguments.threads);
    draw = fmt::format(" and 1 of {}", counted(std::int64_t(draws->draws), "draw"));
  }
  return tell(arguments, faults,
              fmt::format("checksums hold; {} of {} replications{} run again from the file alone: "
                          "same fingerprints, same responses",
                          sample, result.facts().replications, draw));
}

}  // namespace coopsim::cli
