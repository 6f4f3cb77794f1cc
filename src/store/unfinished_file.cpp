// SPDX-License-Identifier: Apache-2.0
#include "store/unfinished_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <system_error>

#include "store/database.h"

namespace enact::store {
namespace {

void sync(const std::filesystem::path& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC);
  const bool is_synced = file >= 0 && ::fsync(file) == 0;
  const std::error_code why(errno, std::generic_category());
  if (file >= 0) ::close(file);
  if (!is_synced) throw Failure("the backup could not be written to the disk: " + why.message());
}

}  // namespace

UnfinishedFile::UnfinishedFile(std::filesystem::path path) : path_(std::move(path)) {
  clear();
}

UnfinishedFile::~UnfinishedFile() {
  remove();
}

void UnfinishedFile::clear() {
  remove();
  const int file = ::open(path_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0) {
    const std::error_code why(errno, std::generic_category());
    throw Failure("the file for the copy cannot be made: " + why.message());
  }
  ::close(file);
}

void UnfinishedFile::publish(const std::filesystem::path& name) {
  sync(path_, O_RDONLY);
  std::filesystem::rename(path_, name);
  const auto folder = name.parent_path();
  sync(folder.empty() ? std::filesystem::path(".") : folder, O_RDONLY | O_DIRECTORY);
}

// With what SQLite puts beside it.
void UnfinishedFile::remove() {
  std::error_code ignored;
  for (const auto* suffix : {"", "-wal", "-shm", "-journal"})
    std::filesystem::remove(path_.string() + suffix, ignored);
}

}  // namespace enact::store
