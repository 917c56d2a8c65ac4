// SPDX-License-Identifier: Apache-2.0
// coopsim-ranks: what `mpirun -n N coopsim sweep STUDY --mpi` becomes. Every rank starts coopsim
// work as a process of its own; rank 0 has the list of blocks that are missing and deals them out.
// Blocks go straight from workers into the sweep's folder, so a rank that dies costs what its
// worker had in hand and nothing else.
//
// usage: coopsim-ranks COOPSIM STUDY FOLDER PART THREADS SCRATCH text|json|quiet
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <sstream>

#include "cluster/process.hpp"
#include "cluster/rank_dealer.hpp"
#include "cluster/rank_messages.hpp"
#include "cluster/rank_worker.hpp"

namespace {

using namespace coopsim::cluster;

constexpr int bad_data = 65, stopped = 75;
constexpr int pause = 5;  // milliseconds between two looks

struct Job {
  std::string coopsim, study, folder, part, threads, scratch, form;
};

// A handler can reach nothing else.
volatile std::sig_atomic_t stop_asked = 0;
extern "C" void on_stop(int) { stop_asked = 1; }

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// What is missing, as rank 0 finds it; the folder is made if need be.
Answer list_blocks(const Job& job) {
  std::vector<std::string> words = {job.coopsim, "blocks", job.study, "--cores", job.threads};
  if (job.folder != job.study) words.insert(words.end(), {"-o", job.folder});
  if (!job.part.empty()) words.insert(words.end(), {"--shard", job.part});
  if (job.form == "quiet") words.push_back("--quiet");
  Answer answer = ask(words);
  if (!answer.started) answer.code = 66;
  std::fputs(answer.errors.c_str(), stderr);
  return answer;
}

std::vector<std::string> worker_words(const Job& job, int rank) {
  std::vector<std::string> words = {job.coopsim,  "work",    job.folder,
                                    "--announce", "--quiet", "-j",
                                    job.threads,  "--name",  "mpi/rank_" + std::to_string(rank)};
  if (!job.scratch.empty()) words.insert(words.end(), {"--scratch", job.scratch});
  return words;
}

// 0 where all ranks run the same program, the same engine and the same study; else the code to end
// with. Rank 0 says why.
int compared(const RankMessages& messages, const std::string& own) {
  const auto texts = messages.everybodys(own);
  int code = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    int ended = 0;
    if (std::sscanf(texts[i].c_str(), "ended %d", &ended) == 1) {
      code = ended == 0 || ended > 128 ? stopped : ended;
      if (messages.rank() == 0)
        std::fprintf(stderr, "rank %zu ended before it began, with code %d\n", i, ended);
    } else if (texts[i] != texts[0]) {
      if (code == 0) code = bad_data;
      if (messages.rank() == 0)
        std::fprintf(stderr, "rank %zu is not as rank 0: it runs %s, and rank 0 %s\n", i,
                     texts[i].c_str(), texts[0].c_str());
    }
  }
  return code;
}

class Rank {
 public:
  Rank(const Job& job, RankMessages& messages)
      : job_(job), messages_(messages), worker_(worker_words(job, messages.rank())) {}

  // Returns the code to end with, the same on all ranks.
  int run(std::vector<std::string> blocks) {
    if (const int code = compared(messages_, announcement()); code != 0) {
      worker_.close();
      if (code == stopped && messages_.rank() == 0) told_loss();
      return code;
    }
    if (messages_.rank() == 0) dealer_.emplace(std::move(blocks), messages_.ranks());
    messages_.send(0, Subject::ready, "");
    while (!code_) {
      look_at_worker();
      while (const auto message = messages_.next()) take(*message);
      if (stop_asked == 1) {
        worker_.ask_to_stop();
        stop_asked = 2;
      }
    }
    return *code_;
  }

 private:
  std::string announcement() {
    while (!worker_.ended())
      if (const auto lines = worker_.lines(-1); !lines.empty()) return lines.front();
    return "ended " + std::to_string(worker_.code());
  }

