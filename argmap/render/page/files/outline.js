// The outline as a tree, and the search, which shows those of its items that fit.
const tree = one('.outline>ul');
tree.setAttribute('role', 'tree');
tree.setAttribute('aria-label', 'Outline');
const lines = all('li', tree);
const rowOf = (item) => item.firstElementChild;
const parentOf = (item) => item.parentElement.closest('li');
const boxOf = (item) => +(item.dataset.n ?? item.dataset.to ?? NaN);
const isOpen = (item) => rowOf(item).getAttribute('aria-expanded') === 'true';
const canOpen = (item) => rowOf(item).hasAttribute('aria-expanded');
function expand(item, on) {
  if (canOpen(item)) rowOf(item).setAttribute('aria-expanded', on);
}

// The rows are what the tree is made of; the lists only hold them together.
const levels = new Map();
for (const item of lines) {
  const row = rowOf(item);
  const list = one(':scope>ul', item);
  levels.set(item, (levels.get(parentOf(item)) ?? 0) + 1);
  item.setAttribute('role', 'none');
  const attributes = {role: 'treeitem', tabindex: -1, 'aria-level': levels.get(item), 'aria-selected': false};
  for (const [key, value] of Object.entries(attributes)) row.setAttribute(key, value);
  for (const link of all('a', row)) link.setAttribute('tabindex', '-1');
  if (!list) continue;
  list.setAttribute('role', 'group');
  row.setAttribute('aria-expanded', 'true');
  row.prepend(element('b', {class: 'twist', 'aria-hidden': 'true'}));
}
if (lines.length) rowOf(lines[0]).setAttribute('tabindex', '0');
// Of a long outline the first levels are enough to begin with.
if (lines.length > 40) {
  for (const item of all('li li[data-n]', tree)) expand(item, false);
}

function putTab(item) {
  for (const each of all('[tabindex="0"]', tree)) each.setAttribute('tabindex', '-1');
  rowOf(item).setAttribute('tabindex', '0');
}
function focusItem(item) {
  if (!item) return;
  putTab(item);
  rowOf(item).focus({preventScroll: true});
  rowOf(item).scrollIntoView({block: 'nearest'});
}
function markItem(box, quiet) {
  const item = items[box];
  for (let up = parentOf(item); up; up = parentOf(up)) expand(up, true);
  rowOf(item).setAttribute('aria-selected', 'true');
  if (quiet) return;
  putTab(item);
  rowOf(item).scrollIntoView({block: 'nearest'});
}
function activate(item) {
  const box = boxOf(item);
  if (box >= 0) go(box, {quiet: true});
  else expand(item, !isOpen(item));
}

tree.addEventListener('click', (event) => {
  const item = event.target.closest('li');
  if (!item || event.target.closest('a[href^="http"]')) return;
  event.preventDefault();
  if (event.target.closest('.twist')) expand(item, !isOpen(item));
  else activate(item);
  focusItem(item);
});
tree.addEventListener('keydown', (event) => {
  const item = event.target.closest('li');
  if (event.ctrlKey || event.metaKey || event.altKey || !item) return;
  const visible = () => lines.filter((each) => each.offsetParent);
  const beside = (step) => {
    const seen = visible();
    return seen[seen.indexOf(item) + step];
  };
  const keys = {
    ArrowDown: () => focusItem(beside(1)),
    ArrowUp: () => focusItem(beside(-1)),
    Home: () => focusItem(visible()[0]),
    End: () => focusItem(visible().at(-1)),
    Enter: () => activate(item),
    ' ': () => activate(item),
    ArrowRight: () => isOpen(item) ? focusItem(beside(1)) : expand(item, true),
    ArrowLeft: () => isOpen(item) ? expand(item, false) : focusItem(parentOf(item)),
  };
  if (!keys[event.key]) return;
  event.preventDefault();
  event.stopPropagation();
  keys[event.key]();
});

// Search.
const field = one('input[type=search]');
const found = one('.found');
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const texts = boxes.map((box, n) => fold(
  [rowOf(items[n]), ...all('text', box)].map((each) => each.textContent).join(' ')));
let hits = [];
let hit = -1;

function search() {
  const words = fold(field.value).split(/\s+/).filter(Boolean);
  const on = words.length > 0;
  hit = -1;
  hits = on ? texts.flatMap((text, n) => words.every((word) => text.includes(word)) ? [n] : []) : [];
  for (const each of [board, tree]) each.classList.toggle('searching', on);
  const among = new Set(hits);
  boxes.forEach((box, n) => box.classList.toggle('hit', among.has(n)));
  for (const item of lines) {
    item.hidden = on;
    item.classList.toggle('hit', 'n' in item.dataset && among.has(boxOf(item)));
  }
  for (const n of hits) for (let up = items[n]; up; up = parentOf(up)) up.hidden = false;
  if (hits.length && !hits.every(inSight)) fit(around(hits.map(placeOf)));
  found.textContent = !on ? '' : hits.length ? counted(hits.length, 'hit') : 'no claim';
}
field.addEventListener('input', search);
field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !hits.length) return;
  hit = (hit + (event.shiftKey ? -1 : 1) + hits.length) % hits.length;
  go(hits[hit]);
  found.textContent = `${hit + 1} of ${counted(hits.length, 'hit')}`;
});
