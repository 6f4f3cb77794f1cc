// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace enact::base {

// A file without a name, gone when nobody holds it: for what is too long for memory. It lies in
// $TMPDIR, else in /tmp. Whatever the disk refuses is a std::system_error.
class TemporaryFile {
 public:
  TemporaryFile();
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  void append(std::string_view bytes);
  std::size_t size() const { return size_; }

  // At most so many bytes from there on, and how many; less than asked for only at the end.
  std::size_t read(std::size_t from, char* into, std::size_t most) const;

 private:
  int descriptor_ = -1;
  std::size_t size_ = 0;
};

}  // namespace enact::base
