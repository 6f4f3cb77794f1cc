// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/temporary_file.h"

namespace enact::exchange {

// A column of HSDS's tabular form, and what it points at ("organization" by id), if anything.
struct Column {
  std::string_view name;
  std::string_view type = "string";
  std::string_view format = {};
  bool is_required = false;
  std::string_view refers_to = {};
};

struct Table {
  std::string_view name;  // "service"
  std::string_view file;  // "services.csv"
  std::span<const Column> columns;
};

// The tables that we fill, and of them the columns that we fill.
std::span<const Table> hsds_tables();

// datapackage.json (Frictionless, tabular): what the files hold.
base::Json hsds_descriptor(std::string_view network, std::string_view made);

// Turns nested services into rows of the tables, each in a file of its own, so that there may be
// any number. What several services share (a taxonomy) is written once.
class HsdsRows {
 public:
  HsdsRows();
  ~HsdsRows();

  // `organization` too, unless it is a host, which comes by itself.
  enum class Organization { included, apart };
  void add_service(const base::Json& service, Organization organization);
  void add_organization(const base::Json& organization);

  // To be called once, at the end: the file of a table, in the order of hsds_tables().
  const base::TemporaryFile& file(std::size_t table);

 private:
  struct Sheet;

  void add(std::string_view table, const base::Json& part);
  void add_once(std::string_view table, const base::Json& part);

  std::vector<Sheet> sheets_;
  std::set<std::string> shared_;
};

}  // namespace enact::exchange
