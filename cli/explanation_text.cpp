// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/explanation_report.hpp"
#include "cli/explanation_words.hpp"
#include "cli/page.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

constexpr std::size_t most_events = 12, most_shown = 600;

class ExplanationText {
 public:
  ExplanationText(const ResultReader& result, const ExplanationReport& report, int columns)
      : result_(result), report_(report), found_(report.found), columns_(columns) {}

  std::string whole() const {
    std::string text = heading();
    if (found_.partings.empty()) return text + never() + levers();
    text += first() + levers() + spread() + firms();
    for (const FirmStory& story : found_.stories) text += story_text(story);
    return text;
  }

 private:
  std::string heading() const;
  std::string never() const;
  std::string first() const;
  std::string money_text(const Parting&) const;
  std::string levers() const;
  std::string spread() const;
  std::string firms() const;
  std::string counts() const;
  Table extremes(bool with_practice) const;
  std::string story_text(const FirmStory&) const;
  std::string events_text(const FirmStory&) const;
  std::string gains_text(const FirmStory&) const;
  std::string years_text(const FirmStory&) const;

  std::string title(const std::string& words) const {
    std::string lines = wrapped(words, columns_);
    lines.pop_back();
    return "\n" + emphasised(lines, Emphasis::bold, Stream::out) + "\n";
  }
  // "dankai" of what only b did, "status_quo" of what only a did.
  const std::string& alone(bool there) const { return there ? report_.b.name : report_.a.name; }

  const ResultReader& result_;
  const ExplanationReport& report_;
  const Explanation& found_;
  int columns_;
};

std::string sized(const FirmDifference& firm) {
  return fmt::format("{}, {}, {:.0f} staff", sectors[index(firm.b.sector)].label.en,
                     regions[index(firm.b.region)].label.en, firm.b.staff);
}

std::string from_to(double a, double b, int digits) {
  return fmt::format("{:.{}f} -> {:.{}f}", a, digits, b, digits);
}

std::string ExplanationText::heading() const {
  const ResultFacts& facts = result_.facts();
  return emphasised(escaped(facts.title, 200), Emphasis::bold, Stream::out) + "\n" +
         wrapped(fmt::format("Why {} differs from {}, in replication {} of {}-{}, seed {}. Both "
                             "were simulated again, with the fingerprints that the file holds.",
                             report_.b.name, report_.a.name, report_.replication, facts.first_year,
                             facts.last_year, facts.seed),
                 columns_);
}

std::string ExplanationText::never() const {
  return "\n" + wrapped(fmt::format("They never part: every event and every fact is the same under "
                                    "{} and {}, to the end of the run.",
                                    report_.a.name, report_.b.name),
                        columns_);
}

// "cohort selected, firm 4,211: Seats offered ..."
std::string event_text(const Parting& parting, std::size_t most) {
  std::string text = spelled_out(event_name(parting.either().event));
  if (const auto firm = firm_of(parting.either().who)) text += ", " + firm_text(*firm);
  if (const std::string what = what_differs(parting, most); !what.empty()) text += ": " + what;
  return text;
}

// The accounts whose money of the year differs, largest difference first.
std::string ExplanationText::money_text(const Parting& parting) const {
  constexpr std::size_t most = 12;
  const auto money = money_differences(parting);
  const bool both = parting.a && parting.b;
  Table table({{"", "  account", Align::left, 0},
               {"", both ? report_.a.name : "before", Align::right, 2},
               {"", both ? report_.b.name : "after", Align::right, 2},
               {"", "difference", Align::right, 2}});
  for (std::size_t i = 0; i < std::min(money.size(), most); ++i) {
    const Named& account = accounts[index(money[i].account)];
    table.add({fmt::format("  {} {}", account.id, account.label.en), million_text(money[i].a),
               million_text(money[i].b),
               signed_text(double((money[i].b - money[i].a).thousand) / 1000, 0)});
  }
  std::string text = shown(table);
  if (money.size() > most)
    text += fmt::format("  and {} with smaller differences\n", money.size() - most);
  return text;
}

