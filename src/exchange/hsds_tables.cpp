// SPDX-License-Identifier: Apache-2.0
#include "exchange/hsds_tables.h"

#include <fmt/format.h>

#include <stdexcept>

namespace enact::exchange {
namespace {

using base::Json;

constexpr std::size_t kPiece = std::size_t{64} * 1024;

constexpr Column kId{"id", "string", "uuid", true};

constexpr Column refers(std::string_view name, std::string_view table, bool is_required = true) {
  return {name, "string", "uuid", is_required, table};
}
constexpr Column must(std::string_view name) {
  return {name, "string", {}, true};
}
constexpr Column text(std::string_view name) {
  return {name};
}
constexpr Column number(std::string_view name) {
  return {name, "number"};
}

constexpr Column kOrganization[] = {
    kId, must("name"), must("description"), {"website", "string", "uri"}};
constexpr Column kService[] = {kId,
                               refers("organization_id", "organization"),
                               must("name"),
                               text("alternate_name"),
                               text("description"),
                               {"url", "string", "uri"},
                               {"email", "string", "email"},
                               must("status"),
                               text("application_process"),
                               text("fees_description"),
                               text("eligibility_description"),
                               number("minimum_age"),
                               number("maximum_age"),
                               {"last_modified", "datetime"}};
constexpr Column kLocation[] = {kId,
                                must("location_type"),
                                text("name"),
                                text("description"),
                                text("transportation"),
                                number("latitude"),
                                number("longitude")};
constexpr Column kAddress[] = {kId,
                               refers("location_id", "location", false),
                               must("address_1"),
                               must("city"),
                               must("state_province"),
                               must("postal_code"),
                               must("country"),
                               must("address_type")};
constexpr Column kServiceAtLocation[] = {kId, refers("service_id", "service"),
                                         refers("location_id", "location")};
constexpr Column kSchedule[] = {kId,
                                refers("service_at_location_id", "service_at_location", false),
                                {"valid_from", "date"},
                                number("timezone"),
                                text("wkst"),
                                text("freq"),
                                text("byday"),
                                text("description"),
                                {"opens_at", "time"},
                                {"closes_at", "time"}};
constexpr Column kPhone[] = {kId, refers("service_id", "service", false), must("number")};
constexpr Column kCostOption[] = {kId,
                                  refers("service_id", "service"),
                                  text("option"),
                                  text("currency"),
                                  number("amount"),
                                  text("amount_description")};
constexpr Column kAttribute[] = {kId,
                                 {"link_id", "string", "uuid", true},
                                 refers("taxonomy_term_id", "taxonomy_term"),
                                 must("link_entity")};
constexpr Column kTaxonomy[] = {kId, must("name"), must("description")};
constexpr Column kTaxonomyTerm[] = {kId, must("name"), must("description"), text("taxonomy"),
                                    refers("taxonomy_id", "taxonomy", false)};

constexpr Table kTables[] = {{"organization", "organizations.csv", kOrganization},
                             {"service", "services.csv", kService},
                             {"location", "locations.csv", kLocation},
                             {"address", "addresses.csv", kAddress},
                             {"service_at_location", "service_at_location.csv", kServiceAtLocation},
                             {"schedule", "schedules.csv", kSchedule},
                             {"phone", "phones.csv", kPhone},
                             {"cost_option", "cost_options.csv", kCostOption},
                             {"attribute", "attributes.csv", kAttribute},
                             {"taxonomy", "taxonomies.csv", kTaxonomy},
                             {"taxonomy_term", "taxonomy_terms.csv", kTaxonomyTerm}};

// RFC 4180. No guard against formulas here: programs read these files, and an apostrophe in front
// of "+1 412 ..." would be part of the telephone number.
void append_cell(std::string& line, std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    line += cell;
    return;
  }
  line += '"';
  for (const char c : cell) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

std::string cell_of(const Json& part, const Column& column) {
  const auto& value = part[column.name];
  if (value.is_null()) return {};
  auto written = value.is_text() ? value.text() : value.dump();
  // A column of times has no room for the offset; the column `timezone` says it.
  if (column.type == "time") return written.substr(0, 5) + ":00";
  if (written.ends_with(".0")) written.resize(written.size() - 2);
  return written;
}

}  // namespace

std::span<const Table> hsds_tables() {
  return kTables;
}

Json hsds_descriptor(std::string_view network, std::string_view made) {
  auto resources = Json::array();
  for (const auto& table : kTables) {
    auto fields = Json::array(), keys = Json::array();
    for (const auto& column : table.columns) {
      auto field = Json::object();
      field.set("name", column.name).set("type", column.type);
      if (!column.format.empty()) field.set("format", column.format);
      if (column.is_required) field.set("constraints", Json::object().set("required", true));
      fields.add(std::move(field));
      if (column.refers_to.empty()) continue;
      auto reference = Json::object();
      reference.set("resource", column.refers_to).set("fields", "id");
      keys.add(Json::object().set("fields", column.name).set("reference", std::move(reference)));
    }
    auto schema = Json::object();
    schema.set("primaryKey", "id").set("fields", std::move(fields));
    if (!keys.items().empty()) schema.set("foreignKeys", std::move(keys));
    auto resource = Json::object();
    resource.set("name", table.name).set("path", table.file);
    resource.set("profile", "tabular-data-resource").set("format", "csv");
    resource.set("mediatype", "text/csv").set("encoding", "utf-8");
    resource.set("schema", std::move(schema));
    resources.add(std::move(resource));
  }
  auto descriptor = Json::object();
  descriptor.set("name", "human-services-data")
      .set("title", fmt::format("Programs of {}", network))
      .set("description", "Human Services Data Specification 3.1, tabular form")
      .set("profile", "tabular-data-package")
      .set("created", made)
      .set("resources", std::move(resources));
  return descriptor;
}

// A table on its way into its file.
struct HsdsRows::Sheet {
  const Table* table = nullptr;
  std::unique_ptr<base::TemporaryFile> file = std::make_unique<base::TemporaryFile>();
  std::string waiting;

