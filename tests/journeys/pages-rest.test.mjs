// SPDX-License-Identifier: Apache-2.0
// Every page of the other rooms in every state: axe in light and dark, 390 and 320 px, on paper, and its structure.
import { lookAt } from "./support/look.mjs";
import { restStates } from "./support/states-rest.mjs";

export default (t, visits) => lookAt(t, visits, restStates(visits));
