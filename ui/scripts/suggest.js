// SPDX-License-Identifier: Apache-2.0
// input[data-suggest=URL][list]: its datalist is filled with what the server finds for the text. Without script the
// text is looked up when the form is sent.
const pause = 150;

export function suggestWhileTyping(page) {
  for (const input of page.querySelectorAll("input[data-suggest][list]")) watch(input);
}

function watch(input) {
  let waiting;
  let asking;
  const ask = async () => {
    asking?.abort();
    const text = input.value.trim();
    if (!text) return input.list?.replaceChildren();
    const mine = (asking = new AbortController());
    const address = new URL(input.dataset.suggest, window.location.href);
    address.searchParams.set("q", text);
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" }, signal: mine.signal });
      if (!answer.ok) return;
      const { suggestions } = await answer.json();
      input.list?.replaceChildren(...suggestions.map(({ value, label }) => new Option(label, value)));
    } catch {
      // Without suggestions the text is looked up when the form is sent.
    }
  };
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, pause);
  });
}
