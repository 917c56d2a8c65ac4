// SPDX-License-Identifier: Apache-2.0
// What must hold for every declared parameter, and what the defaults amount to.
#include <cmath>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <type_traits>

#include "sim/scenario.hpp"

using namespace coopsim;

namespace {

template <class T>
constexpr bool is_section = Declared<T>&& std::is_class_v<T>;

// Calls visit(path, field, member) for each parameter below `object`.
template <class T, class Visit>
void each_parameter(const std::string& path, const T& object, Visit&& visit) {
  for_each_field(object, [&](const auto& entry, const auto& member) {
    const std::string name =
        path.empty() ? std::string(entry.name) : path + "." + std::string(entry.name);
    if constexpr (is_section<std::remove_cvref_t<decltype(member)>>)
      each_parameter(name, member, visit);
    else
      visit(name, entry, member);
  });
}

template <class Visit>
void each_parameter(Visit&& visit) {
  each_parameter("", Parameters{}, visit);
  each_parameter("budget.account", AccountPlan{krw_million(1), .5}, visit);
}

// All numbers of a value, in the unit of its field.
template <class T>
std::vector<double> numbers_of(const T& value) {
  if constexpr (std::is_arithmetic_v<T> && !std::is_same_v<T, bool>)
    return {double(value)};
  else if constexpr (std::is_same_v<T, Money>)
    return {double(value.thousand) * 1000};
  else if constexpr (std::is_same_v<T, Path<double>> || std::is_same_v<T, Path<Money>>) {
    std::vector<double> all;
    for (const auto& step : value.steps) all.push_back(numbers_of(step.value)[0]);
    return all;
  } else if constexpr (std::is_same_v<T, Distribution>)
    return {value.numbers().begin(), value.numbers().end()};
  else
    return {};  // dates, names, months, yes or no: no order
}

bool has_hangul(std::string_view text) {
  for (const char c : text)
    if (const auto byte = static_cast<unsigned char>(c); byte >= 0xEA && byte <= 0xED) return true;
  return false;
}

std::string text_of(const std::string& path) {
  std::ifstream file(COOPSIM_SOURCE_DIR "/" + path);
  INFO("reading " << path);
  REQUIRE(file);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::set<std::string> matches(const std::string& text, const std::regex& pattern) {
  std::set<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it)
    found.insert((*it)[1]);
  return found;
}

// Evidence has an id: F.. a fact of the article, E.. external text, K.. a correction, V.. a target.
const std::regex cited("\\b([FEKV][0-9]+)\\b");
std::set<std::string> explained() {
  return matches(text_of("docs/model.md"), std::regex("\\n\\| *([FEKV][0-9]+) *\\|"));
}

}  // namespace

TEST_CASE("every default lies in the range its parameter allows") {
  each_parameter([](const std::string& name, const auto& field, const auto& value) {
    CAPTURE(name);
    CHECK(field.range.least <= field.range.most);
    for (const double number : numbers_of(value)) {
      CHECK(number >= field.range.least);
      CHECK(number <= field.range.most);
    }
  });
}

TEST_CASE("every parameter is labelled in English and in Korean") {
  each_parameter([](const std::string& name, const auto& field, const auto&) {
    CAPTURE(name);
    CHECK_FALSE(has_hangul(field.label.en));
    CHECK((has_hangul(field.label.ko) || field.label.ko.find("DB") != std::string_view::npos));
  });
}

TEST_CASE("a parameter is named as in code: lower case, digits and underscores") {
  const std::regex snake_case("(([a-z][a-z0-9_]*|A[1-6])\\.)+[a-z][a-z0-9_]*");
  std::set<std::string> seen;
  each_parameter([&](const std::string& name, const auto&, const auto&) {
    CAPTURE(name);
    CHECK(std::regex_match(name, snake_case));
    CHECK(seen.insert(name).second);
  });
  CHECK(seen.count("training.A2.length") == 1);
  CHECK(seen.count("firms.technology_2005.optics") == 1);
}