std::string ExplanationText::first() const {
  const Parting& parting = found_.partings.front();
  std::string text = title(fmt::format("They part on {}: {}", moment_text(parting.at()),
                                       spelled_out(programme_name(parting.programme))));
  const std::string how = parting.a && parting.b
                              ? fmt::format("the same event goes otherwise ({} against {})",
                                            report_.b.name, report_.a.name)
                              : fmt::format("only under {}", alone(parting.b.has_value()));
  const auto money = money_differences(parting);
  if (!money.empty())
    return text +
           wrapped(fmt::format("{}: {}; the year's money of {}, KRW million:", how,
                               spelled_out(event_name(parting.either().event)),
                               counted(std::int64_t(money.size()), "account")),
                   columns_, "  ") +
           money_text(parting);
  return text + wrapped(how + ": " + event_text(parting, 12), columns_, "  ");
}

std::string ExplanationText::levers() const {
  if (report_.levers.empty()) {
    for (const auto* world : {&report_.a, &report_.b}) {
      if (world->side.world == Outcome::World::none)
        return wrapped("NONE never had a programme: no money from the first day.", columns_, "  ");
      if (world->side.world == Outcome::World::stop)
        return wrapped("STOP plans no money from the start of the policies on.", columns_, "  ");
    }
    return "";
  }
  std::string text = title("Set differently, and from when");
  for (const LeverDifference& one : report_.levers) {
    std::string head = one.acts ? moment_text(*one.acts) : "";
    const bool later =
        one.acts && !found_.partings.empty() && *one.acts > found_.partings.front().at();
    std::string words = one.lever + (later ? " (later than that)" : "") + ": ";
    words += one.b.empty() ? "none" : escaped(one.b, most_shown);
    words += fmt::format(" ({}: {})", report_.a.name,
                         one.a.empty() ? "none" : escaped(one.a, most_shown));
    text += wrapped(words, columns_, "  " + padded_right(head, 12));
  }
  return text;
}

std::string ExplanationText::spread() const {
  std::size_t width = 0;
  for (const Parting& one : found_.partings)
    width = std::max(width, spelled_out(programme_name(one.programme)).size());
  std::string text =
      title(fmt::format("How it spreads: each programme's first event that differs, {} against {}",
                        report_.b.name, report_.a.name));
  for (const Parting& one : found_.partings) {
    std::string words = event_text(one, 3);
    if (!one.a || !one.b) words = fmt::format("only under {}: {}", alone(one.b.has_value()), words);
    text +=
        wrapped(words, columns_,
                fmt::format("  {}  {}  ", padded_right(moment_text(one.at()), 16),
                            padded_right(spelled_out(programme_name(one.programme)), int(width))));
  }
  return text;
}

std::string ExplanationText::counts() const {
  const FirmCounts& counts = found_.firms.counts;
  std::string text = fmt::format("{} gain, {} lose, {} see no difference over {:.4g} %",
                                 counted(counts.gaining, "firm"), grouped(counts.losing),
                                 grouped(counts.less + counts.equal), 100 * found_.moved_from);
  if (counts.less > 0) text += fmt::format(" ({} of them a smaller one)", grouped(counts.less));
  if (counts.apart > 0)
    text += fmt::format("; {} left out, where another firm lives under one of the two",
                        counted(counts.apart, "place"));
  return wrapped(text + ".", columns_, "  ");
}

Table ExplanationText::extremes(bool with_practice) const {
  std::vector<Column> columns = {
      {"", "", Align::left, 0},       {"", "  firm", Align::right, 2},
      {"", "sector", Align::left, 2}, {"", "region", Align::left, 2},
      {"", "staff", Align::right, 2}, {"produc-", "tivity", Align::right, 2}};
  if (with_practice) columns.push_back({"", "practice", Align::right, 2});
  Table table(std::move(columns));
  for (const auto* list : {&found_.firms.gained, &found_.firms.lost}) {
    std::string head = list == &found_.firms.gained ? "  gain most" : "  lose most";
    for (const FirmDifference& one : *list) {
      std::vector<std::string> cells = {std::exchange(head, ""),
                                        grouped(one.firm.slot),
                                        std::string(sectors[index(one.b.sector)].label.en),
                                        std::string(regions[index(one.b.region)].label.en),
                                        fmt::format("{:.0f}", one.b.staff),
                                        productivity_text(one.difference())};
      if (with_practice) cells.push_back(from_to(one.a.practice, one.b.practice, 2));
      table.add(std::move(cells));
    }
  }
  return table;
}

