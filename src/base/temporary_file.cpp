// SPDX-License-Identifier: Apache-2.0
#include "base/temporary_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

namespace enact::base {
namespace {

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

int open_in(const char* folder) {
  std::string name = std::string(folder) + "/enact-XXXXXX";
  const int descriptor = mkostemp(name.data(), O_CLOEXEC);
  if (descriptor >= 0) unlink(name.c_str());
  return descriptor;
}

}  // namespace

TemporaryFile::TemporaryFile() {
  const char* folder = std::getenv("TMPDIR");
  descriptor_ = open_in(folder != nullptr && *folder != '\0' ? folder : "/tmp");
  if (descriptor_ < 0) fail("A temporary file cannot be made");
}

TemporaryFile::~TemporaryFile() {
  close(descriptor_);
}

void TemporaryFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(size_));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) fail("A temporary file cannot be written");
    size_ += static_cast<std::size_t>(count);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

std::size_t TemporaryFile::read(std::size_t from, char* into, std::size_t most) const {
  std::size_t done = 0;
  while (done < most) {
    const auto count =
        pread(descriptor_, into + done, most - done, static_cast<off_t>(from + done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("A temporary file cannot be read");
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  return done;
}

}  // namespace enact::base
