// SPDX-License-Identifier: Apache-2.0
// Where something is written before it gets its name: beside its place, on the same file system.
#pragma once
#include <filesystem>

namespace coopsim {

// The folder that holds `place`. Throws ResultError (cannot_create) where it does not exist.
std::filesystem::path existing_parent(const std::filesystem::path& place);

// `place.tmp.<pid>`, or with a number behind it where that is taken: a name that is taken belongs
// to a writer that was killed, or works right now. Makes nothing.
std::filesystem::path temporary_beside(const std::filesystem::path& place);

}  // namespace coopsim
