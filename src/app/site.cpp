// SPDX-License-Identifier: Apache-2.0
#include "app/site.h"

#include "app/queries.h"
#include "app/services.h"

namespace enact::app {

std::string network_name(store::Reader& reader) {
  const auto row = reader.one(sql::site_value, {{"name", "network"}});
  return row ? row->text("value") : "Enact";
}

void name_network(store::Writer& writer, std::string_view name) {
  writer.run(sql::set_site_value, {{"name", "network"}, {"value", name}});
}

bool is_demo(store::Reader& reader) {
  return reader.one(sql::site_value, {{"name", "demo"}}).has_value();
}

void mark_as_demo(store::Writer& writer) {
  writer.run(sql::set_site_value, {{"name", "demo"}, {"value", "yes"}});
}

std::string Services::network_name() const {
  return db.read([](store::Reader& reader) { return app::network_name(reader); });
}

}  // namespace enact::app