TEST_CASE("a source that is an assumption has the lowest grade, the article the highest") {
  each_parameter([](const std::string& name, const auto& field, const auto&) {
    CAPTURE(name);
    const Source& source = field.source;
    if (source.confidence == Confidence::assumption) CHECK(source.grade == Grade::D);
    if (source.confidence == Confidence::article) CHECK(source.grade == Grade::A);
    if (source.confidence == Confidence::recalled) CHECK(source.grade == Grade::C);
  });
}

TEST_CASE("whatever evidence a parameter cites is explained in docs/model.md") {
  const std::set<std::string> known = explained();
  CHECK(known.count("F21") == 1);
  each_parameter([&](const std::string& name, const auto& field, const auto&) {
    for (const std::string& id : matches(std::string(field.source.text), cited)) {
      CAPTURE(name, id);
      CHECK(known.count(id) == 1);
    }
  });
}

TEST_CASE("whatever evidence a scenario cites is explained in docs/model.md") {
  const std::set<std::string> known = explained();
  const std::regex sources("source = \"([^\"]*)\"");
  for (const std::string name : {"kjc_history", "kjc_2007", "kjc_small"}) {
    const auto texts = matches(text_of("scenarios/" + name + ".toml"), sources);
    CHECK_FALSE(texts.empty());
    for (const std::string& text : texts)
      for (const std::string& id : matches(text, cited)) {
        CAPTURE(name, id);
        CHECK(known.count(id) == 1);
      }
  }
}

TEST_CASE("exchange rate and exports have one step a year from 1993 to 2016") {
  const MacroParameters macro;
  for (const Path<double>* path : {&macro.exchange_rate, &macro.exports}) {
    REQUIRE(path->steps.size() == 24);
    for (int i = 0; i < 24; ++i) CHECK(path->steps[std::size_t(i)].from == date(1993 + i, 1, 1));
  }
  // E31 and the exports behind equation 12.
  CHECK(macro.exchange_rate.at(date(2008, 6, 30)) == 1077.3);
  CHECK(macro.exchange_rate.at(date(2014, 12, 31)) == 996.6);
  CHECK(macro.exports.at(date(2005, 1, 1)) == 284.4);
  CHECK(macro.exports.at(date(2016, 1, 1)) == 495.4);
}

TEST_CASE("unit costs and the appropriations of 1995 make 306 seats") {
  // Million KRW over cost of a seat, rounded down: 36 + 180 + 18 + 12 + 48 + 12 (K23).
  const TrainingParameters training;
  const std::int64_t amount[] = {648, 4500, 216, 120, 624, 642};
  const CourseParameters* courses[] = {&training.a1, &training.a2, &training.a3,
                                       &training.a4, &training.a5, &training.a6};
  const std::int64_t seats[] = {36, 180, 18, 12, 48, 12};
  for (std::size_t i = 0; i < course_count; ++i)
    CHECK(krw_million(amount[i]).thousand / courses[i]->unit_cost.thousand == seats[i]);
}

TEST_CASE("an application has 1.77 persons on average, as in 1991") {
  // 138 trainees came from 78 firms (E10): 1.769. The law gives 1 + 4 x .19 = 1.76.
  const TrainingParameters training;
  CHECK(1 + (training.persons_most - 1) * training.persons_chance ==
        Approx(138.0 / 78).epsilon(.01));
}

TEST_CASE("what fades of practice agrees with the firms that were seen again") {
  // E17: of 26 points gained, 19.7 were left after some 7.5 years. With half embedded (K1):
  // 1/2 + 1/2 exp(-7.5 delta) = .758.
  const LearningParameters learning;
  const double kept = learning.embedded_share;
  CHECK(kept + (1 - kept) * std::exp(-7.5 * learning.practice_decay) == Approx(.758).margin(.005));
}

TEST_CASE("each name of an enumeration can be read back") {
  CHECK(names(Of<Knowledge>{})[index(Knowledge::ex_post)] == "ex_post");
  CHECK(names(Of<SelectionRule>{})[index(SelectionRule::first_come)] == "first_come");
}
