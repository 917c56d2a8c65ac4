// SPDX-License-Identifier: Apache-2.0
// Whether a result or report may be written where the user wants it: asked before anything is
// computed.
#pragma once
#include <filesystem>
#include <vector>

#include "output/target_path.hpp"

namespace coopsim::cli {

// Makes `folder` if it is not there. Throws a Failure (cannot_create, no_permission).
void make_folder(const std::filesystem::path& folder);

// Makes the folder of --scratch if it is not there; nothing where none is named. Throws a Failure
// (cannot_create, no_permission) where no file can be made in it.
void make_scratch(const std::filesystem::path& folder);

// Throws a Failure or a ResultError (cannot_create, no_permission) that names the place and the
// remedy: all that TargetPath refuses, and a folder that is missing or cannot be written.
// Touches nothing.
void refuse_unusable_output(const std::filesystem::path& file, bool overwrite,
                            const std::vector<std::filesystem::path>& inputs,
                            Content content = Content::result);

}  // namespace coopsim::cli
