// SPDX-License-Identifier: Apache-2.0
// The pages about institutions, commitments and lists of people to win, in every state.
import { lookAt } from "./support/look.mjs";
import { admissionsStates } from "./support/states-admissions.mjs";

export default (t, visits) => lookAt(t, visits, admissionsStates(visits));
