// SPDX-License-Identifier: Apache-2.0
#include "scenarios/population_file.hpp"

#include <fmt/format.h>

#include <memory>
#include <string>

#include "scenarios/files.hpp"
#include "scenarios/population_reader.hpp"
#include "scenarios/text.hpp"
#include "scenarios/value_reader.hpp"

namespace coopsim {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view path = "firms.population";
constexpr const char* allowed_file = "allowed: the name of a CSV file beside this one";
constexpr std::size_t after_files = most_extends + 1;  // its problems come after those of scenarios

const Node* value_of(const Node* node) {
  const Node* stated = node ? node->find("value") : nullptr;
  return stated ? stated : node;
}

struct GivenText {
  std::string text;
  std::shared_ptr<const SourceFile> file;  // null after a problem
  int exit_code = 65;
};

std::string included_by(const Node& node) {
  const std::string name = escaped(node.where.file->name);
  return node.where.line == 0 ? name : fmt::format("{}:{}", name, node.where.line);
}

// Where the name is looked up first to last.
std::vector<fs::path> folders_for(const Node& name, const Loaded& loaded,
                                  const fs::path& installed) {
  const SourceFile& file = *name.where.file;
  const std::size_t first = file.is_override ? 0 : file.order;
  std::vector<fs::path> folders;
  for (std::size_t i = first; i < loaded.folders.size(); ++i) folders.push_back(loaded.folders[i]);
  folders.push_back(installed);
  return folders;
}

GivenText named_file(const Node& name, const Loaded& loaded, const fs::path& installed,
                     Problems& problems) {
  GivenText source;
  const auto found = [&](std::string what, std::string remedy) {
    problems.add(
        {name.where, std::string(path), in_words(name) + ' ' + std::move(what), std::move(remedy)});
    return source;
  };
  fs::path folder;
  for (const fs::path& each : folders_for(name, loaded, installed))
    if (folder.empty() && is_in(each, name.text)) folder = each;
  if (folder.empty()) {
    source.exit_code = 66;
    return found("is not there",
                 std::string(allowed_file) + ", beside what it extends or an installed one");
  }
  if (!lies_in(folder / name.text, folder))
    return found("leads out of its folder through a link", allowed_file);
  Bytes bytes = read_file(folder / name.text, population_text);
  if (!bytes.problem.empty()) {
    source.exit_code = bytes.exit_code == 77 ? 77 : 65;
    return found(bytes.problem, bytes.remedy);
  }
  source.text = std::move(bytes.content);
  source.file = std::make_shared<const SourceFile>(
      SourceFile{name.text, included_by(name), after_files, false});
  return source;
}

// Whether the count was written knowing of this population: not in a file that is extended.
bool stands_beside(const Node& count, const Node& population) {
  const SourceFile &one = *count.where.file, &other = *population.where.file;
  return one.is_override || (!other.is_override && one.order <= other.order);
}

void check_count(const Node& count, const Node& population, std::size_t firms, Problems& problems) {
  if (!count.is(Node::Kind::integer) || !stands_beside(count, population)) return;
  if (count.integer == static_cast<std::int64_t>(firms)) return;
  problems.add({count.where, "firms.count",
                fmt::format("{} firms, but the population at {} has {}", in_words(count),
                            population.where.text(), firms),
                "remove firms.count: the population says how many"});
}

}  // namespace

bool read_value(const Node& node, Population&, const Target& target) {
  if (node.is(Node::Kind::text)) {
    const std::string wrong = problem_with_name(node.text);
    return wrong.empty() || target.wrong(node.where, in_words(node) + ' ' + wrong, allowed_file);
  }
  const Node* csv = node.find("csv");
  if (csv && csv->is(Node::Kind::text) && node.members.size() == 1) return true;
  return target.wrong(node.where, with_type(node) + " is not a file name", allowed_file);
}

int give_population(const Node& root, const Loaded& loaded, const fs::path& installed,
                    Parameters& parameters, Problems& problems, std::vector<Problem>& notes) {
  constexpr int bad_data = 65;
  const Node* firms = root.find("firms");
  const Node* node = firms ? value_of(firms->find("population")) : nullptr;
  if (!node) return bad_data;
  const bool sound_before = problems.none();
  const Node* csv = node->find("csv");
  GivenText source;
  if (csv && csv->is(Node::Kind::text))
    source = {csv->text, std::make_shared<const SourceFile>(SourceFile{
                             std::string(path), included_by(*node), after_files, false})};
  else if (node->is(Node::Kind::text) && problem_with_name(node->text).empty())
    source = named_file(*node, loaded, installed, problems);
  if (!source.file) return sound_before ? source.exit_code : bad_data;
  const std::size_t before = problems.count();
  const PopulationLimits limits = {parameters.firms.staff_least, parameters.firms.staff_most,
                                   parameters.trade.value_added_share};
  auto given = read_population(source.text, source.file, limits, problems, notes);
  if (problems.count() > before) return bad_data;
  if (const Node* count = value_of(firms->find("count")))
    check_count(*count, *node, given.size(), problems);
  parameters.firms.count = static_cast<int>(given.size());
  parameters.firms.population =
      Population{std::make_shared<const std::vector<GivenFirm>>(std::move(given))};
  return bad_data;
}

}  // namespace coopsim
