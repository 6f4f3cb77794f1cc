// SPDX-License-Identifier: Apache-2.0
#include "exchange/zip_file.h"

#include <archive.h>
#include <archive_entry.h>

#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace enact::exchange {
namespace {

constexpr std::size_t kPiece = std::size_t{64} * 1024;
constexpr int kReadableByAll = 0644;

la_ssize_t write_piece(archive*, void* out, const void* bytes, std::size_t count) {
  static_cast<base::TemporaryFile*>(out)->append({static_cast<const char*>(bytes), count});
  return static_cast<la_ssize_t>(count);
}

}  // namespace

class ZipFile::State {
 public:
  State(base::TemporaryFile& out, base::Instant made)
      : made_(std::chrono::floor<std::chrono::seconds>(made.point()).time_since_epoch().count()),
        archive_(archive_write_new(), archive_write_free) {
    check(archive_write_set_format_zip(archive_.get()));
    check(archive_write_set_options(archive_.get(), "zip:compression=deflate"));
    check(archive_write_set_bytes_in_last_block(archive_.get(), 1));
    check(archive_write_open(archive_.get(), &out, nullptr, write_piece, nullptr));
  }

  void begin(std::string_view name, std::size_t size) {
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                              archive_entry_free);
    archive_entry_set_pathname(entry.get(), std::string(name).c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), kReadableByAll);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
    archive_entry_set_mtime(entry.get(), made_, 0);
    check(archive_write_header(archive_.get(), entry.get()));
  }

  void write(std::string_view bytes) {
    if (archive_write_data(archive_.get(), bytes.data(), bytes.size()) < 0) check(ARCHIVE_FATAL);
  }

  void finish() { check(archive_write_close(archive_.get())); }

 private:
  void check(int result) {
    if (result == ARCHIVE_OK || result == ARCHIVE_WARN) return;
    const char* why = archive_error_string(archive_.get());
    throw std::runtime_error(std::string("A zip file cannot be written: ") +
                             (why != nullptr ? why : "no reason is known"));
  }

  std::time_t made_;
  std::unique_ptr<archive, decltype(&archive_write_free)> archive_;
};

ZipFile::ZipFile(base::TemporaryFile& out, base::Instant made)
    : state_(std::make_unique<State>(out, made)) {}
ZipFile::~ZipFile() = default;

void ZipFile::add(std::string_view name, std::string_view content) {
  state_->begin(name, content.size());
  state_->write(content);
}

void ZipFile::add(std::string_view name, const base::TemporaryFile& content) {
  state_->begin(name, content.size());
  std::vector<char> piece(kPiece);
  std::size_t from = 0;
  while (const auto count = content.read(from, piece.data(), piece.size())) {
    state_->write({piece.data(), count});
    from += count;
  }
}

void ZipFile::finish() {
  state_->finish();
}

}  // namespace enact::exchange
