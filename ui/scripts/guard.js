// SPDX-License-Identifier: Apache-2.0
// form[data-guard]: the browser asks before typed text is lost. A form shown again with its errors
// says data-guard="dirty", because what it holds is not saved anywhere.
const content = (form) =>
  JSON.stringify([...new FormData(form)].map(([name, value]) => [name, value.name ?? value]));

export function guardForms(page) {
  const guarded = [...page.querySelectorAll("form[data-guard]")].map((form) => ({
    form,
    saved: form.dataset.guard === "dirty" ? null : content(form),
    leaving: false,
  }));
  for (const each of guarded) {
    // Runs after the page's other handlers, so a submission somebody prevented does not count.
    each.form.addEventListener("submit", (event) => {
      setTimeout(() => { each.leaving = !event.defaultPrevented; });
      each.leaving = true;
    });
  }
  // A page brought back by the back button is being edited again.
  window.addEventListener("pageshow", () => guarded.forEach((each) => { each.leaving = false; }));
  window.addEventListener("beforeunload", (event) => {
    if (guarded.some(({ form, saved, leaving }) => form.isConnected && !leaving && content(form) !== saved)) {
      event.preventDefault();
      event.returnValue = "";
    }
  });
}
