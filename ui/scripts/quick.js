// SPDX-License-Identifier: Apache-2.0
// form[data-quick][id]: posted without leaving the page. The server answers as it always does (a redirect to the
// page, or the page itself); we take the parts we need out of that answer: the form of the same id, the
// elements whose ids data-quick lists, and the flash message, which is read out.
// Anything unexpected falls back to an ordinary load, where the server says what happened.
export function postQuickly(page) {
  page.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("form[data-quick][id]") || event.defaultPrevented) return;
    event.preventDefault();
    if (form.getAttribute("aria-busy") === "true") return;
    form.setAttribute("aria-busy", "true");
    const pressed = event.submitter;
    try {
      const answer = await fetch(pressed?.getAttribute("formaction") ?? form.getAttribute("action"), {
        method: "POST",
        body: withButton(new FormData(form), pressed),
        headers: { Accept: "text/html" },
      });
      const found = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (replace(form, found, pressed)) return;
      window.location.assign(answer.redirected ? answer.url : window.location.href);
    } catch {
      form.removeAttribute("aria-busy");
      say("That did not reach the server. Nothing is lost: try again when you are connected.", true);
    }
  });
}

function withButton(data, pressed) {
  if (pressed?.name) data.append(pressed.name, pressed.value);
  return new URLSearchParams(data);
}

function replace(form, found, pressed) {
  const fresh = found.getElementById(form.id);
  if (!fresh) return false;
  for (const id of form.dataset.quick.split(/\s+/).filter(Boolean)) {
    const part = found.getElementById(id);
    if (part) document.getElementById(id)?.replaceWith(part);
  }
  const had = form.contains(document.activeElement);
  form.replaceWith(fresh);
  if (had) (fresh.querySelector(pressed?.name ? `[name="${CSS.escape(pressed.name)}"]` : "button") ?? fresh.querySelector("button"))?.focus();
  const flash = found.querySelector(".flash");
  if (flash) say(flash.textContent.trim(), flash.classList.contains("flash-problem"));
  return true;
}

// The frame ends with <p id="said" role="status" class="said"></p>, empty until there is something to say.
// Good news goes by itself; a problem stays until the next answer or until it is clicked away.
let fading;
function say(words, problem = false) {
  const line = document.getElementById("said");
  if (!line) return;
  clearTimeout(fading);
  line.textContent = words;
  line.onclick = () => line.replaceChildren();
  if (!problem) fading = setTimeout(line.onclick, 8000);
}
