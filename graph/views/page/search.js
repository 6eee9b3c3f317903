// Finds names without case or diacritics, and turns kinds on and off.
const searchBox = document.getElementById('search');
const found = document.getElementById('found');
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
const index = Object.entries(known.nodes).map(([key, node]) => [key, [node.name, ...node.aliases].map(fold)]);

function matches(text) {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const scored = [];
  for (const [key, names] of index) {
    const hit = names.findIndex((name) => words.every((word) => name.includes(word)));
    if (hit >= 0) scored.push([names[hit].startsWith(words[0]) ? 0 : 1, hit, names[hit].length, key]);
  }
  scored.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  return scored.slice(0, 10).map((row) => row[3]);
}

function closeSearch() {
  found.hidden = true;
  found.replaceChildren();
}

searchBox.addEventListener('input', () => {
  const keys = matches(searchBox.value);
  const none = searchBox.value.trim() && !keys.length;
  found.replaceChildren(...keys.map((key) => {
    const button = chooser(key);
    button.prepend(badge(key));
    return make('li', null, button);
  }), ...(none ? [make('li', { class: 'none', text: 'Nothing here bears that name.' })] : []));
  found.hidden = !keys.length && !none;
});

function step(by) {
  const buttons = [...found.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement) + by;
  if (at < 0) searchBox.focus();
  else if (buttons[at]) buttons[at].focus();
}

document.querySelector('.search').addEventListener('keydown', (event) => {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    step(event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key === 'Enter' && event.target === searchBox) {
    const first = found.querySelector('button');
    if (first) first.click();
  } else if (event.key === 'Escape') {
    closeSearch();
    searchBox.focus();
  }
});

document.addEventListener('click', (event) => {
  if (!event.target.closest('.search')) closeSearch();
});

document.addEventListener('keydown', (event) => {
  if (event.key === '/' && !event.target.closest('input')) {
    event.preventDefault();
    searchBox.focus();
  } else if (event.key === 'Escape' && !event.target.closest('.search')) {
    choose(null, false);
  }
});

for (const box of document.querySelectorAll('#legend input')) box.addEventListener('change', refresh);
const hiddenKinds = () => new Set(
  [...document.querySelectorAll('#legend input:not(:checked)')].map((box) => box.dataset.kind));
