// SPDX-License-Identifier: Apache-2.0
#include "exchange/openapi.h"

#include "base/json.h"
#include "exchange/hsds.h"

namespace enact::exchange {
namespace {

using base::Json;

Json ref(std::string_view name) {
  return Json::object().set("$ref", name);
}

Json parameter(std::string_view name, std::string_view about, std::string_view type) {
  auto json = Json::object();
  json.set("name", name).set("in", "query").set("required", false).set("description", about);
  json.set("schema", Json::object().set("type", type));
  return json;
}

Json id_parameter() {
  auto json = Json::object();
  json.set("name", "id").set("in", "path").set("required", true);
  json.set("schema", Json::object().set("type", "string").set("format", "uuid"));
  return json;
}

Json answer(std::string_view about, Json schema, std::string_view type = "application/json") {
  auto content = Json::object();
  content.set(std::string(type), Json::object().set("schema", std::move(schema)));
  return Json::object().set("description", about).set("content", std::move(content));
}

Json operation(std::string_view id, std::string_view about, Json parameters, Json schema) {
  auto responses = Json::object();
  responses.set("200", answer(about, std::move(schema)));
  responses.set("default", answer("What is wrong, in a sentence",
                                  ref("#/components/schemas/Problem"), "application/problem+json"));
  auto get = Json::object();
  get.set("operationId", id).set("summary", about);
  if (!parameters.items().empty()) get.set("parameters", std::move(parameters));
  get.set("responses", std::move(responses));
  return Json::object().set("get", std::move(get));
}

Json list_parameters() {
  auto list = Json::array();
  list.add(parameter("search", "Words in the name or in what is written about it", "string"));
  list.add(parameter("page", "Which page, from 1", "integer"));
  list.add(parameter("per_page", "How many on a page, 1 to 500", "integer"));
  list.add(parameter("organization_id", "Only what this organization runs", "string"));
  list.add(parameter("modified_after", "Only what changed on or after this day or moment in UTC",
                     "string"));
  list.add(parameter("minimal", "true: id and last_modified alone", "boolean"));
  list.add(
      parameter("full", "Services are always fully nested, so this changes nothing", "boolean"));
  list.add(parameter("format", "json", "string"));
  return list;
}

Json object_of(const std::vector<std::pair<std::string, std::string>>& members,
               const std::vector<std::string>& required) {
  auto properties = Json::object();
  for (const auto& [name, type] : members) properties.set(name, Json::object().set("type", type));
  auto names = Json::array();
  for (const auto& name : required) names.add(name);
  return Json::object()
      .set("type", "object")
      .set("properties", std::move(properties))
      .set("required", std::move(names));
}

Json page_of_services() {
  auto page = object_of({{"total_items", "integer"},
                         {"total_pages", "integer"},
                         {"page_number", "integer"},
                         {"size", "integer"},
                         {"first_page", "boolean"},
                         {"last_page", "boolean"},
                         {"empty", "boolean"}},
                        {"total_items", "total_pages", "page_number", "size", "first_page",
                         "last_page", "empty", "contents"});
  auto contents = Json::object();
  contents.set("type", "array").set("items", Json::object().set("type", "object"));
  auto properties = page["properties"];
  page.set("properties", properties.set("contents", std::move(contents)));
  return page;
}

}  // namespace

std::string openapi_json(std::string_view root) {
  const auto one = [](std::string_view id, std::string_view about, std::string_view schema) {
    return operation(id, about, Json::array().add(id_parameter()), ref(schema));
  };
  auto paths = Json::object();
  paths.set(
      "/",
      operation("getAPIMetaInformation", "What this API is", Json::array(),
                object_of({{"version", "string"}, {"profile", "string"}, {"openapi_url", "string"}},
                          {"version", "profile", "openapi_url"})));
  paths.set("/services", operation("getPaginatedListOfServices", "Programs, page by page",
                                   list_parameters(), page_of_services()));
  paths.set("/services/{id}",
            one("getFullyNestedServiceById", "One program", "#/components/schemas/Service"));
  paths.set("/organizations/{id}", one("getFullyNestedOrganizationById", "Who runs programs",
                                       "#/components/schemas/Organization"));
  auto schemas = Json::object();
  schemas.set("Service", object_of({{"id", "string"}, {"name", "string"}, {"status", "string"}},
                                   {"id", "name", "status"}));
  schemas.set("Organization",
              object_of({{"id", "string"}, {"name", "string"}, {"description", "string"}},
                        {"id", "name", "description"}));
  schemas.set("Problem",
              object_of({{"title", "string"}, {"status", "integer"}, {"detail", "string"}},
                        {"title", "status", "detail"}));
  auto info = Json::object();
  info.set("title", "Human Services Data API").set("version", kHsdsVersion);
  auto api = Json::object();
  api.set("openapi", "3.1.0").set("info", std::move(info));
  api.set("servers", Json::array().add(Json::object().set("url", root)));
  api.set("paths", std::move(paths));
  api.set("components", Json::object().set("schemas", std::move(schemas)));
  return api.dump(2) + "\n";
}

}  // namespace enact::exchange
