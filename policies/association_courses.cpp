// SPDX-License-Identifier: Apache-2.0
#include "policies/association_courses.hpp"

#include <algorithm>

namespace coopsim {

void AssociationCourses::edits(Edits& edits) const {
  edits.push_back({"the association courses", from});
}

void AssociationCourses::announce(Announcements& calendar) const {
  calendar.at(std::max(from, calendar.policies_start()),
              AssociationsChanged{static_cast<std::int16_t>(associations),
                                  static_cast<std::int16_t>(interval)});
}

}  // namespace coopsim
