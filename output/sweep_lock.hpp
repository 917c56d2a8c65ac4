// SPDX-License-Identifier: Apache-2.0
// Locks of who works in a sweep's folder, or a part of it. One ends with its holder, however that
// ends; looking whether there is one takes none, and so is in nobody's way.
#pragma once
#include <filesystem>
#include <string>

namespace coopsim {

// Takes it; -1 where somebody holds it. To be closed to let go. Throws ResultError (io) where the
// file system has no locks.
int take_lock(const std::filesystem::path& file);

// Shows a living holder of a file that nobody else writes, where the file system has locks; to be
// closed in any case.
int show_alive(const std::filesystem::path& file);

// Whether a living process holds a lock on it, as far as can be seen: a file system without locks
// shows nobody.
bool is_locked(const std::filesystem::path& file);

// " (process 123)", as its holder noted it; empty where that is not known.
std::string holder_of(const std::filesystem::path& lock_file);

}  // namespace coopsim
