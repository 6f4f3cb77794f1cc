// SPDX-License-Identifier: Apache-2.0
// The pages on which an ecosystem supports its programs, in every state.
import { lookAt } from "./support/look.mjs";
import { programStates } from "./support/states-programs.mjs";

export default (t, visits) => lookAt(t, visits, programStates(visits));
