// SPDX-License-Identifier: Apache-2.0
#include "policies/win_win.hpp"

#include <algorithm>

namespace coopsim {

void WinWin::edits(Edits& edits) const { edits.push_back({"the win-win share", from}); }

void WinWin::announce(Announcements& calendar) const {
  calendar.at(std::max(from, calendar.policies_start()), WinWinChanged{share});
}

}  // namespace coopsim