  void add(const Json& part) {
    bool is_first = true;
    for (const auto& column : table->columns) {
      if (!is_first) waiting += ',';
      is_first = false;
      append_cell(waiting, cell_of(part, column));
    }
    waiting += '\n';
    if (waiting.size() > kPiece) flush();
  }
  void flush() {
    file->append(waiting);
    waiting.clear();
  }
};

HsdsRows::HsdsRows() {
  for (const auto& table : kTables) {
    auto& sheet = sheets_.emplace_back();
    sheet.table = &table;
    for (const auto& column : table.columns) {
      if (&column != table.columns.data()) sheet.waiting += ',';
      sheet.waiting += column.name;
    }
    sheet.waiting += '\n';
  }
}

HsdsRows::~HsdsRows() = default;

void HsdsRows::add(std::string_view table, const Json& part) {
  for (auto& sheet : sheets_)
    if (sheet.table->name == table) return sheet.add(part);
  throw std::logic_error(fmt::format("There is no table {}.", table));
}

void HsdsRows::add_once(std::string_view table, const Json& part) {
  if (shared_.insert(part["id"].text()).second) add(table, part);
}

void HsdsRows::add_organization(const Json& organization) {
  add("organization", organization);
}

void HsdsRows::add_service(const Json& service, Organization organization) {
  if (organization == Organization::included) add("organization", service["organization"]);
  add("service", service);
  for (const auto& phone : service["phones"].items()) add("phone", phone);
  for (const auto& option : service["cost_options"].items()) add("cost_option", option);
  for (const auto& attribute : service["attributes"].items()) {
    const auto& term = attribute["taxonomy_term"];
    add_once("taxonomy", term["taxonomy_detail"]);
    add_once("taxonomy_term", term);
    add("attribute", attribute);
  }
  for (const auto& place : service["service_at_locations"].items()) {
    const auto& location = place["location"];
    add("location", location);
    for (const auto& address : location["addresses"].items()) add("address", address);
    add("service_at_location", place);
    for (const auto& schedule : place["schedules"].items()) add("schedule", schedule);
  }
}

const base::TemporaryFile& HsdsRows::file(std::size_t table) {
  auto& sheet = sheets_.at(table);
  sheet.flush();
  return *sheet.file;
}

}  // namespace enact::exchange
