// SPDX-License-Identifier: Apache-2.0
#include "analysis/study_defaults.hpp"

#include <algorithm>
#include <set>

#include "sim/metrics/metric.hpp"
#include "tests/kernel/property.hpp"

using namespace coopsim;

TEST_CASE("what is compared unasked is published, the headline first") {
  for (const std::string_view id : compared_metrics)
    CHECK(std::ranges::find(metrics(), id, &Metric::id) != metrics().end());
  CHECK(compared_metrics.front() == headline_metric);
  CHECK(preference_of(headline_metric) == Preference::more);
  CHECK(least_meaningful_of(headline_metric) == 2);
  CHECK(least_meaningful_of("contracts") == 0);
}

TEST_CASE("every preference is of a published response") {
  std::size_t more = 0, less = 0;
  for (const Metric& metric : metrics()) {
    more += preference_of(metric.id) == Preference::more;
    less += preference_of(metric.id) == Preference::less;
  }
  CHECK(more == 13);  // as many as the lists hold: none names what does not exist
  CHECK(less == 12);
  CHECK(preference_of("budget_spent") == Preference::unstated);
}
