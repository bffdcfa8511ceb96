// Closing a section: it becomes a card, and the room that it had is taken out of the picture.
const SQUEEZED = 0.05;
const shifts = [];  // how far each node lies from where it was drawn
const closed = new Set();
const sections = [];
for (const frame of all('.frames>g', board)) {
  const [rect, title] = [one('rect', frame), one('text', frame)];
  sections[+frame.dataset.s] = {frame, rect, title, place: placed(frame), parent: frame.dataset.g};
}
for (const {frame} of sections.filter(Boolean)) {
  const size = one(`.sections [data-s="${frame.dataset.s}"] small`);
  if (!size) continue;
  const count = svgElement('text', {class: 'count', x: 12, y: 44});
  count.textContent = counted(+size.textContent, 'claim');
  frame.append(count);
}
const togglers = all('.sections [data-s]').filter((button) => sections[button.dataset.s]);
const sectionTitle = (s) => togglers.find((each) => each.dataset.s === s)?.firstChild.textContent.trim();
const layers = {open: one('.frames', board), closed: svgElement('g', {class: 'frames'})};
board.append(layers.closed);
const drawn = {
  signs: signs.map((sign) => [sign.x.baseVal.value, sign.y.baseVal.value]),
  paths: links.flatMap((link) => all('path', link).map((path) => [path, path.getAttribute('d')])),
  nodes: nodes.map(placed),
};

// Where something was drawn: by its own measures, moved.
function placed(drawing) {
  const [dx, dy] = drawing.getAttribute('transform').match(/[-\d.]+/g).map(Number);
  const {x, y, width, height} = drawing.getBBox();
  return {dx, dy, x: x + dx, y: y + dy, width, height};
}
const moveTo = (drawing, x, y) => drawing.setAttribute('transform', `translate(${x} ${y})`);

function svgElement(name, attributes) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

// The outermost closed section around a section, or that section itself.
function closedAround(section) {
  let found;
  for (let s = section; sections[s]; s = sections[s].parent) if (closed.has(+s)) found = +s;
  return found;
}
const homeOf = (node) => closedAround(nodes[node].dataset.g);

// The axis with all that is not in one of the stretches squeezed.
function squeeze(stretches) {
  const merged = [];
  for (const [start, end] of stretches.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return (value) => {
    let kept = 0;
    for (const [start, end] of merged) {
      if (value <= start) break;
      kept += Math.min(value, end) - start;
    }
    const from = merged[0]?.[0] ?? 0;
    return from + kept + (value - from - kept) * SQUEEZED;
  };
}

function axes() {
  if (!closed.size) return {x: (x) => x, y: (y) => y};
  const [x, y] = [[], []];
  const keep = (left, top, width, height) => {
    x.push([left, left + width]);
    y.push([top, top + height]);
  };
  nodes.forEach((_, n) => {
    const {x: left, y: top, width, height} = drawn.nodes[n];
    if (homeOf(n) === undefined) keep(left - 26, top - 20, width + 52, height + 40);
  });
  sections.forEach(({parent, place, title}, s) => {
    if (closedAround(parent) !== undefined) return;
    const wide = Math.min(place.width, (title?.getBBox().width ?? 0) + 64);
    if (closed.has(s)) return keep(place.x - 8, place.y - 8, wide + 16, 68);
    keep(place.x - 8, place.y - 8, wide, 40);
    keep(place.x + place.width - 8, place.y + place.height - 8, 16, 16);
  });
  return {x: squeeze(x), y: squeeze(y)};
}

function settle() {
  const {x: fx, y: fy} = axes();
  nodes.forEach((node, n) => {
    const {x, y, dx, dy} = drawn.nodes[n];
    shifts[n] = [fx(x) - x, fy(y) - y];
    moveTo(node, dx + shifts[n][0], dy + shifts[n][1]);
    node.classList.toggle('gone', homeOf(n) !== undefined);
  });
  signs.forEach((sign, n) => {
    sign.setAttribute('x', fx(drawn.signs[n][0]));
    sign.setAttribute('y', fy(drawn.signs[n][1]));
  });
  for (const [path, d] of drawn.paths) {
    path.setAttribute('d', d.replace(
      /(-?[\d.]+) (-?[\d.]+)/g, (_, x, y) => `${fx(+x).toFixed(1)} ${fy(+y).toFixed(1)}`));
  }
  for (const {element, from, to, sign} of edges) {
    const gone = homeOf(from) !== undefined && homeOf(from) === homeOf(to);
    for (const each of [element, sign]) each?.classList.toggle('gone', gone);
  }
  sections.forEach(({frame, rect, place: {x, y, width, height}, parent}, s) => {
    moveTo(frame, fx(x), fy(y));
    rect.setAttribute('width', fx(x + width) - fx(x));
    rect.setAttribute('height', fy(y + height) - fy(y));
    frame.classList.toggle('gone', closedAround(parent) !== undefined);
    frame.classList.toggle('closed', closed.has(s));
    (closed.has(s) ? layers.closed : layers.open).append(frame);
  });
  const {x, y, width, height} = asDrawn;
  Object.assign(size, {x: fx(x), y: fy(y)});
  Object.assign(size, {width: fx(x + width) - size.x, height: fy(y + height) - size.y});
  board.setAttribute('viewBox', `${size.x} ${size.y} ${size.width} ${size.height}`);
  for (const key of ['width', 'height']) board.setAttribute(key, size[key]);
  for (const button of togglers) {
    button.setAttribute('aria-expanded', !closed.has(+button.dataset.s));
  }
}

function toggle(section, on = !closed.has(section)) {
  if (closed.has(section) === on) return;
  const {rect} = sections[section];
  const was = rect.getBoundingClientRect();
  if (on) closed.add(section);
  else closed.delete(section);
  settle();
  const is = rect.getBoundingClientRect();
  if (is.width && was.width) move(was.left - is.left, was.top - is.top);
}
function toggleAll(on) {
  closed.clear();
  if (on) sections.forEach((_, s) => closed.add(s));
  settle();
  fitAll();
}
// Open every section that a box lies in.
function uncover(box) {
  for (let s = nodes[box].dataset.g; sections[s]; s = sections[s].parent) toggle(+s, false);
}
layers.open.parentNode.addEventListener('click', (event) => {
  const frame = event.target.closest('.frames>g');
  if (frame && !dragged) toggle(+frame.dataset.s);
});
