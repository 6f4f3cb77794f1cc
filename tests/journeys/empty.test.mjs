// SPDX-License-Identifier: Apache-2.0
// A network on its first day, outside the demo: every page says what will be there and how to begin.
import { password } from "./support/browser.mjs";
import { lookAt } from "./support/look.mjs";
import { emptyStates } from "./support/states-rest.mjs";

export const command = "serve";

export default async function (t, visits, program) {
  await t.step("the first account is made on the command line", () => {
    program.runWith(`${password}\n`, "user", "add", "--email", "hub@example.org", "--name", "Hub Person", "--role", "hub", "--password-from-stdin");
  });
  await lookAt(t, visits, emptyStates);
}
