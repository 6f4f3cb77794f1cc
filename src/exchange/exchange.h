// SPDX-License-Identifier: Apache-2.0
#pragma once

// The public face of the room: nothing yet. Others ask it over HTTP, not from C++.
namespace enact::exchange {}
