// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/help_line.hpp"

#include "sim/context.hpp"

namespace coopsim {

void HelpLine::on(const YearPlanned& plan, Time, Context& context) {
  context.calendar.schedule(date(plan.year, 3, 1), Phase::arrival,
                            entity_of(Kind::period, std::uint32_t(plan.year)),
                            HelpLineRang{plan.year});
}

void HelpLine::on(const HelpLineRang& event, Time, Context& context) {
  for (int nth = 0; nth < context.parameters.information.help_line_calls; ++nth)
    context.emit(QuestionAsked{event.year, context.world.firms.where(0)});
}

}  // namespace coopsim
