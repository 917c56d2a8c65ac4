// SPDX-License-Identifier: Apache-2.0
#include "analysis/export/page.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/figure_digits.hpp"
#include "scenarios/text.hpp"

namespace coopsim::exporting {
namespace {

constexpr Colour ink = 0x1F3550, paper = 0xFFFFFF, grey = 0x595959;
constexpr Colour better = 0xD3E5F5, worse = 0xFBDFCB, equal = 0xECECEC, differs = 0xE5E0F0,
                 open = 0xFFF8DC;

}  // namespace

Style title_style() {
  Style style;
  style.size = 15;
  style.bold = true;
  style.colour = ink;
  return style;
}

Style head_style() {
  Style style;
  style.bold = style.wrap = true;
  style.fill = ink;
  style.colour = paper;
  return style;
}

Style number_head_style() {
  Style style = head_style();
  style.right = true;
  return style;
}

Style note_style() {
  Style style;
  style.colour = grey;
  style.size = 9;
  return style;
}

Style text_style(bool wrap) {
  Style style;
  style.wrap = wrap;
  return style;
}

double width_of(std::string_view text) {
  constexpr char32_t first_wide = 0x1100;
  double widest = 0, wide = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    wide = c == '\n' ? 0 : wide + (c >= first_wide ? 2 : 1);
    widest = std::max(widest, wide);
  }
  return widest;
}

int lines_of(std::string_view text, double column_width) {
  int lines = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const double wide = width_of(text.substr(begin, end - begin));
    lines += std::max(1, int(std::ceil(wide / column_width)));
    begin = end + 1;
  }
  return lines;
}

void fit(Sheet& sheet, int row, int lines) {
  constexpr double points_a_line = 14, highest = 400;
  if (lines > 1) sheet.height(row, std::min(points_a_line * lines + 2, highest));
}

Colour fill_of_verdict(VerdictState state, Preference preference) {
  switch (state) {
    case VerdictState::among_the_best:
    case VerdictState::clear_gain:
      return preference == Preference::unstated ? differs : better;
    case VerdictState::clear_loss:
      return preference == Preference::unstated ? differs : worse;
    case VerdictState::practically_equal:
      return equal;
    case VerdictState::cannot_tell:
      return open;
    case VerdictState::no_verdict:
      break;
  }
  return no_colour;
}

Colour fill_of(const MetricComparison& metric, const ComparedPolicy& row) {
  return row.baseline ? no_colour : fill_of_verdict(row.verdict.state, metric.preference);
}

Shown shown(std::string_view unit, Language language) {
  const bool korean = language == Language::korean;
  const auto say = [&](const char* en, const char* ko) { return std::string(korean ? ko : en); };
  if (unit == "KRW thousand") return {say("KRW bn", "억 원"), korean ? 1e-5 : 1e-6};
  if (unit == "thousand USD") return {say("USD m", "백만 달러"), 1e-3};
  if (unit == "USD bn") return {say("USD bn", "억 달러"), korean ? 10. : 1.};
  if (unit == "KRW/100 JPY") return {say("KRW/100 JPY", "원/100엔"), 1};
  if (unit == "person") return {say("persons", "명"), 1};
  if (unit == "firm") return {say("firms", "개사"), 1};
  if (unit == "day") return {say("days", "일"), 1};
  if (unit == "month") return {say("months", "개월"), 1};
  if (unit == "year") return {say("years", "년"), 1};
  if (unit == "percent") return {"%", 1};
  if (unit == "1") return {"", 1};
  return {std::string(unit), 1};
}

int digits_of(const std::vector<double>& shown) {
  double largest = 0;
  for (const double one : shown)
    if (std::isfinite(one)) largest = std::max(largest, std::abs(one));
  const int of_the_largest = !(largest < 1000) ? 0
                             : largest >= 100  ? 1
                             : largest >= 1    ? 2
                             : largest >= .01  ? 4
                             : largest > 0     ? most_digits
                                               : 2;
  std::vector<Spread> alone;
  for (const double one : shown) alone.push_back({one, std::nan(""), std::nan("")});
  constexpr int most_more = 3;  // else one tiny number would stretch all others
  return std::clamp(digits_for(alone, 1), of_the_largest,
                    std::min(of_the_largest + most_more, most_digits));
}

std::string number_format(int digits, bool difference) {
  const std::string plain =
      "#,##0" + (digits > 0 ? "." + std::string(std::size_t(digits), '0') : "");
  return difference ? "+" + plain + ";-" + plain + ";" + plain : plain;
}

std::string format_of(double shown, int digits, bool difference) {
  if (!shows_nothing(shown, digits)) return number_format(digits, difference);
  const std::string plain = number_format(digits);
  return plain + ";" + plain;
}

Colour series_colour(std::size_t number, bool baseline) {
  constexpr std::array<Colour, 7> colours = {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7,
                                             0xE69F00, 0x56B4E9, 0x7A4FBF};
  return baseline ? 0x404040 : colours[number % colours.size()];
}

}  // namespace coopsim::exporting
