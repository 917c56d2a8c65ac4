// SPDX-License-Identifier: Apache-2.0
// Whether a result may be written where the user wants it: asked before anything is computed.
#pragma once
#include <filesystem>

namespace coopsim::cli {

// Throws a Failure (cannot_create or no_permission) that names the place and the remedy if `file`
// exists and `overwrite` is false; is a directory, link, device or `input` itself; or its folder is
// missing or cannot be written. Touches nothing.
void refuse_unusable_output(const std::filesystem::path& file, bool overwrite,
                            const std::filesystem::path& input);

}  // namespace coopsim::cli
