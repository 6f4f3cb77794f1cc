// SPDX-License-Identifier: Apache-2.0
// Search in a copy of the playbook that was opened from the disk: every word must be there, titles
// count most.
const field = document.getElementById("words");
const list = document.getElementById("hits");
const count = document.getElementById("count");

function points(entry, words) {
  const title = entry.title.toLowerCase();
  const text = entry.text.toLowerCase();
  let sum = 0;
  for (const word of words) {
    if (title.includes(word)) sum += 10;
    else if (text.includes(word)) sum += 1;
    else return 0;
  }
  return sum;
}

function show() {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  list.replaceChildren();
  count.textContent = "";
  if (words.length === 0) return;
  const hits = searchIndex
    .map((entry) => ({ entry, sum: points(entry, words) }))
    .filter((hit) => hit.sum > 0)
    .sort((a, b) => b.sum - a.sum);
  count.textContent = hits.length === 1 ? "1 result" : `${hits.length} results`;
  for (const { entry } of hits.slice(0, 50)) {
    const item = document.createElement("li");
    const heading = document.createElement("h2");
    const link = document.createElement("a");
    link.href = entry.url;
    link.textContent = entry.title;
    heading.append(link);
    const text = document.createElement("p");
    text.textContent = entry.text.slice(0, 200) + (entry.text.length > 200 ? "…" : "");
    item.append(heading, text);
    list.append(item);
  }
}

field.addEventListener("input", show);
