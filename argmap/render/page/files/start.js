// Buttons, keys, addresses; and how the page opens.
const root = document.documentElement;
const keys = one('dialog');
const dark = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches;
const themeButton = one('[data-do=theme]');
const sayTheme = () => themeButton.setAttribute('aria-pressed', isDark());

const acts = {
  in: () => zoom(1.3, undefined, undefined, true),
  out: () => zoom(1 / 1.3, undefined, undefined, true),
  fit: fitAll,
  home,
  whole: () => fit(around([...shown.lit].filter((node) => !isJoint(node)).map(placeOf))),
  clear: () => {
    const item = items[traced];
    clear();
    focusItem(item);
  },
  theme: () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    sayTheme();
  },
  keys: () => keys.showModal(),
  close: () => keys.close(),
  closeAll: () => toggleAll(true),
  openAll: () => toggleAll(false),
};
document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  if (button.dataset.s !== undefined) toggle(+button.dataset.s);
  else acts[button.dataset.do]?.();
});
dark.addEventListener('change', sayTheme);

function escape() {
  if (field.value) {
    field.value = '';
    search();
  } else if (traced !== null) clear();
}
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
  const typing = event.target === field;
  if (event.key === 'Escape') escape();
  else if (typing) return;
  else if (event.key === '/') field.focus();
  else if (event.key === '?') acts.keys();
  else if (event.key === '+' || event.key === '=') acts.in();
  else if (event.key === '-') acts.out();
  else if (event.key === '0') fitAll();
  else return;
  event.preventDefault();
});

// On the map, arrows go to the nearest box on that side.
const ARROWS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
function nearest([x, y]) {
  const centre = (place) => [place.x + place.width / 2, place.y + place.height / 2];
  const from = traced === null
    ? [(pane.clientWidth / 2 - at.x) / at.k, (pane.clientHeight / 2 - at.y) / at.k]
    : centre(placeOf(traced));
  let best = [Infinity, null];
  boxes.forEach((box, n) => {
    if (n === traced || box.classList.contains('gone')) return;
    const to = centre(placeOf(n));
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const [along, aside] = [dx * x + dy * y, Math.abs(dx * y) + Math.abs(dy * x)];
    const cost = along + 2 * aside;
    if (along > 1 && cost < best[0]) best = [cost, n];
  });
  return best[1];
}
pane.addEventListener('keydown', (event) => {
  const arrow = ARROWS[event.key];
  if (!arrow || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  if (event.shiftKey) return move(-80 * arrow[0], -80 * arrow[1]);
  const next = nearest(arrow);
  if (next !== null) go(next);
});

// The box that the address names, if it names one.
function addressed() {
  let id = location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    // Not encoded, then: it is meant as it is.
  }
  const box = items.findIndex((item) => item.id === id);
  return id && box >= 0 ? box : null;
}
addEventListener('popstate', () => {
  const box = addressed();
  if (box === null) endTrace();
  else go(box, {remember: false});
});

// On paper the legend is always there; on a screen it is when it is wanted.
const legend = one('.legend');
if (legend) {
  legend.open = false;
  let wasOpen = false;
  addEventListener('beforeprint', () => {
    wasOpen = legend.open;
    legend.open = true;
  });
  addEventListener('afterprint', () => legend.open = wasOpen);
}

root.classList.add('js');
pane.setAttribute('tabindex', '0');
pane.setAttribute('role', 'application');
pane.setAttribute('aria-label', 'Map: arrows go from claim to claim. The outline says the same.');
for (const each of all('.tools,.zoom,.sections')) each.hidden = false;
sayTheme();
fitWords();
home();
const first = addressed() ?? (pane.dataset.start === '' ? null : +pane.dataset.start);
if (first !== null) go(first, {remember: false});
