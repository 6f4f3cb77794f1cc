// SPDX-License-Identifier: Apache-2.0
// <button type="button" data-print hidden>: shown because we can print, hidden where no script runs.
export function showPrintButtons(page) {
  for (const button of page.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
