// SPDX-License-Identifier: Apache-2.0
// The sheets of a workbook, one file each. Each fills an empty sheet in the page's language.
#pragma once
#include "analysis/export/book_data.hpp"
#include "analysis/export/page.hpp"
#include "analysis/export/small_table.hpp"

namespace coopsim::exporting {

// summary_sheet.cpp: every policy in a line, and what the study was.
void fill_summary(const Page& page, const BookData& data);
// difference_sheet.cpp: every response and policy with its interval.
void fill_differences(const Page& page, const BookData& data);
// year_sheet.cpp: means by year with a chart, response by response.
void fill_years(const Page& page, const BookData& data);
// money_sheet.cpp: what became of the money, and by account.
void fill_money(const Page& page, const BookData& data);
// setting_sheet.cpp: what each policy sets otherwise than the baseline.
void fill_settings(const Page& page, const BookData& data);
// table_sheet.cpp: a table as it stands, with filter: assumptions, dictionary.
void fill_table(const Page& page, const SmallTable& table);

}  // namespace coopsim::exporting
