// SPDX-License-Identifier: Apache-2.0
// One block of a sweep as a file: netCDF-4 conformant HDF5 like every result, guarded by a hash
// over all it holds.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "output/sweep_block.hpp"

namespace coopsim {

// Written under a temporary name, made durable, then given its name; of a failing disk once more
// before it is given up. Throws ResultError.
void write_shard(const std::filesystem::path& file, std::string_view study, const SweepBlock& block,
                 const SweepContent& content, const BlockValues& values);

struct Shard {
  std::string study;
  SweepBlock block;
  BlockValues values;
};
// Held against its own hash. Throws ResultError (bad_data) where it is damaged or none.
Shard read_shard(const std::filesystem::path& file, const SweepContent& content);

}  // namespace coopsim
