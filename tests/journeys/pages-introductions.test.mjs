// SPDX-License-Identifier: Apache-2.0
// The pages of introductions and of the map, in every state.
import { lookAt } from "./support/look.mjs";
import { introductionStates } from "./support/states-introductions.mjs";

export default (t, visits) => lookAt(t, visits, introductionStates);
