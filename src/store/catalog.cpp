// SPDX-License-Identifier: Apache-2.0
#include "store/catalog.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>

#include "base/text.h"
#include "store/assets.h"
#include "store/sql_text.h"

namespace enact::store {
namespace {

bool holds_queries(std::string_view path) {
  if (!path.starts_with("sql/") || !path.ends_with(".sql")) return false;
  const char first = path[4];
  return first < '0' || first > '9';
}

[[noreturn]] void wrong_parameter(const CatalogQuery& query,
                                  std::string_view what,
                                  std::string_view name) {
  throw std::logic_error(fmt::format("{} {} '{}'; its parameters are: {}", query.name, what, name,
                                     base::join(query.parameters, ", ")));
}

void check(const CatalogQuery& query, const Param& param) {
  if (const auto* number = std::get_if<double>(&param.value); number && !std::isfinite(*number))
    wrong_parameter(query, "is given a number that is not finite for", param.name);
  if (const auto* text = std::get_if<std::string>(&param.value);
      text && text->find('\0') != std::string::npos)
    wrong_parameter(query, "is given a text with a NUL byte for", param.name);
}

}  // namespace

std::size_t Catalog::Hash::operator()(const Query& query) const {
  const std::hash<std::string_view> hash;
  return hash(query.room) * 31 + hash(query.name);
}

bool Catalog::Equal::operator()(const Query& a, const Query& b) const {
  return a.room == b.room && a.name == b.name;
}

Catalog::Catalog(std::span<const RoomSql> rooms, Backend backend) {
  std::vector<std::string> faults;
  add({"store", assets()}, backend, faults);
  for (const auto& room : rooms) add(room, backend, faults);
  if (!faults.empty()) throw Failure(base::join(faults, "\n"));
}

void Catalog::add(const RoomSql& room, Backend backend, std::vector<std::string>& faults) {
  struct Chosen {
    QueryBlock block;
    CatalogQuery* query;
  };
  std::unordered_map<std::string, Chosen> chosen;
  for (const auto& asset : room.assets) {
    if (!holds_queries(asset.path)) continue;
    const auto fault = [&](std::string_view name, std::string_view what) {
      faults.push_back(fmt::format("{}/{}{}{}: {}", room.room, asset.path.substr(4),
                                   name.empty() ? "" : ", ", name, what));
    };
    try {
      for (auto& block : parse_query_file(asset.content)) {
        if (block.variant && *block.variant != backend) continue;
        try {
          auto statement = parse_statement(block.sql, backend);
          const auto known = chosen.find(block.name);
          if (known == chosen.end()) {
            const auto index = queries_.size();
            queries_.push_back({fmt::format("{}.{}", room.room, block.name),
                                std::move(statement.text), std::move(statement.parameters), index});
            names_.emplace_back(room.room, block.name);
            const Query key{names_.back().first, names_.back().second};
            by_name_.emplace(key, &queries_.back());
            chosen.emplace(block.name, Chosen{block, &queries_.back()});
          } else if (block.variant.has_value() == known->second.block.variant.has_value()) {
            fault(block.name, "there are two of this name");
          } else if (block.variant) {
            known->second.query->text = std::move(statement.text);
            known->second.query->parameters = std::move(statement.parameters);
            known->second.block = block;
          }
        } catch (const Failure& failure) {
          fault(block.name, failure.what());
        }
      }
    } catch (const Failure& failure) {
      fault("", failure.what());
    }
  }
}

const CatalogQuery* Catalog::find(const Query& query) const {
  const auto found = by_name_.find(query);
  return found == by_name_.end() ? nullptr : found->second;
}

const CatalogQuery& Catalog::query(const Query& query) const {
  if (const auto* found = find(query)) return *found;
  throw std::logic_error(fmt::format("there is no query {}.{}", query.room, query.name));
}

std::vector<const Value*> arrange(const CatalogQuery& query, Params params) {
  std::vector<const Value*> values(query.parameters.size());
  for (const auto& param : params) {
    const auto found = std::find(query.parameters.begin(), query.parameters.end(), param.name);
    if (found == query.parameters.end()) wrong_parameter(query, "has no parameter", param.name);
    auto& value = values[static_cast<std::size_t>(found - query.parameters.begin())];
    if (value) wrong_parameter(query, "is given twice the parameter", param.name);
    check(query, param);
    value = &param.value;
  }
  const auto missing = std::find(values.begin(), values.end(), nullptr);
  if (missing != values.end()) {
    const auto at = static_cast<std::size_t>(missing - values.begin());
    wrong_parameter(query, "is missing the parameter", query.parameters[at]);
  }
  return values;
}

}  // namespace enact::store
