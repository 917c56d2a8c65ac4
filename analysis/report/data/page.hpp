// SPDX-License-Identifier: Apache-2.0
// The page of the report with its data in it: one HTML file that needs nothing else.
#pragma once
#include <string>
#include <string_view>

namespace coopsim::report {

// Where the built page wants its data (../index.html).
inline constexpr std::string_view placeholder = "/*coopsim-data*/";

// `json` as the inside of a <script>: nothing in it can end the script or start a comment of HTML.
std::string inside_script(std::string_view json);

// `page` with the data in place of the placeholder; empty if it does not have exactly one.
std::string with_data(std::string_view page, std::string_view json);

}  // namespace coopsim::report
