// SPDX-License-Identifier: Apache-2.0
#include "output/study_totals.hpp"

#include "output/study_shape.hpp"

namespace coopsim {

std::vector<StudyTotals::Response> whole_responses(const ResponseLayout& layout) {
  std::vector<StudyTotals::Response> responses;
  for (const Series& series : layout.series()) {
    if (series.split != Split::whole) continue;
    const VariableText text = variable_text(series);
    responses.push_back({variable_name(series), text.unit, text.label_en, text.label_ko, {}});
  }
  return responses;
}

}  // namespace coopsim
