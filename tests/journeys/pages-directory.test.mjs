// SPDX-License-Identifier: Apache-2.0
// The pages of the directory's facts, connections, candidates and imports, in every state.
import { lookAt } from "./support/look.mjs";
import { directoryStates } from "./support/states-directory.mjs";
import { exchangeStates } from "./support/states-exchange.mjs";

export default (t, visits) => lookAt(t, visits, [...directoryStates, ...exchangeStates]);
