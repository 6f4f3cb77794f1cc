// SPDX-License-Identifier: Apache-2.0
// textarea[data-preview="/preview"] and <output for="ID of the textarea">: what the Markdown will look like, a moment
// after typing stops. The server renders it with the same rules as when it is saved; without script
// the form's "Preview" button does the same.
const pause = 400;

export function watchEditors(page) {
  for (const text of page.querySelectorAll("textarea[data-preview]")) watch(text);
}

function watch(text) {
  const named = `output[for~="${CSS.escape(text.id)}"]`;
  const output = document.querySelector(named);
  if (!output) return;
  let waiting;
  let asking;
  const show = async () => {
    asking?.abort();
    const mine = (asking = new AbortController());
    output.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(text.dataset.preview, {
        method: "POST",
        body: fields(text),
        headers: { Accept: "text/html" },
        signal: mine.signal,
      });
      if (!answer.ok) throw new Error(String(answer.status));
      put(output, named, await answer.text());
    } catch (error) {
      if (error.name === "AbortError") return;
      output.textContent = "The preview is not there just now. What you wrote is still in the field.";
    }
    if (mine === asking) output.removeAttribute("aria-busy");
  };
  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, pause);
  });
  if (text.value.trim() && !output.textContent.trim()) show();
}

// Only what a preview needs: the text, under its own name, and the form's token.
function fields(text) {
  const sent = new URLSearchParams();
  for (const hidden of text.form?.querySelectorAll("input[type=hidden]") ?? []) sent.append(hidden.name, hidden.value);
  sent.append(text.name, text.value);
  return sent;
}

// A fragment, or a whole page with the same output in it.
function put(output, named, html) {
  const answer = new DOMParser().parseFromString(html, "text/html");
  output.replaceChildren(...(answer.querySelector(named) ?? answer.body).childNodes);
}
