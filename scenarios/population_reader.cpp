// SPDX-License-Identifier: Apache-2.0
#include "scenarios/population_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "scenarios/encoding.hpp"
#include "scenarios/population_cells.hpp"
#include "scenarios/text.hpp"

namespace coopsim {
namespace {

constexpr double most_million = 1e9;
constexpr std::string_view separators = ";\t|";

std::string column_list() {
  std::string list;
  for (const FirmColumnName& each : firm_columns)
    list += (list.empty() ? "" : ", ") + std::string(each.id);
  return list;
}

// The separator that a field has inside, in words; empty if none.
std::string separator_in(const CsvRow& row) {
  for (const CsvField& field : row.fields) {
    const std::size_t at = field.text.find_first_of(separators);
    if (at == field.text.npos) continue;
    return field.text[at] == '\t' ? "tabs" : fmt::format("'{}'", field.text[at]);
  }
  return {};
}

// The column that a name most likely means; empty if none is near.
std::string_view column_meant(std::string_view typed) {
  std::vector<std::string_view> names;
  for (const FirmColumnName& each : firm_columns) {
    if (!typed.empty() && (each.id.starts_with(typed) || each.korean.starts_with(typed)))
      return each.id;
    names.insert(names.end(), {each.id, each.korean});
  }
  return nearest(typed, names);
}

class PopulationReader {
 public:
  PopulationReader(std::string_view text, const std::shared_ptr<const SourceFile>& file,
                   const PopulationLimits& limits, Problems& problems, std::vector<Problem>& notes)
      : file_(file),
        limits_(limits),
        problems_(problems),
        notes_(notes),
        rows_(text, file, problems),
        cells_(file, problems) {}

  std::vector<GivenFirm> read();

 private:
  using Places = std::array<std::optional<std::size_t>, firm_column_count>;

  bool header();
  bool is_header_of_another_kind(const CsvRow& row);
  void name_column(const CsvRow& row, std::size_t number);
  bool has_all_fields(const CsvRow& row);
  void blank_lines(unsigned first, bool last);
  GivenFirm firm(const CsvRow& row);
  void money(const CsvRow& row, GivenFirm& firm);
  // The cell of a column; null if there is no such column or, for optional ones, nothing in it.
  const CsvField* cell(const CsvRow& row, FirmColumn column) const;

  void wrong(unsigned line, unsigned column, std::string key, std::string what,
             std::string remedy) {
    problems_.add({{file_, line, column}, std::move(key), std::move(what), std::move(remedy)});
  }

