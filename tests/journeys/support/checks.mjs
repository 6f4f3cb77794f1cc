// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";

export { assert };

class Ended extends Error {}

// What one journey finds out, one line each. After a failed `step` the journey cannot go on; after a failed
// `check` it can.
export class Journey {
  constructor(name) {
    Object.assign(this, { name, passed: 0, failed: 0 });
  }

  report(good, words, trouble) {
    good ? ++this.passed : ++this.failed;
    const lines = [`${good ? "ok  " : "FAIL"} ${this.name}: ${words}`];
    if (!good) lines.push(...String(trouble?.message ?? trouble).split("\n").slice(0, 40).map((line) => `       ${line}`));
    console.log(lines.join("\n"));
    return good;
  }

  async check(words, act) {
    try {
      const result = await act();
      assert.notEqual(result, false, "This is not so.");
      return this.report(true, words);
    } catch (error) {
      return this.report(false, words, error);
    }
  }

  async step(words, act) {
    if (!(await this.check(words, act))) throw new Ended(words);
  }

  async whole(act) {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Ended)) this.report(false, "the journey goes to its end", error);
    }
  }
}
