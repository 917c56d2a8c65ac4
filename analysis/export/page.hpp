// SPDX-License-Identifier: Apache-2.0
// A sheet in one language, and how its cells look.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analysis/export/source.hpp"
#include "analysis/export/workbook.hpp"
#include "analysis/policy_comparison.hpp"
#include "analysis/verdict.hpp"
#include "sim/kernel/field.hpp"

namespace coopsim::exporting {

struct Page {
  Sheet& sheet;
  Language language;

  std::string say(std::string_view english, std::string_view korean) const {
    return std::string(language == Language::korean ? korean : english);
  }
  std::string say(const Texts& texts) const { return say(texts.en, texts.ko); }
  std::string policy(const ResultPolicy& policy) const {
    return say(policy.label_en, policy.label_ko);
  }
};

Style title_style();
Style head_style();         // of columns, names
Style number_head_style();  // of columns of numbers
Style note_style();         // of explanations
Style text_style(bool wrap = false);

// How wide a text is, in digits: two for Hangul and the like; of its widest line.
double width_of(std::string_view text);
// Lines that it takes in a column that wraps it.
int lines_of(std::string_view text, double column_width);
// Makes room for so many lines in a row.
void fit(Sheet& sheet, int row, int lines);

// What a difference is filled with: who is better, who is worse, who is higher where no one said
// which is better; the same colours for every reader of colours.
Colour fill_of(const MetricComparison& metric, const ComparedPolicy& row);
Colour fill_of_verdict(VerdictState state, Preference preference);

// In what unit numbers of the file are shown: money in 100 million won (억 원) or KRW billion.
struct Shown {
  std::string unit;  // "" of counts and shares
  double factor = 1;
};
Shown shown(std::string_view unit, Language language);

// Digits behind the point that numbers of these sizes need: three or more of the largest, and one
// that is not zero of each as long as that takes no more than three further.
int digits_of(const std::vector<double>& shown);
// A format with so many digits behind the point; with its sign where `difference`.
std::string number_format(int digits, bool difference = false);
// The same for one number: without a sign where its digits would be "-0.00".
std::string format_of(double shown, int digits, bool difference = false);

// Eight colours that readers who confuse red and green tell apart; the baseline's is dark grey.
Colour series_colour(std::size_t number, bool baseline);

}  // namespace coopsim::exporting
