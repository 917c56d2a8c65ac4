// SPDX-License-Identifier: Apache-2.0
// The standard streams: results go to stdout, progress and errors to stderr. Escape codes only
// reach a terminal, and colour none of them where NO_COLOR is set.
#pragma once
#include <string>
#include <string_view>
#include <utility>

namespace coopsim::cli {

// A closed descriptor 0-2 is opened on /dev/null, so that no file we write takes its number. A
// reader that goes away makes write() fail instead of killing us. Call first.
void secure_standard_streams();

// Writes all of `text` to stdout. A reader that has gone is no error; anything else is one.
void print(std::string_view text);
// The same on stderr, where nothing that fails can be told to anyone.
void complain(std::string_view text);

enum class Stream { out = 1, error = 2 };

// Whether lines on `stream` may be redrawn.
bool is_terminal(Stream stream);
int terminal_columns(Stream stream);  // 80 where unknown
// For text on stdout: the terminal's, but no more than reads well; 120 into files and pipes.
int text_columns();
// Whether the user's locale shows more than ASCII.
bool shows_unicode();

enum class Emphasis { bold, dim, good, bad };
// What begins and ends it on `stream`; both empty where it is no terminal or NO_COLOR is set.
std::pair<std::string, std::string> emphasis_codes(Emphasis how, Stream stream);
// `text`, emphasised where `stream` is a terminal that shows it.
std::string emphasised(std::string_view text, Emphasis how, Stream stream);

}  // namespace coopsim::cli
