// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace enact::store {

// A SQLite file in the making: nobody else may read it, and it goes away with this object unless
// it is published.
class UnfinishedFile {
 public:
  explicit UnfinishedFile(std::filesystem::path path);
  ~UnfinishedFile();
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;

  const std::filesystem::path& path() const { return path_; }

  // Starts again with an empty file.
  void clear();

  // Gives the file its name, once its bytes are on the disk.
  void publish(const std::filesystem::path& name);

 private:
  void remove();

  std::filesystem::path path_;
};

}  // namespace enact::store
