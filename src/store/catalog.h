// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/database.h"

namespace enact::store {

// One query as its database takes it. `index` numbers the queries from 0, so that a connection
// can keep its prepared statements in a vector.
struct CatalogQuery {
  std::string name;  // "playbook.find_play"
  std::string text;
  std::vector<std::string> parameters;
  std::size_t index = 0;
};

// Every named query of the program for one database; never changes once made, and is read by all
// threads.
class Catalog {
 public:
  // Adds this room's own queries to those of `rooms`. Throws Failure naming every fault.
  Catalog(std::span<const RoomSql> rooms, Backend backend);

  // Throws std::logic_error where there is no such query.
  const CatalogQuery& query(const Query& query) const;
  const CatalogQuery* find(const Query& query) const;
  const std::deque<CatalogQuery>& all() const { return queries_; }

 private:
  struct Hash {
    std::size_t operator()(const Query& query) const;
  };
  struct Equal {
    bool operator()(const Query& a, const Query& b) const;
  };

  void add(const RoomSql& room, Backend backend, std::vector<std::string>& faults);

  std::deque<CatalogQuery> queries_;  // keeps addresses: the map's keys look into `names_`
  std::deque<std::pair<std::string, std::string>> names_;
  std::unordered_map<Query, const CatalogQuery*, Hash, Equal> by_name_;
};

// The values in the order of the query's parameters. Throws std::logic_error for a missing, an
// unknown or a doubled parameter, and for a number that is not finite; the databases would each
// make something else of it.
std::vector<const Value*> arrange(const CatalogQuery& query, Params params);

}  // namespace enact::store
