// SPDX-License-Identifier: Apache-2.0
// [events] and [panel] against the policies and replications that the scenario has.
#include <fmt/format.h>

#include <algorithm>

#include "scenarios/checks.hpp"
#include "scenarios/text.hpp"

namespace coopsim {
namespace {

class RecordChecks {
 public:
  RecordChecks(const std::vector<PolicyDraft>& policies, int replications, const Node& root,
               Problems& problems)
      : replications_(replications), root_(root), problems_(problems) {
    for (const PolicyDraft& policy : policies) names_.push_back(policy.name);
  }

  template <class Table>
  void check(const Table& table, std::string_view section) {
    const Node* given = root_.find(section);
    if (table.policies.names.empty() && given && !given->find("policies"))
      problems_.add({place_of(root_, section), std::string(section),
                     "it is not said for which policies",
                     fmt::format("add policies = [\"{}\"]", names_.front())});
    for (std::size_t i = 0; i < table.policies.names.size(); ++i)
      check_name(table.policies.names[i], i, std::string(section) + ".policies");
    if (!table.policies.names.empty()) check_range(table, std::string(section));
  }

 private:
  void check_name(const std::string& name, std::size_t nth, const std::string& path) {
    if (std::find(names_.begin(), names_.end(), name) != names_.end()) return;
    const std::string_view near = nearest(name, names_);
    problems_.add({place_of_item(path, nth), path,
                   fmt::format("no policy is called \"{}\"", escaped(name)),
                   near.empty() ? "allowed: names of this scenario's policies"
                                : fmt::format("did you mean {}?", near)});
  }

  // Of the nth name of the list.
  Place place_of_item(const std::string& path, std::size_t nth) const {
    const Node* node = root_.find(path.substr(0, path.find('.')));
    if (node) node = node->find("policies");
    if (node && node->is(Node::Kind::table)) node = node->find("value");
    if (!node || nth >= node->items.size()) return place_of(root_, path);
    return node->items[nth].where;
  }

  template <class Table>
  void check_range(const Table& table, const std::string& section) {
    if (table.first_replication >= replications_)
      problems_.add({place_of(root_, section + ".first_replication"),
                     section + ".first_replication",
                     fmt::format("{} is none of run.replications, {}", table.first_replication,
                                 replications_),
                     fmt::format("allowed: 0 to {}", replications_ - 1)});
    else if (table.replications > replications_ - table.first_replication)
      problems_.add({place_of(root_, section + ".replications"), section + ".replications",
                     fmt::format("{} from number {} on are more than run.replications, {}",
                                 table.replications, table.first_replication, replications_),
                     fmt::format("allowed: 1 to {}", replications_ - table.first_replication)});
  }

  std::vector<std::string_view> names_;
  int replications_;
  const Node& root_;
  Problems& problems_;
};

}  // namespace

void check_records(const Parameters& parameters, const std::vector<PolicyDraft>& policies,
                   const Node& root, Problems& problems) {
  RecordChecks checks(policies, parameters.run.replications, root, problems);
  checks.check(parameters.events, "events");
  checks.check(parameters.panel, "panel");
}

}  // namespace coopsim
