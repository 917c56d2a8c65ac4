// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>
#include <string>

#include "sim/metrics/metric.hpp"

namespace coopsim {

ResponseLayout::ResponseLayout(int first_year, int last_year)
    : first_(first_year), last_(last_year) {
  for (std::size_t m = 0; m < metrics().size(); ++m)
    for (const Split split : metrics()[m].splits) {
      series_.push_back({m, split, size_});
      size_ += split_size(split) * years();
    }
}

std::size_t ResponseLayout::offset(std::string_view metric, Split split, std::size_t cell) const {
  for (const Series& series : series_)
    if (metrics()[series.metric].id == metric && series.split == split)
      return series.offset + cell * years();
  throw std::invalid_argument("no response " + std::string(metric) +
                              std::string(split_suffix(split)));
}

}  // namespace coopsim
