// SPDX-License-Identifier: Apache-2.0
#include "app/edition.h"

#include "app/queries.h"

namespace enact::app {

void touch_public_pages(store::Writer& writer) {
  writer.run(sql::touch_edition);
}

std::int64_t public_edition(store::Reader& reader) {
  const auto row = reader.one(sql::public_edition);
  return row ? row->integer("number") : 0;
}

void PageCache::begin(std::int64_t edition) {
  if (edition == edition_) return;
  edition_ = edition;
  by_target_.clear();
  entries_.clear();
  bytes_ = 0;
}

std::shared_ptr<const web::Response> PageCache::find(const std::string& target,
                                                     std::int64_t edition) {
  const std::lock_guard lock(mutex_);
  begin(edition);
  const auto found = by_target_.find(target);
  if (found == by_target_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->response;
}

void PageCache::keep(const std::string& target, std::int64_t edition, web::Response response) {
  const std::size_t size =
      target.size() +
      (response.kept ? response.kept->plain.size() + response.kept->gzip.size() : 0);
  const std::lock_guard lock(mutex_);
  // A page made while somebody published is of no edition for certain; it is not kept.
  if (edition != edition_ || by_target_.contains(target)) return;
  entries_.push_front({target, std::make_shared<const web::Response>(std::move(response)), size});
  by_target_[target] = entries_.begin();
  bytes_ += size;
  while (bytes_ > most_bytes_ && entries_.size() > 1) {
    bytes_ -= entries_.back().bytes;
    by_target_.erase(entries_.back().target);
    entries_.pop_back();
  }
}

}  // namespace enact::app
