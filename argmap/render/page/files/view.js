// Where the picture lies in its pane, and how large it is there.
const READABLE = 0.85;
const LEAST = 0.6;
const ROOM = 20;
const CONTROLS = 72;  // what the buttons at the bottom take
const asDrawn = (({x, y, width, height}) => ({x, y, width, height}))(board.viewBox.baseVal);
const size = {...asDrawn};
const at = {x: 0, y: 0, k: 1};
const still = matchMedia('(prefers-reduced-motion: reduce)');

// It glides to where it is put, but not when the page opens.
function show(glide = false) {
  board.classList.toggle('gliding', glide && board.style.transform !== '' && !still.matches);
  board.style.transform = `translate(${at.x}px,${at.y}px) scale(${at.k})`;
}
function zoom(by, x = pane.clientWidth / 2, y = pane.clientHeight / 2, glide = false) {
  const k = Math.min(4, Math.max(0.05, at.k * by));
  at.x = x - (x - at.x) * k / at.k;
  at.y = y - (y - at.y) * k / at.k;
  at.k = k;
  show(glide);
}
function move(x, y) {
  at.x += x;
  at.y += y;
  show();
}

// The rectangle of a box in the picture, as it lies now.
function placeOf(box) {
  const {x, y, width, height} = drawn.nodes[box];
  const [dx, dy] = shifts[box] ?? [0, 0];
  return {x: x + dx - size.x, y: y + dy - size.y, width, height};
}
function around(places) {
  const x = Math.min(...places.map((p) => p.x));
  const y = Math.min(...places.map((p) => p.y));
  const right = Math.max(...places.map((p) => p.x + p.width));
  const bottom = Math.max(...places.map((p) => p.y + p.height));
  return {x, y, width: right - x, height: bottom - y};
}
function fit(place, most = 1) {
  const [width, height] = [pane.clientWidth - 2 * ROOM, pane.clientHeight - ROOM - CONTROLS];
  at.k = Math.max(0.05, Math.min(most, width / place.width, height / place.height));
  at.x = ROOM + width / 2 - (place.x + place.width / 2) * at.k;
  at.y = ROOM + height / 2 - (place.y + place.height / 2) * at.k;
  show(true);
}
const fitAll = () => fit({...size, x: 0, y: 0});

function inSight(box, room = 0) {
  const {x, y, width, height} = placeOf(box);
  const [left, top] = [at.x + x * at.k, at.y + y * at.k];
  return left >= room && top >= room
    && left + width * at.k <= pane.clientWidth - room
    && top + height * at.k <= pane.clientHeight - room;
}
// Put a box in the middle, or towards the side that its reasons do not lie on.
function put(box, share) {
  const {x, y, width, height} = placeOf(box);
  const right = pane.dataset.direction === 'right';
  const left = pane.clientWidth * (right ? share : 0.5) - width * at.k / 2;
  const top = pane.clientHeight * (right ? 0.5 : share) - height * at.k / 2;
  at.x = Math.max(left, ROOM) - x * at.k;
  at.y = Math.max(top, ROOM) - y * at.k;
}
// See to it that a box can be read, and moves no more than it must.
function reveal(box) {
  if (at.k < LEAST) at.k = READABLE;
  if (!inSight(box, 64)) put(box, 0.3);
  show(true);
}

// Words that fit as the reader's font has them are left so; others are narrowed.
function fitWords() {
  const lines = all('.boxes text:not([direction]), .frames text', board);
  for (const line of lines) line.removeAttribute('textLength');
  const widths = lines.map((line) => line.getComputedTextLength());
  lines.forEach((line, n) => {
    const bar = line.nextElementSibling?.matches('.full') && line.nextElementSibling.nextElementSibling;
    const end = bar ? bar.x : line.parentNode.firstElementChild.width;
    const room = end.baseVal.value - line.x.baseVal[0].value - 5;
    if (widths[n] <= room) return;
    line.setAttribute('textLength', room);
    line.setAttribute('lengthAdjust', 'spacingAndGlyphs');
  });
}

// At first: all of a map that can be read so, else the thesis that the most bears on.
function home() {
  const k = Math.min(pane.clientWidth / size.width, pane.clientHeight / size.height);
  const theses = all('.outline>ul>li[data-n]').map((item) => +item.dataset.n);
  if (k >= LEAST || !theses.length) return fitAll();
  const weights = new Map(theses.map((n) => [n, reach(n, below).found.size]));
  at.k = READABLE;
  put(theses.reduce((a, b) => weights.get(b) > weights.get(a) ? b : a), 0.2);
  show(true);
}

pane.addEventListener('wheel', (event) => {
  event.preventDefault();
  const {left, top} = pane.getBoundingClientRect();
  const unit = event.deltaMode === 1 ? 30 : 1;
  if (event.shiftKey) move(-(event.deltaX || event.deltaY) * unit, 0);
  else {
    const by = Math.exp(-Math.max(-240, Math.min(240, event.deltaY * unit)) / 500);
    zoom(by, event.clientX - left, event.clientY - top);
  }
}, {passive: false});

// One finger or the mouse moves the picture, two fingers zoom it.
const fingers = new Map();
let dragged = false;
pane.addEventListener('pointerdown', (event) => {
  if (event.button) return;
  dragged = fingers.size > 0;
  fingers.set(event.pointerId, {x: event.clientX, y: event.clientY, from: [event.clientX, event.clientY]});
});
addEventListener('pointermove', (event) => {
  const finger = fingers.get(event.pointerId);
  if (!finger) return;
  const [x, y] = [event.clientX, event.clientY];
  if (Math.hypot(x - finger.from[0], y - finger.from[1]) > 5) dragged = true;
  const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
  if (other) {
    const {left, top} = pane.getBoundingClientRect();
    const was = Math.hypot(finger.x - other.x, finger.y - other.y) || 1;
    zoom(Math.hypot(x - other.x, y - other.y) / was,
      (x + other.x) / 2 - left, (y + other.y) / 2 - top);
    move((x - finger.x) / 2, (y - finger.y) / 2);
  } else if (dragged) move(x - finger.x, y - finger.y);
  Object.assign(finger, {x, y});
});
for (const end of ['pointerup', 'pointercancel']) {
  addEventListener(end, (event) => fingers.delete(event.pointerId));
}