  const std::shared_ptr<const SourceFile>& file_;
  const PopulationLimits& limits_;
  Problems& problems_;
  std::vector<Problem>& notes_;
  CsvRows rows_;
  FirmCells cells_;
  Places places_;
  std::vector<CsvField> names_;  // of the columns, as the header has them
};

bool PopulationReader::is_header_of_another_kind(const CsvRow& row) {
  const CsvField& first = row.fields.front();
  if (first.text.starts_with("sep="))
    return wrong(first.line, first.column, "", "a line for a spreadsheet alone",
                 "remove it: the first line names the columns"),
           true;
  const std::string separator = separator_in(row);
  if (separator.empty()) return false;
  wrong(first.line, first.column, "", fmt::format("columns separated by {}", separator),
        "allowed: commas between columns, decimals with a point");
  return true;
}

void PopulationReader::name_column(const CsvRow& row, std::size_t number) {
  const CsvField& field = row.fields[number];
  const auto known =
      std::find_if(firm_columns.begin(), firm_columns.end(), [&](const FirmColumnName& each) {
        return field.text == each.id || field.text == each.korean;
      });
  if (known == firm_columns.end()) {
    const std::string_view near = column_meant(field.text);
    return wrong(field.line, field.column, "",
                 field.text.empty() ? "a column without a name"
                                    : '"' + escaped(field.text) + "\" is not a column",
                 near.empty() ? fmt::format("remove it; allowed: {}", column_list())
                              : fmt::format("did you mean {}?", near));
  }
  auto& place = places_[std::size_t(known - firm_columns.begin())];
  if (place)
    return wrong(field.line, field.column, std::string(known->id),
                 fmt::format("this column is there twice, first as column {}", *place + 1),
                 "keep one of them");
  place = number;
}

bool PopulationReader::header() {
  CsvRow row;
  if (!rows_.next(row) || row.is_blank()) {
    wrong(1, 1, "", row.fields.empty() ? "an empty file" : "a first line without names",
          fmt::format("begin it with the names of its columns: {}", column_list()));
    return false;
  }
  if (!row.sound || is_header_of_another_kind(row)) return false;
  const std::size_t before = problems_.count();
  for (std::size_t i = 0; i < row.fields.size(); ++i) name_column(row, i);
  names_ = row.fields;
  if (problems_.count() > before) return false;  // a column that is missing may be misspelt
  for (std::size_t i = 0; i < firm_column_count; ++i)
    if (firm_columns[i].required && !places_[i])
      wrong(row.line, 1, std::string(firm_columns[i].id), "this column is missing",
            "needed: sector, region, staff");
  return problems_.count() == before;
}

bool PopulationReader::has_all_fields(const CsvRow& row) {
  if (row.fields.size() == names_.size()) return true;
  const std::string separator = separator_in(row);
  std::string remedy = "one value for each column; an empty one if it is not known";
  if (!separator.empty())
    remedy = fmt::format("this row separates by {}; allowed: commas", separator);
  else if (row.fields.size() > names_.size())
    remedy = "write decimals with a point, and a value with a comma in quotes";
  wrong(row.line, 1, "",
        fmt::format("{} value{} where there are {} columns", row.fields.size(),
                    row.fields.size() == 1 ? "" : "s", names_.size()),
        std::move(remedy));
  return false;
}

// Lines without a value: harmless at the end, where spreadsheets leave them.
void PopulationReader::blank_lines(unsigned first, bool last) {
  if (last)
    notes_.push_back({{file_, first, 1}, "", "empty lines at the end", "they are not needed"});
  else
    wrong(first, 1, "", "an empty line between firms", "remove it");
}

const CsvField* PopulationReader::cell(const CsvRow& row, FirmColumn column) const {
  const auto& place = places_[std::size_t(column)];
  if (!place) return nullptr;
  const CsvField& field = row.fields[*place];
  return field.text.empty() && !firm_columns[std::size_t(column)].required ? nullptr : &field;
}

void PopulationReader::money(const CsvRow& row, GivenFirm& firm) {
  const CsvField* const sales = cell(row, FirmColumn::sales);
  const CsvField* const research = cell(row, FirmColumn::research);
  if (sales) firm.sales = cells_.number(*sales, FirmColumn::sales, {0, most_million});
  if (research) firm.research = cells_.number(*research, FirmColumn::research, {0, most_million});
  if (firm.sales && firm.staff > 0) {
    const double value_added = *firm.sales * limits_.value_added_share / firm.staff;
    if (!(value_added >= least_value_added && value_added <= most_value_added))
      cells_.wrong(*sales, FirmColumn::sales,
                   fmt::format("{} makes a value added of {:.6g} million KRW a person",
                               escaped(sales->text), value_added),
                   fmt::format("allowed: {} to {}; is it in million KRW a year?",
                               number_text(least_value_added), number_text(most_value_added)));
  }
  if (!firm.research || *firm.research == 0) return;
  if (!sales)
    cells_.wrong(*research, FirmColumn::research,
                 fmt::format("{} without sales", escaped(research->text)),
                 "give sales_million_krw too, or leave this cell empty");
  else if (firm.sales && *firm.research > *firm.sales)
    cells_.wrong(
        *research, FirmColumn::research,
        fmt::format("{} is more than the sales, {}", escaped(research->text), escaped(sales->text)),
        "allowed: up to the sales; both in million KRW a year");
}

GivenFirm PopulationReader::firm(const CsvRow& row) {
  GivenFirm firm;
  if (const auto sector = cells_.sector(*cell(row, FirmColumn::sector))) firm.sector = *sector;
  if (const auto region = cells_.region(*cell(row, FirmColumn::region))) firm.region = *region;
  firm.staff = cells_
                   .number(*cell(row, FirmColumn::staff), FirmColumn::staff,
                           {limits_.staff_least, limits_.staff_most})
                   .value_or(0);
  money(row, firm);
  if (const CsvField* exporter = cell(row, FirmColumn::exporter))
    firm.exporter = cells_.truth(*exporter);
  return firm;
}

std::vector<GivenFirm> PopulationReader::read() {
  std::vector<GivenFirm> firms;
  if (!header()) return firms;
  CsvRow row;
  unsigned blank = 0;  // the first of the empty lines before this row; 0: none
  std::size_t rows = 0;
  while (rows_.next(row)) {
    if (row.sound && row.is_blank()) {
      if (blank == 0) blank = row.line;
      continue;
    }
    if (blank > 0) blank_lines(blank, false);
    blank = 0;
    ++rows;
    if (row.sound && has_all_fields(row)) firms.push_back(firm(row));
  }
  if (blank > 0) blank_lines(blank, true);
  if (rows == 0)
    wrong(1, 1, "", "no firm: there is only the line that names the columns",
          "add a row for each firm");
  return firms;
}

}  // namespace

std::vector<GivenFirm> read_population(std::string_view bytes,
                                       const std::shared_ptr<const SourceFile>& file,
                                       const PopulationLimits& limits, Problems& problems,
                                       std::vector<Problem>& notes) {
  const std::size_t before = problems.count();
  const std::string_view text = check_encoding(bytes, file, problems, notes, population_text);
  if (problems.count() > before) return {};
  return PopulationReader(text, file, limits, problems, notes).read();
}

std::string population_csv(const Population& population) {
  const std::vector<GivenFirm>& firms = *population.firms;
  const auto any = [&](auto has) { return std::any_of(firms.begin(), firms.end(), has); };
  const std::array<bool, firm_column_count> written = {
      true,
      true,
      true,
      any([](const GivenFirm& firm) { return firm.sales.has_value(); }),
      any([](const GivenFirm& firm) { return firm.research.has_value(); }),
      any([](const GivenFirm& firm) { return firm.exporter.has_value(); })};
  std::string text;
  for (std::size_t i = 0; i < firm_column_count; ++i)
    if (written[i]) text += fmt::format("{}{}", i == 0 ? "" : ",", firm_columns[i].id);
  const auto shown = [](const std::optional<double>& number) {
    return number ? number_text(*number) : std::string();
  };
  for (const GivenFirm& firm : firms) {
    text += fmt::format("\n{},{},{}", sectors[index(firm.sector)].id,
                        regions[index(firm.region)].id, number_text(firm.staff));
    if (written[std::size_t(FirmColumn::sales)]) text += ',' + shown(firm.sales);
    if (written[std::size_t(FirmColumn::research)]) text += ',' + shown(firm.research);
    if (written[std::size_t(FirmColumn::exporter)])
      text += !firm.exporter ? "," : *firm.exporter ? ",yes" : ",no";
  }
  return text + '\n';
}

}  // namespace coopsim
