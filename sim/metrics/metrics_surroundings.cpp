// SPDX-License-Identifier: Apache-2.0
// Responses of Japan's side and the economy.
#include "sim/metrics/entries.hpp"

namespace coopsim::entry {

void add_surroundings(std::vector<TableEntry>& table) {
  table.push_back(
      level("reluctance", "1", {"Reluctance to transfer", "기술이전 기피"},
            "Japan's reluctance to transfer technology on 31 December, 0 to 1", only_whole,
            {of<JapanObserved, [](const JapanObserved& f) { return f.reluctance; }>()}));
  table.push_back(
      level("partner_benefit", "1", {"Benefit of Japanese partners", "일본측 편익"},
            "index of the benefit of Japanese partners on 31 December, 0 to 1", only_whole,
            {of<JapanObserved, [](const JapanObserved& f) { return f.partner_benefit; }>()}));
  table.push_back(level(
      "exchange_rate", "KRW/100 JPY", {"Exchange rate", "원/100엔 환율"}, "mean of the year",
      only_whole, {of<MacroObserved, [](const MacroObserved& f) { return f.exchange_rate; }>()}));
  table.push_back(level("korean_exports", "USD bn", {"Korea's exports", "한국 수출"},
                        "Korea's exports in the year", only_whole,
                        {of<MacroObserved, [](const MacroObserved& f) { return f.exports; }>()}));
}

}  // namespace coopsim::entry
