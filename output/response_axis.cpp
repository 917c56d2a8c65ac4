// SPDX-License-Identifier: Apache-2.0
#include "output/response_axis.hpp"

#include <string>

namespace coopsim {

void add_response_axis(LabelledGroup& group, const std::vector<StudyTotals::Response>& responses) {
  std::vector<std::string> ids, units, english, korean;
  for (const StudyTotals::Response& response : responses) {
    ids.push_back(response.id);
    units.push_back(response.unit);
    english.push_back(response.label_en);
    korean.push_back(response.label_ko);
  }
  group.name_axis("response", ids, {"response", "결과 지표"});
  group.axis_texts("response_unit", "response", units, {"unit of the response", "지표의 단위"});
  group.axis_texts("response_label_en", "response", english,
                   {"the response in English", "지표의 영문 이름"});
  group.axis_texts("response_label_ko", "response", korean,
                   {"the response in Korean", "지표의 국문 이름"});
}

}  // namespace coopsim
