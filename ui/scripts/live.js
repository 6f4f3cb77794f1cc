// SPDX-License-Identifier: Apache-2.0
// form[method=get][data-live="ids"]: the page is asked again while somebody types, and the parts with these ids are
// taken from the answer. The address follows what is shown, without a step back for every letter. The first part says
// in data-said what was found; that is read out once typing rests. Without script the button does the same.
const pause = 150;
const rest = 900;

export function searchWhileTyping(page) {
  for (const form of page.querySelectorAll("form[data-live]")) watch(form);
}

function watch(form) {
  let waiting;
  let asking;
  let saying;
  const ask = async () => {
    asking?.abort();
    const mine = (asking = new AbortController());
    const address = addressOf(form);
    try {
      const answer = await fetch(address, { headers: { Accept: "text/html" }, signal: mine.signal });
      if (!answer.ok) return;
      const found = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine.signal.aborted || !replace(form, found)) return;
      history.replaceState(history.state, "", address);
      clearTimeout(saying);
      saying = setTimeout(() => say(form), rest);
    } catch {
      // Not reachable, or overtaken by the next letter: what is shown stays, and the button still works.
    }
  };
  form.addEventListener("input", (event) => {
    if (event.isComposing) return;
    clearTimeout(waiting);
    waiting = setTimeout(ask, pause);
  });
  form.addEventListener("compositionend", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, pause);
  });
}

function addressOf(form) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value.trim()) fields.append(name, value.trim());
  const query = fields.toString();
  return form.getAttribute("action") + (query ? `?${query}` : "");
}

function replace(form, found) {
  const ids = form.dataset.live.split(/\s+/).filter(Boolean);
  const parts = ids.map((id) => found.getElementById(id));
  if (parts.includes(null)) return false;
  ids.forEach((id, at) => document.getElementById(id)?.replaceWith(parts[at]));
  return true;
}

function say(form) {
  const line = document.getElementById("said");
  const words = document.getElementById(form.dataset.live.split(/\s+/)[0])?.dataset.said;
  if (!line || !words) return;
  line.classList.add("visually-hidden");
  line.textContent = words;
  setTimeout(() => {
    line.replaceChildren();
    line.classList.remove("visually-hidden");
  }, 2000);
}
