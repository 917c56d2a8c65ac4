// SPDX-License-Identifier: Apache-2.0
// Whether a result is sound, and whether two results say the same: for `coopsim verify`.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace coopsim {

struct Fault {
  std::string path;  // "yearly/training_wait", "/ attribute seed"
  std::string what;
};

// Reads the whole file in a process of its own with bounded memory and time, so that a file made
// to harm can end nothing but that. Throws ResultError (bad_data and as ResultReader) if the file
// is refused or its reading fails. Call before threads are started.
void read_in_isolation(const std::filesystem::path& file);

// Checksums stored against checksums of what stands there; empty if all is sound.
std::vector<Fault> verify_checksums(const std::filesystem::path& file);

// Every dataset, attribute and dimension outside group `execution`, bit by bit: also whether NaNs
// are the same NaNs. Empty if the results are equal.
std::vector<Fault> compare_results(const std::filesystem::path& a, const std::filesystem::path& b);

}  // namespace coopsim