std::string ExplanationText::firms() const {
  if (found_.year == 0) return "";
  std::string text = title(fmt::format("Productivity of firms on 31 December {}, {} less {}",
                                       found_.year, report_.b.name, report_.a.name)) +
                     counts();
  if (found_.firms.gained.empty() && found_.firms.lost.empty()) return text;
  const Table all = extremes(true);
  return text + shown(all.width() <= columns_ ? all : extremes(false));
}

std::string ExplanationText::events_text(const FirmStory& story) const {
  std::string text;
  for (std::size_t i = 0; i < std::min(story.events.size(), most_events); ++i) {
    const EventPair& pair = story.events[i];
    const EventRow& row = pair.either();
    std::string words = row_title(row);
    if (pair.a && pair.b)
      words +=
          fmt::format(": {}; under {} {}", row_text(*pair.b), report_.a.name, row_text(*pair.a));
    else
      words += fmt::format(", only under {}: {}", alone(pair.b.has_value()), row_text(row));
    text += wrapped(words, columns_, "  " + padded_right(moment_text(row_date(row)), 12));
  }
  if (story.events.size() > most_events)
    text +=
        wrapped(fmt::format("and {} more, which --json lists", story.events.size() - most_events),
                columns_, std::string(14, ' '));
  return text;
}

std::string ExplanationText::gains_text(const FirmStory& story) const {
  std::string text;
  const auto side = [](const GainSum::Side& one) {
    if (one.times == 0) return std::string("nothing");
    std::string words = counted(one.times, "time");
    if (one.practice >= .0005) words += fmt::format(", practice +{:.3f}", one.practice);
    if (one.technology >= .005) words += fmt::format(", technology +{:.2f}", one.technology);
    return words;
  };
  for (const GainSum& one : story.gains)
    text += wrapped(
        fmt::format("{}, {}: {}; under {} {}", spelled_out(programme_name(one.programme)),
                    spelled_out(event_name(one.event)), side(one.b), report_.a.name, side(one.a)),
        columns_, "  " + padded_right(text.empty() ? "gained by" : "", 12));
  return text;
}

std::string ExplanationText::years_text(const FirmStory& story) const {
  std::string differences;
  bool equal = true;
  for (const FirmStory::Year& one : story.years) {
    const double difference = one.b.log_productivity - one.a.log_productivity;
    equal = equal && difference == 0;
    if (equal) continue;
    if (!differences.empty()) differences += ", ";
    differences += fmt::format("{} {}", one.year, productivity_text(difference));
  }
  return wrapped(fmt::format("practice {}, technology {}, productivity {}",
                             from_to(story.firm.a.practice, story.firm.b.practice, 3),
                             from_to(story.firm.a.technology, story.firm.b.technology, 1),
                             productivity_text(story.firm.difference())),
                 columns_, "  " + padded_right("in the end", 12)) +
         wrapped(differences, columns_, "  " + padded_right("by year", 12));
}

std::string ExplanationText::story_text(const FirmStory& story) const {
  std::string name = firm_text(story.firm.firm);
  name.front() = 'F';
  return title(fmt::format("{} ({}): {} under {}", name, sized(story.firm),
                           productivity_text(story.firm.difference()), report_.b.name)) +
         events_text(story) + gains_text(story) + years_text(story);
}

}  // namespace

std::string explanation_text(const ResultReader& result, const ExplanationReport& report,
                             int columns) {
  return ExplanationText(result, report, columns).whole();
}

}  // namespace coopsim::cli
