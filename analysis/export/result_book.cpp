// SPDX-License-Identifier: Apache-2.0
#include "analysis/export/result_book.hpp"

#include <fmt/core.h>

#include "analysis/export/book_data.hpp"
#include "analysis/export/long_table.hpp"
#include "analysis/export/sheets.hpp"

namespace coopsim::exporting {
namespace {

SmallTable dictionary_of(const BookData& data) {
  std::vector<Documented> documented;
  for (const Kind& kind : kinds()) {
    if (kind.name != "yearly") continue;
    for (const Variable& one : long_table(data.source(), kind, "", {}).variables)
      documented.push_back({one.metric, one.dataset});
  }
  return dictionary_table(data.source(), documented);
}

class Book {
 public:
  Book(Workbook& book, const BookData& data)
      : book_(book),
        data_(data),
        parameters_(parameter_table(data.source())),
        dictionary_(dictionary_of(data)) {}

  void add_sheets(Language language) {
    language_ = language;
    tab_ = language == Language::korean ? 0xD55E00 : 0x0072B2;
    fill_summary(page("Summary", "요약"), data_);
    if (!data_.comparisons().empty()) fill_differences(page("Differences", "차이"), data_);
    fill_years(page("By year", "연도별"), data_);
    fill_money(page("Money", "예산"), data_);
    fill_settings(page("Policies", "정책"), data_);
    fill_table(page("Assumptions", "가정"), parameters_);
    fill_table(page("Dictionary", "변수 설명"), dictionary_);
  }

 private:
  const Page& page(std::string_view english, std::string_view korean) {
    Sheet& sheet = book_.add(std::string(language_ == Language::korean ? korean : english));
    sheet.tab_colour(tab_);
    pages_.push_back(std::make_unique<Page>(Page{sheet, language_}));
    return *pages_.back();
  }

  Workbook& book_;
  const BookData& data_;
  SmallTable parameters_, dictionary_;
  Language language_ = Language::english;
  Colour tab_ = no_colour;
  std::vector<std::unique_ptr<Page>> pages_;
};

}  // namespace

std::vector<std::string> metrics_of_book(const Source& source) {
  std::vector<std::string> metrics;
  for (const Kind& kind : kinds())
    if (kind.name == "total")
      for (const Variable& one : long_table(source, kind, "", {}).variables)
        metrics.push_back(one.metric);
  return metrics;
}

void write_book(const Source& source, const std::vector<std::string>& metrics, Language first,
                const std::filesystem::path& file) {
  const ResultFacts& facts = source.facts();
  const bool korean = first == Language::korean;
  const BookData data(source, metrics);
  Workbook workbook(file,
                    {korean && !facts.title_ko.empty() ? facts.title_ko : facts.title,
                     fmt::format("{}; {}; content {}", facts.coopsim_version,
                                 source.file().path().filename().string(), facts.content_hash)});
  Book book(workbook, data);
  book.add_sheets(first);
  book.add_sheets(korean ? Language::english : Language::korean);
  workbook.close();
}

}  // namespace coopsim::exporting
