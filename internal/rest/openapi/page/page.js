// Search: hides what does not have all words. The page is whole without it.
const box = document.getElementById("search");
const found = document.getElementById("found");
const items = [...document.querySelectorAll("[data-searched]")].map((element) => ({
  element,
  entry: document.querySelector(`[data-of="${CSS.escape(element.id)}"]`),
  text: `${element.id} ${element.textContent}`.toLowerCase(),
}));

function search() {
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const { element, entry, text } of items) {
    const hit = words.every((word) => text.includes(word));
    element.hidden = !hit;
    if (entry) entry.hidden = !hit;
    if (hit) count += 1;
  }
  for (const section of document.querySelectorAll("main > section:has([data-searched])")) {
    section.hidden = !section.querySelector("[data-searched]:not([hidden])");
  }
  document.getElementById("start").hidden = words.length > 0;
  found.textContent = words.length > 0 ? `${count} found` : "";
}

box.closest("label").hidden = false;
if (matchMedia("(max-width: 56rem)").matches) document.querySelector("nav details").open = false;
box.addEventListener("input", search);
document.addEventListener("click", (event) => {
  // A link to something that the search has hidden shows everything again.
  const link = event.target.closest('a[href^="#"]');
  if (link && document.getElementById(decodeURIComponent(link.hash.slice(1)))?.closest("[hidden]")) {
    box.value = "";
    search();
  }
});
search();
