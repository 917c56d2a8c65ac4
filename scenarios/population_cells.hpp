// SPDX-License-Identifier: Apache-2.0
// One cell of a population: what may stand in it, and what is wrong with what stands there.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "scenarios/csv.hpp"
#include "scenarios/problems.hpp"
#include "sim/kernel/field.hpp"
#include "sim/world/places.hpp"

namespace coopsim {

enum class FirmColumn : std::uint8_t { sector, region, staff, sales, research, exporter };
inline constexpr std::size_t firm_column_count = 6;

struct FirmColumnName {
  std::string_view id, korean;
  bool required;
};
// As files have them in their first line. `population_csv` writes the same names.
inline constexpr std::array<FirmColumnName, firm_column_count> firm_columns = {{
    {"sector", "업종", true},
    {"region", "지역", true},
    {"staff", "종업원수", true},
    {"sales_million_krw", "매출액_백만원", false},
    {"rnd_million_krw", "연구개발비_백만원", false},
    {"exporter", "수출", false},
}};

// Reads cells and collects what is wrong with them.
class FirmCells {
 public:
  FirmCells(const std::shared_ptr<const SourceFile>& file, Problems& problems)
      : file_(file), problems_(problems) {}

  // Each returns nothing after a problem.
  std::optional<Sector> sector(const CsvField& cell) const;
  std::optional<Region> region(const CsvField& cell) const;
  std::optional<double> number(const CsvField& cell, FirmColumn column, Range allowed) const;
  std::optional<bool> truth(const CsvField& cell) const;

  void wrong(const CsvField& cell, FirmColumn column, std::string what, std::string remedy) const;

 private:
  const std::shared_ptr<const SourceFile>& file_;
  Problems& problems_;
};

}  // namespace coopsim
