// SPDX-License-Identifier: Apache-2.0
// The pages of imported people and of kept mappings, in every state.
import { lookAt } from "./support/look.mjs";
import { peopleStates } from "./support/states-people.mjs";

export default (t, visits) => lookAt(t, visits, peopleStates);
