// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/result.h"
#include "playbook/transfer.h"

namespace enact::playbook {

// What is wrong between documents that are each in order: taken ids, files under another name
// than their id, parents, ecosystems and toolkit documents that are not there.
std::vector<base::Fault> faults_between(const std::vector<Document>& documents,
                                        const std::vector<std::string>& files,
                                        const std::vector<std::string>& organizations);

}  // namespace enact::playbook
