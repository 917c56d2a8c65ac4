// SPDX-License-Identifier: Apache-2.0
#include "policies/total.hpp"

#include "policies/funding.hpp"

namespace coopsim {

void Total::edits(Edits& edits) const {
  if (!factor.steps.empty()) edits.push_back({"the total appropriation", factor.steps[0].from});
  if (!amount.steps.empty()) edits.push_back({"the total appropriation", amount.steps[0].from});
}

void Total::fund(Funding& funding) const {
  if (!factor.steps.empty() && !amount.steps.empty())
    return funding.problem("both factor and amount are given", "give one of them");
  for (int year = funding.first_year(); year <= funding.last_year(); ++year) {
    const Money planned = funding.money().total(year);
    Money wanted = planned;
    if (const double* times = in_force(factor, year)) wanted = portion(planned, *times);
    if (const Money* whole = in_force(amount, year)) wanted = *whole;
    if (planned == Money{} && wanted != Money{})
      return funding.problem(
          "no account has money in " + std::to_string(year) + " that could be scaled",
          "give the accounts amounts in [budget.account]");
    funding.scale_all(year, wanted);
  }
}

}  // namespace coopsim
