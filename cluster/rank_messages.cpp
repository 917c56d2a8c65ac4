// SPDX-License-Identifier: Apache-2.0
#include "cluster/rank_messages.hpp"

#include <mpi.h>

#include <cstring>

namespace coopsim::cluster {

// A text that must stay where it is until it has arrived.
struct RankMessages::Sent {
  std::string text;
  MPI_Request request;
};

RankMessages::RankMessages(int* words, char*** given) {
  MPI_Init(words, given);
  MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
  MPI_Comm_size(MPI_COMM_WORLD, &ranks_);
}

RankMessages::~RankMessages() {
  for (Sent* const one : on_the_way_) {
    MPI_Wait(&one->request, MPI_STATUS_IGNORE);
    delete one;
  }
  MPI_Finalize();
}

void RankMessages::send(int to, Subject subject, const std::string& text) {
  if (to == rank_) {
    to_itself_.push_back({rank_, subject, text});
    return;
  }
  Sent* const sent = new Sent{text, MPI_REQUEST_NULL};
  MPI_Isend(sent->text.data(), int(sent->text.size()), MPI_CHAR, to, int(subject), MPI_COMM_WORLD,
            &sent->request);
  on_the_way_.push_back(sent);
}

std::optional<Message> RankMessages::next() {
  std::erase_if(on_the_way_, [](Sent* one) {
    int arrived = 0;
    MPI_Test(&one->request, &arrived, MPI_STATUS_IGNORE);
    if (arrived) delete one;
    return arrived != 0;
  });
  if (!to_itself_.empty()) {
    Message first = to_itself_.front();
    to_itself_.erase(to_itself_.begin());
    return first;
  }
  int there = 0, size = 0;
  MPI_Status status;
  MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &there, &status);
  if (!there) return std::nullopt;
  MPI_Get_count(&status, MPI_CHAR, &size);
  Message message{status.MPI_SOURCE, Subject(status.MPI_TAG), std::string(std::size_t(size), ' ')};
  MPI_Recv(message.text.data(), size, MPI_CHAR, message.from, status.MPI_TAG, MPI_COMM_WORLD,
           MPI_STATUS_IGNORE);
  return message;
}

std::vector<std::string> RankMessages::everybodys(const std::string& own) const {
  constexpr std::size_t longest = 512;
  std::string mine = own.substr(0, longest);
  mine.resize(longest);
  std::string all(longest * std::size_t(ranks_), '\0');
  MPI_Allgather(mine.data(), int(longest), MPI_CHAR, all.data(), int(longest), MPI_CHAR,
                MPI_COMM_WORLD);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < std::size_t(ranks_); ++i)
    texts.emplace_back(all.c_str() + i * longest, ::strnlen(all.c_str() + i * longest, longest));
  return texts;
}

}  // namespace coopsim::cluster
