// SPDX-License-Identifier: Apache-2.0
#include "store/writer_thread.h"

#include <algorithm>
#include <utility>

namespace enact::store {
namespace {

// Bounds how long the first of a group waits for the last.
constexpr std::size_t kLargestGroup = 256;

}  // namespace

WriterThread::WriterThread(std::unique_ptr<Connection> connection)
    : connection_(std::move(connection)), thread_([this] { serve(); }) {}

WriterThread::~WriterThread() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_one();
  thread_.join();
}

void WriterThread::write(const std::function<bool(Writer&)>& work) {
  const auto piece = std::make_shared<Piece>();
  piece->work = &work;
  auto done = piece->done.get_future();
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(piece);
  }
  arrived_.notify_one();
  done.get();
}

void WriterThread::serve() {
  while (true) {
    auto group = next_group();
    if (group.empty()) return;
    commit_group(group);
  }
}

WriterThread::Group WriterThread::next_group() {
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
  const auto end =
      waiting_.begin() + static_cast<std::ptrdiff_t>(std::min(waiting_.size(), kLargestGroup));
  Group group(waiting_.begin(), end);
  waiting_.erase(waiting_.begin(), end);
  return group;
}

// A piece that failed or was rolled back is told at once; those that stand wait for the commit.
void WriterThread::commit_group(const Group& group) {
  try {
    connection_->begin();
    for (const auto& piece : group) {
      const bool keep = run_piece(*piece);
      // A full disk ends the whole transaction, whatever savepoints it holds.
      if (!connection_->in_transaction())
        throw Failure("the database gave up the transaction that this write was part of");
      if (!keep) piece->tell();
    }
    connection_->commit();
  } catch (...) {
    connection_->rollback();
    for (const auto& piece : group) piece->tell(std::current_exception());
    return;
  }
  for (const auto& piece : group) piece->tell();
}

bool WriterThread::run_piece(Piece& piece) {
  connection_->script("savepoint piece");
  connection_->clear_spoiled();
  bool keep = false;
  std::exception_ptr failure;
  try {
    keep = (*piece.work)(*connection_);
    if (keep) refuse_spoiled(*connection_);
  } catch (...) {
    failure = std::current_exception();
  }
  if (failure) keep = false;
  if (connection_->in_transaction()) {
    if (!keep) connection_->script("rollback to piece");
    connection_->script("release piece");
  }
  if (failure) piece.tell(failure);
  return keep;
}

void WriterThread::Piece::tell() {
  if (std::exchange(is_told, true)) return;
  done.set_value();
}

void WriterThread::Piece::tell(const std::exception_ptr& failure) {
  if (std::exchange(is_told, true)) return;
  done.set_exception(failure);
}

}  // namespace enact::store
