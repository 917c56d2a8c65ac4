// SPDX-License-Identifier: Apache-2.0
// The commands that compare policies, with their options, descriptions and examples.
#include <fmt/core.h>

#include "cli/argument_checks.hpp"
#include "cli/command_line.hpp"
#include "cli/exit_code.hpp"

namespace coopsim::cli {

void CommandLine::declare_compare() {
  CLI::App* const compare =
      command("compare", "Say which policies are better than the baseline, and how surely",
              "  coopsim compare results/kjc_2007.h5\n"
              "  coopsim compare results/kjc_2007.h5 --baseline announced_path\n"
              "  coopsim compare results/kjc_2007.h5 --metric contracts --metric training_wait\n"
              "  coopsim compare results/kjc_2007.h5 --verbose --bootstrap\n"
              "  coopsim compare results/kjc_2007.h5 --costs --worth '2 billion KRW'\n"
              "  coopsim compare results/kjc_2007.h5 --assumptions\n"
              "  coopsim compare results/kjc_2007.h5 --metric contracts --risk --target 20\n"
              "Exit code 1: worlds of the result have failed.\n");
  compare->add_option("RESULT", compare_.result, "result file")->required()->type_name("FILE");
  compare
      ->add_option("--baseline", compare_.baseline,
                   "policy to hold all others against (the file's)")
      ->type_name("POLICY");
  compare->add_option("--metric", compare_.metrics, "response to compare; may be repeated")
      ->type_name("NAME")
      ->allow_extra_args(false);
  compare->add_flag("--verbose", compare_.verbose,
                    "also how each policy was compared, and the verdict as a sentence");
  compare->add_flag("--bootstrap", compare_.bootstrap,
                    "also bootstrap-t intervals, for skewed responses");
  compare->add_flag("--regret", compare_.regret,
                    "also how far each policy falls behind the best in the same world");
  compare->add_flag("--assumptions", compare_.assumptions,
                    "what not knowing the parameters means (needs run.draws)");
  CLI::Option* const risk = compare->add_flag(
      "--risk", compare_.risk, "also what one future may bring, and who misses a target");
  compare
      ->add_option("--target", compare_.target,
                   "with --risk: difference to reach (what matters, or 0)")
      ->type_name("VALUE")
      ->needs(risk);
  declare_costs(compare);
  add_common(compare, compare_);
}

void CommandLine::declare_costs(CLI::App* compare) {
  CLI::Option* const costs =
      compare->add_flag("--costs", compare_.costs, "what more effect costs, and who is worth it");
  compare->add_option("--effect", compare_.effect, "with --costs: response to buy (the headline)")
      ->type_name("NAME")
      ->needs(costs);
  compare
      ->add_option("--worth", compare_.worth,
                   "with --costs: what one unit of it may be worth; may be repeated")
      ->type_name("MONEY")
      ->allow_extra_args(false)
      ->needs(costs);
}

void CommandLine::declare_packages() {
  CLI::App* const packages =
      command("packages", "Say what each lever of a policy brings, alone and with the others",
              "  coopsim packages scenarios/kjc_2007.toml dankai\n"
              "  coopsim packages scenarios/kjc_2007.toml dankai --metric contracts\n"
              "  coopsim packages scenarios/kjc_2007_all.toml combined --lever share_path "
              "--lever release_to\n"
              "Exit code 1: worlds have failed.\n");
  add_scenario(packages, packages_.scenario);
  packages->add_option("POLICY", packages_.policy, "policy to take apart")
      ->required()
      ->type_name("NAME");
  packages->add_option("--metric", packages_.metric, "response to divide (the headline)")
      ->type_name("NAME");
  packages
      ->add_option("--lever", packages_.levers,
                   "take only this lever apart; the others always act; may be repeated")
      ->type_name("NAME")
      ->allow_extra_args(false);
  add_seed(packages, packages_.scenario);
  add_replications(packages, packages_.scenario);
  add_threads(packages, packages_.threads);
  add_common(packages, packages_);
}

void CommandLine::declare_explain() {
  CLI::App* const explain =
      command("explain", "Say where two policies part, and which firms gain and lose by it",
              "  coopsim explain results/kjc_2007.h5 status_quo dankai\n"
              "  coopsim explain results/kjc_2007.h5 status_quo dankai --replication 7 --firms 3\n"
              "  coopsim explain results/kjc_2007.h5 STOP announced_path\n"
              "Differences are B less A. Exit code 1: run again, the worlds are not the file's.\n");
  explain->add_option("RESULT", explain_.result, "result file")->required()->type_name("FILE");
  explain->add_option("A", explain_.a, "a policy of it, NONE or STOP")
      ->required()
      ->type_name("POLICY");
  explain->add_option("B", explain_.b, "another")->required()->type_name("POLICY");
  add_number(
      explain, "--replication", 0, most_replications,
      [this](std::int64_t n) { explain_.replication = static_cast<int>(n); },
      "which replication (the file's first)");
  add_number(
      explain, "--firms", 0, most_told_firms,
      [this](std::int64_t n) { explain_.firms = static_cast<int>(n); },
      "tell the stories of so many winners and losers (1)");
  add_common(explain, explain_);
}

void CommandLine::declare_select() {
  CLI::App* const select = command(
      "select", "Simulate only until the best policy is known",
      "  coopsim select scenarios/kjc_2007.toml\n"
      "  coopsim select scenarios/kjc_2007.toml --metric training_wait --delta 5 --confidence .99\n"
      "  coopsim select scenarios/kjc_2007_all.toml --at-most 2000\n"
      "  coopsim select scenarios/kjc_2007.toml --rule ocba --at-most 500\n"
      "Exit code 1: the best is not known, as the replications were spent or one failed.\n");
  add_scenario(select, select_.scenario);
  select->add_option("--metric", select_.metric, "response to choose by (productivity_effect)")
      ->type_name("NAME");
  select->add_option("--delta", select_.delta, "least lead that matters, in the response's unit")
      ->type_name("D");
  select
      ->add_option_function<std::string>(
          "--confidence",
          [this](const std::string& text) { select_.confidence = checked_confidence(text); },
          "of finding a policy that leads by D or more (.95)")
      ->type_name("P");
  add_number(
      select, "--at-most", 1, most_replications,
      [this](std::int64_t n) { select_.at_most = static_cast<int>(n); },
      "replications of all policies together (2000 for each)");
  add_number(
      select, "--best", 1, 1000, [this](std::int64_t n) { select_.best = static_cast<int>(n); },
      "with --rule ocba: seek the best N policies (1)");
  add_choice(
      select, "--rule", {"elimination", "ocba"},
      [this](std::size_t which) {
        select_.rule = which == 0 ? SelectionRule::elimination : SelectionRule::ocba;
      },
      "ocba: a heuristic that spends all of --at-most");
  add_seed(select, select_.scenario);
  add_policies(select, select_.policies);
  add_threads(select, select_.threads);
  add_common(select, select_);
}

}  // namespace coopsim::cli
