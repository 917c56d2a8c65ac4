// SPDX-License-Identifier: Apache-2.0
#include "analysis/export/chart.hpp"

#include <xlsxwriter.h>

#include "analysis/export/clean_text.hpp"

namespace coopsim::exporting {
namespace {

constexpr Colour soft = 0xD9D9D9, dark = 0x404040;

lxw_chart_line line_of(Colour colour, float width, bool dashed = false) {
  lxw_chart_line line = {};
  line.color = colour;
  line.width = width;
  line.dash_type = dashed ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID;
  return line;
}

lxw_chart_font font_of(double size, bool bold = false) {
  lxw_chart_font font = {};
  font.size = size;
  font.bold = bold;
  font.color = dark;
  return font;
}

std::uint8_t type_of(Chart::Kind kind) {
  return kind == Chart::Kind::stacked_columns ? LXW_CHART_COLUMN_STACKED : LXW_CHART_LINE;
}

lxw_chart_series* added(lxw_chart* chart, const Chart::Series& one) {
  const auto row = [](const Place& at) { return lxw_row_t(at.row); };
  const auto column = [](const Place& at) { return lxw_col_t(at.column); };
  lxw_chart_series* const series = chart_add_series(chart, nullptr, nullptr);
  const Range &categories = one.categories, &values = one.values;
  chart_series_set_categories(series, categories.sheet->name().c_str(), row(categories.first),
                              column(categories.first), row(categories.last),
                              column(categories.last));
  chart_series_set_values(series, values.sheet->name().c_str(), row(values.first),
                          column(values.first), row(values.last), column(values.last));
  chart_series_set_name_range(series, one.name.sheet->name().c_str(), row(one.name.first),
                              column(one.name.first));
  return series;
}

// Markers on the means and small ones on the ends, joined by a line from end to end. (The library
// writes its dashes under a name that the format does not have.)
void style_interval(lxw_chart_series* series, bool mean, Colour colour) {
  lxw_chart_line none = {};
  none.none = 1;
  chart_series_set_line(series, &none);
  lxw_chart_fill fill = {};
  fill.color = colour;
  lxw_chart_line edge = line_of(colour, 1);
  chart_series_set_marker_type(
      series, std::uint8_t(mean ? LXW_CHART_MARKER_DIAMOND : LXW_CHART_MARKER_CIRCLE));
  chart_series_set_marker_size(series, mean ? 9 : 4);
  chart_series_set_marker_fill(series, &fill);
  chart_series_set_marker_line(series, &edge);
}

void style_series(lxw_chart_series* series, const Chart& chart, std::size_t number) {
  const Chart::Series& one = chart.series[number];
  if (chart.kind == Chart::Kind::intervals) {
    style_interval(series, number == 1, one.colour);
  } else if (chart.kind == Chart::Kind::lines) {
    lxw_chart_line line = line_of(one.colour, 2, one.dashed);
    chart_series_set_line(series, &line);
  } else {
    lxw_chart_fill fill = {};
    fill.color = one.colour;
    chart_series_set_fill(series, &fill);
  }
}

void style_axes(lxw_chart* chart, const Chart& said) {
  lxw_chart_axis* const x = chart_axis_get(chart, LXW_CHART_AXIS_TYPE_X);
  lxw_chart_axis* const y = chart_axis_get(chart, LXW_CHART_AXIS_TYPE_Y);
  lxw_chart_font small = font_of(9), plain = font_of(9);
  chart_axis_set_num_font(x, &small);
  chart_axis_set_num_font(y, &small);
  if (!said.x_title.empty()) chart_axis_set_name(x, clean_text(said.x_title).c_str());
  chart_axis_set_name(y, clean_text(said.y_title).c_str());
  chart_axis_set_name_font(x, &plain);
  chart_axis_set_name_font(y, &plain);
  if (!said.format.empty()) chart_axis_set_num_format(y, said.format.c_str());
  // Beneath the chart also where values are negative.
  chart_axis_set_label_position(x, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  lxw_chart_line grid = line_of(soft, .75);
  chart_axis_major_gridlines_set_line(y, &grid);
}

}  // namespace

lxw_chart* drawn_chart(lxw_workbook* book, const Chart& said) {
  lxw_chart* const chart = workbook_add_chart(book, type_of(said.kind));
  for (std::size_t i = 0; i < said.series.size(); ++i)
    style_series(added(chart, said.series[i]), said, i);
  chart_title_set_name(chart, clean_text(said.title).c_str());
  lxw_chart_font title = font_of(11, true), legend = font_of(9);
  chart_title_set_name_font(chart, &title);
  style_axes(chart, said);
  if (said.kind == Chart::Kind::intervals) {
    lxw_chart_line line = line_of(said.series.front().colour, 1.5);
    chart_set_high_low_lines(chart, &line);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
  } else {
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    chart_legend_set_font(chart, &legend);
  }
  return chart;
}

}  // namespace coopsim::exporting
