// SPDX-License-Identifier: Apache-2.0
// Charts of a workbook as the library that writes it wants them: for workbook.cpp alone.
#pragma once
#include "analysis/export/workbook.hpp"

struct lxw_workbook;
struct lxw_chart;

namespace coopsim::exporting {

// Owned by the workbook.
lxw_chart* drawn_chart(lxw_workbook* book, const Chart& chart);

}  // namespace coopsim::exporting
