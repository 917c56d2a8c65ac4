// SPDX-License-Identifier: Apache-2.0
// Files that are whole or not there, whatever happens to the process or the machine.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace coopsim {

// Throws ResultError (io, no_permission) with the system's words.
[[noreturn]] void fail_on(const std::filesystem::path& file, std::string_view doing, int error);

// fsync of a file or folder; what has no such notion passes. Throws as above.
void make_durable(const std::filesystem::path& path, int open_flags);

// All of `bytes` to an open file; partial writes and interruptions are gone on with. Returns 0, or
// the error's number.
int write_fully(int descriptor, std::string_view bytes);

// Under a temporary name beside it, made durable, then given its name. Takes the place of an
// existing file. Throws as above.
void write_durably(const std::filesystem::path& file, std::string_view bytes);

// The same, but an existing file stays as it is, also where somebody makes it at the same moment.
void write_durably_once(const std::filesystem::path& file, std::string_view bytes);

// The whole of a regular file. Throws ResultError (missing, no_permission, io).
std::string read_whole(const std::filesystem::path& file);

}  // namespace coopsim
