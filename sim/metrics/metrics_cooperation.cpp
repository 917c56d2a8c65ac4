// SPDX-License-Identifier: Apache-2.0
// Responses of cooperation projects, productivity guidance and the information service.
#include "sim/metrics/entries.hpp"

namespace coopsim::entry {

void add_cooperation(std::vector<TableEntry>& table) {
  table.push_back(sum("cooperation_cases", "1", {"Cooperation cases", "부품소재 협력 건수"},
                      "projects with a Japanese firm begun (B1 to B6, B9, B10) and firms taken "
                      "into productivity guidance (B11)",
                      by_field_and_firm, {of<ProjectBegun, one>()}));
  table.push_back(sum(
      "projects_without_partner", "1", {"Projects without partner", "협력 상대를 찾지 못한 사업"},
      "openings for which no Japanese firm was found", by_field, {of<ProjectUnmatched, one>()}));
  table.push_back(sum("projects_unfunded", "1", {"Projects without money", "재원 부족 협력사업"},
                      "projects promised or ready for which the account had no money left",
                      by_field, {of<ProjectUnfunded, one>()}));
  table.push_back(sum("projects_lapsed", "1", {"Projects of closed firms", "폐업 기업 협력사업"},
                      "projects and guidances promised to firms that closed before the start",
                      by_field, {of<ProjectLapsed, one>()}));
  table.push_back(
      ratio("projects_full_result", "1", {"Projects with full result", "협력사업 완전 성과 비율"},
            "share of projects and guidances ended with full result", by_field,
            {of<ProjectEnded, [](const ProjectEnded& f) { return f.outcome == 1.0 ? 1.0 : 0.0; }>(),
             over<ProjectEnded, one>()}));
  table.push_back(
      level("information_level", "1", {"Information service", "정보 서비스 수준"},
            "level of service of the research centre and site, 1 at full service", only_whole,
            {of<InformationService, [](const InformationService& f) { return f.level; }>()}));
  table.push_back(sum("questions_asked", "1", {"Questions of firms", "기업 질의"},
                      "questions that firms put to the research centre and site", by_firm,
                      {of<QuestionAsked, one>()}));
  table.push_back(sum(
      "issue_analyses", "1", {"Issue analyses", "이슈분석"},
      "analyses and policy proposals of the research centre; counted, without effect", only_whole,
      {of<InformationService, [](const InformationService& f) { return f.analyses; }>()}));
  table.push_back(
      sum("new_fields_found", "1", {"New fields found", "신사업 발굴"},
          "new fields of business that the centre found; counted, without effect", only_whole,
          {of<InformationService, [](const InformationService& f) { return f.new_fields; }>()}));
}

}  // namespace coopsim::entry
