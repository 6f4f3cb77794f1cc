// SPDX-License-Identifier: Apache-2.0
#include "exchange/package.h"

#include "exchange/hsds.h"
#include "exchange/hsds_tables.h"
#include "exchange/listings.h"
#include "exchange/zip_file.h"

namespace enact::exchange {

Package make_package(store::Reader& reader, std::string_view network, base::Instant now) {
  HsdsRows rows;
  Package package;
  each_host(reader, [&](const ListedOrg& host) { rows.add_organization(organization_json(host)); });
  each_listing(reader, [&](const Listing& listing) {
    rows.add_service(service_json(listing, now.day()), listing.host
                                                           ? HsdsRows::Organization::apart
                                                           : HsdsRows::Organization::included);
    ++package.services;
  });
  const auto zip = std::make_shared<base::TemporaryFile>();
  ZipFile file(*zip, now);
  file.add("datapackage.json", hsds_descriptor(network, now.iso()).dump(2) + "\n");
  for (std::size_t table = 0; table < hsds_tables().size(); ++table)
    file.add(hsds_tables()[table].file, rows.file(table));
  file.finish();
  package.file = zip;
  return package;
}

}  // namespace enact::exchange
