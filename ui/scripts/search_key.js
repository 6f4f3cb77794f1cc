// SPDX-License-Identifier: Apache-2.0
// "/" goes to the search field. The field carries data-key="/" unless the person has turned
// single keys off in their account (WCAG 2.1.4).
export function focusSearchOnSlash(page) {
  const field = page.querySelector("input[type=search][data-key]");
  if (!field) return;
  page.addEventListener("keydown", (event) => {
    if (event.key !== field.dataset.key || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
