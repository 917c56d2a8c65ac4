// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "cli/terminal.hpp"
#include "cli/text.hpp"

namespace coopsim::cli {
namespace {

std::string blocks(double share, int width) {
  const int full = static_cast<int>(std::clamp(share, 0.0, 1.0) * width);
  const bool unicode = shows_unicode();
  std::string bar;
  for (int i = 0; i < width; ++i) bar += i < full ? (unicode ? "█" : "#") : (unicode ? "░" : ".");
  return bar;
}

double share_of(int done, int total) {
  return total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 1;
}

}  // namespace

Progress::Progress(ProgressForm form, Workload workload)
    : form_(form),
      workload_(std::move(workload)),
      past_(static_cast<std::size_t>(workload_.replications)) {
  if (form_ != ProgressForm::none) painter_ = std::thread([this] { keep_showing(); });
}

Progress::~Progress() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  wake_.notify_all();
  if (painter_.joinable()) painter_.join();
  erase();
}

void Progress::add(const Outcome& finished) {
  const std::lock_guard lock(mutex_);
  const bool none = finished.world == Outcome::World::none;
  (finished.world == Outcome::World::policy ? policies_ : others_)++;
  failed_ += !finished.error.empty();
  events_ += finished.work.events;
  // STOP and the policies continue from a history, so the first of them tells that it is done.
  const auto which =
      static_cast<std::size_t>(finished.replication) % std::max<std::size_t>(1, past_.size());
  if (!none && !past_.empty() && !past_[which]) past_[which] = true, ++histories_;
}

void Progress::stopping() {
  const std::lock_guard lock(mutex_);
  if (std::exchange(stopping_, true) || form_ == ProgressForm::none) return;
  erase();
  if (form_ == ProgressForm::json)
    complain("{\"stopping\":true}\n");
  else
    complain("stopping: finishing the replications in hand (again to stop at once)\n");
}

void Progress::keep_showing() {
  using namespace std::chrono_literals;
  const auto pause = form_ == ProgressForm::bar    ? Clock::duration(100ms)
                     : form_ == ProgressForm::json ? Clock::duration(1s)
                                                   : Clock::duration(10s);
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, pause, [this] { return closing_; })) show();
  if (form_ == ProgressForm::json) show();  // programs get the last state; people get the table
}

void Progress::show() {
  const int done = policies_ + others_;
  if (form_ == ProgressForm::bar) return redraw();
  if (form_ == ProgressForm::json) {
    const double share = share_of(done, worlds());
    const std::string eta =
        share > 0 ? fmt::format("{:.1f}", elapsed() / share * (1 - share)) : "null";
    return complain(fmt::format(
        R"({{"done":{},"total":{},"failed":{},"events":{},"elapsed_s":{:.1f},"eta_s":{}}})"
        "\n",
        done, worlds(), failed_, events_, elapsed(), eta));
  }
  complain(fmt::format("{} of {} worlds simulated, {}\n", done, worlds(), remaining()));
}

void Progress::redraw() {
  const int all = workload_.replications * workload_.policy_count;
  const double seconds = elapsed();
  std::string after;
  if (seconds > 0.5)
    after =
        fmt::format("   {:.1f} M events/s   {} {}", static_cast<double>(events_) / 1e6 / seconds,
                    workload_.threads, workload_.threads == 1 ? "core" : "cores");
  after += "   " + remaining();
  std::string text;
  if (!workload_.history.empty())
    text = bar(workload_.history, histories_, workload_.replications, "") + "\n";
  text += bar(workload_.policies, policies_, all, after) + "\n";
  erase();
  complain(text);
  lines_drawn_ = static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

// A line never reaches the last column: a wrapped line could not be erased.
std::string Progress::bar(const std::string& title, int done, int total,
                          const std::string& after) const {
  const int room = std::max(20, terminal_columns(Stream::error) - 1);
  const int titles = std::max(display_width(workload_.history), display_width(workload_.policies));
  const std::string count = fmt::format("{}/{}", done, total);
  const int rest = room - titles - 5 - static_cast<int>(count.size()) - display_width(after);
  const int width = std::clamp(rest, 10, 32);
  std::string line = fmt::format("{}   {}  {}{}", padded_right(title, titles),
                                 blocks(share_of(done, total), width), count, after);
  if (display_width(line) > room) line = padded_right(line, room);
  return line;
}

void Progress::erase() {
  if (lines_drawn_ > 0) complain(fmt::format("\r\x1b[{}A\x1b[J", lines_drawn_));
  lines_drawn_ = 0;
}

std::string Progress::remaining() const {
  if (stopping_) return "stopping";
  const double share = share_of(policies_ + others_, worlds());
  if (share <= 0) return "just started";
  if (share >= 1) return "writing the result";
  return fmt::format("about {} left", readable_duration(elapsed() / share * (1 - share)));
}

double Progress::elapsed() const {
  return std::chrono::duration<double>(Clock::now() - start_).count();
}

int Progress::worlds() const {
  return workload_.replications * (workload_.policy_count + (workload_.reference_worlds ? 2 : 0));
}

}  // namespace coopsim::cli