  void look_at_worker() {
    const bool was_there = !worker_.ended();
    const std::size_t answered = worker_.lines(pause).size();
    if (answered > 0) {
      in_hand_ -= std::min(in_hand_, answered);
      if (in_hand_ == 0) messages_.send(0, Subject::ready, "");
    }
    if (was_there && worker_.ended() && !closing_)
      messages_.send(0, Subject::lost, std::to_string(worker_.code()));
  }

  void take(const Message& message) {
    switch (message.subject) {
      case Subject::ready:
        return deal(message.from);
      case Subject::lost:
        dealer_->lose(message.from, std::atoi(message.text.c_str()));
        return end_if_all_closed();
      case Subject::closed:
        dealer_->close(message.from);
        return end_if_all_closed();
      case Subject::batch:
        in_hand_ = lines_of(message.text).size();
        return worker_.give(message.text + "\n");
      case Subject::close:
        if (worker_.ended()) return;  // then it is told as lost
        closing_ = true;
        worker_.close();
        return messages_.send(0, Subject::closed, "");
      case Subject::end:
        code_ = std::atoi(message.text.c_str());
        return;
    }
  }

  void deal(int rank) {
    std::string batch;
    for (const std::string& line : dealer_->next(rank)) batch += line + "\n";
    messages_.send(rank, batch.empty() ? Subject::close : Subject::batch, batch);
    tell_progress();
  }

  void end_if_all_closed() {
    if (!dealer_->all_closed()) return;
    if (dealer_->code() != 0) told_loss();
    const int code = dealer_->code() == 0 ? assembled() : dealer_->code();
    for (int rank = 0; rank < messages_.ranks(); ++rank)
      messages_.send(rank, Subject::end, std::to_string(code));
  }

  void told_loss() const {
    std::fprintf(stderr,
                 "a rank ended before its work did; all blocks that were published are kept. To go "
                 "on: the same command again, or coopsim resume %s\n",
                 job_.folder.c_str());
  }

  // A part of a sweep leaves that to whoever is the last.
  int assembled() const {
    if (!job_.part.empty()) return 0;
    std::vector<std::string> words = {job_.coopsim, "assemble", job_.folder};
    if (job_.form != "text") words.push_back("--" + job_.form);
    const Answer answer = ask(words);
    std::fputs(answer.output.c_str(), stdout);
    std::fputs(answer.errors.c_str(), stderr);
    return answer.code;
  }

  // A line for each tenth.
  void tell_progress() {
    if (job_.form == "quiet" || dealer_->blocks() == 0) return;
    const std::size_t tenth = 10 * dealer_->done() / dealer_->blocks();
    if (tenth == told_) return;
    told_ = tenth;
    std::fprintf(stderr, "%zu of %zu blocks on %d ranks\n", dealer_->done(), dealer_->blocks(),
                 messages_.ranks());
  }

  const Job& job_;
  RankMessages& messages_;
  RankWorker worker_;
  std::optional<RankDealer> dealer_;  // of rank 0
  std::size_t in_hand_ = 0, told_ = 0;
  bool closing_ = false;
  std::optional<int> code_;
};

int run_ranks(const Job& job, RankMessages& messages) {
  Answer listed;
  if (messages.rank() == 0) listed = list_blocks(job);
  const int code = std::atoi(messages.everybodys(std::to_string(listed.code)).front().c_str());
  if (code != 0) return code;
  return Rank(job, messages).run(lines_of(listed.output));
}

}  // namespace

int main(int words, char** given) {
  if (words != 8) {
    std::fputs("coopsim-ranks is started by coopsim sweep STUDY --mpi\n", stderr);
    return 2;
  }
  const Job job{given[1], given[2], given[3], given[4], given[5], given[6], given[7]};
  std::signal(SIGPIPE, SIG_IGN);
  for (const int number : {SIGTERM, SIGINT, SIGUSR1}) std::signal(number, on_stop);
  int code = 0;
  {
    RankMessages messages(&words, &given);
    code = run_ranks(job, messages);
  }
  return code;
}
