// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "cli/terminal.hpp"

namespace coopsim::cli {

using namespace std::chrono_literals;

Progress::Progress(ProgressForm form, Workload workload, std::function<bool()> stop_requested)
    : form_(form),
      workload_(std::move(workload)),
      stop_requested_(std::move(stop_requested)),
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
  (finished.world == Outcome::World::policy ? state_.policies : state_.others)++;
  state_.failed += !finished.error.empty();
  state_.events += finished.work.events;
  // STOP and the policies continue from a history, so the first of them tells that it is done.
  const auto which =
      static_cast<std::size_t>(finished.replication) % std::max<std::size_t>(1, past_.size());
  if (!none && !past_.empty() && !past_[which]) past_[which] = true, ++state_.histories;
}

void Progress::keep_showing() {
  const auto pause = form_ == ProgressForm::bar    ? Clock::duration(100ms)
                     : form_ == ProgressForm::json ? Clock::duration(1s)
                                                   : Clock::duration(10s);
  std::unique_lock lock(mutex_);
  begin();
  auto next = start_ + pause;
  while (!wake_.wait_for(lock, 100ms, [this] { return closing_; })) {
    if (!state_.stopping && stop_requested_ && stop_requested_()) tell_stop();
    if (Clock::now() < next) continue;
    show();
    next += pause;
  }
  if (form_ != ProgressForm::json) return;  // people get the table
  state_.stopping = stop_requested_ && stop_requested_();
  show();
}

void Progress::begin() {
  if (form_ == ProgressForm::lines) complain(workload_.head + "\n");
  if (form_ == ProgressForm::json) show();
}

void Progress::tell_stop() {
  state_.stopping = true;
  erase();
  if (form_ == ProgressForm::json) return show();
  complain("stopping: finishing the replications in hand (again to stop at once)\n");
}

void Progress::show() {
  state_.seconds = std::chrono::duration<double>(Clock::now() - start_).count();
  if (form_ == ProgressForm::bar) return redraw();
  complain(form_ == ProgressForm::json ? progress_json(workload_, state_)
                                       : progress_line(workload_, state_));
}

void Progress::redraw() {
  const std::string text =
      progress_bars(workload_, state_, terminal_columns(Stream::error), shows_unicode());
  complain(over_drawn() + text);  // in one piece, so that nothing flickers
  lines_drawn_ = static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

std::string Progress::over_drawn() const {
  return lines_drawn_ > 0 ? fmt::format("\r\x1b[{}A\x1b[J", lines_drawn_) : "";
}

void Progress::erase() {
  complain(over_drawn());
  lines_drawn_ = 0;
}

}  // namespace coopsim::cli
