// The claim that is traced: what is known of it, and what stands next to it.
const card = one('.card');
const spoken = one('.spoken');

function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}
const SAID = {
  support: 'for', entailment: 'for', equivalence: 'same as', rebuttal: 'against',
  undercut: 'undercut by', contrary: 'conflicts with', contradiction: 'conflicts with',
};

const DEEPEST = 3;  // steps on steps that a card tells; the outline has them all

// A button that goes to a box.
function way(box, kind, word = SAID[kind]) {
  const verdict = all('em', one('p', items[box])).map((each) => each.cloneNode(true));
  return element('button', {type: 'button', 'data-go': box},
    element('i', {class: kind}, word), element('span', {}, wordsOf(box)), ...verdict);
}

// What one edge brings up: a box, or premises that only work together; and what is on its step.
function brought(edge, node, seenFrom, depth = 0) {
  if (!isJoint(node)) return [element('li', {}, way(node, edge.kind))];
  const isOnStep = ({edge: each}) => !each.part && each.to === node;
  const on = depth > DEEPEST ? [] : below[node].filter(isOnStep);
  const ends = below[node].filter((each) => !isOnStep(each)).map((each) => each.node)
    .filter((each) => each !== seenFrom && !isJoint(each));
  const list = ends.map((end, n) => element('li', {}, n ? way(end, 'joint', 'and') : way(end, edge.kind)));
  const group = element('li', {class: ends.length > 1 ? 'together' : ''}, element('ul', {}, ...list));
  if (on.length) {
    const said = on.flatMap((each) => brought(each.edge, each.node, node, depth + 1));
    group.append(element('ul', {class: 'step'}, ...said));
  }
  return [group];
}

// The boxes that a box bears on by one relation, through the steps that this is aimed at.
function leadsTo(box) {
  const found = [];
  const seen = new Set();
  const waiting = above[box].map((each) => [each.node, each.turn]);
  for (const [node, stance] of waiting) {
    if (!isJoint(node)) found.push(element('li', {}, way(node, stance > 0 ? 'support' : 'rebuttal')));
    else if (!seen.has(node)) {
      seen.add(node);
      for (const next of above[node]) waiting.push([next.node, stance * next.turn]);
    }
  }
  return found;
}

function listed(title, entries) {
  return entries.length ? [element('h3', {}, title), element('ul', {class: 'ways'}, ...entries)] : [];
}

// What is known of a box beside its words: from the picture its title and section, and from the
// outline all else.
function factsOf(box) {
  const facts = element('dl');
  const say = (name, value) => value && facts.append(element('dt', {}, name), element('dd', {}, value));
  const title = all('.b', boxes[box]).map((line) => line.textContent).join(' ');
  if (title !== wordsOf(box)) say('title', title);
  say('section', sectionTitle(nodes[box].dataset.g));
  facts.append(...(one(':scope>dl', items[box])?.cloneNode(true).childNodes ?? []));
  return facts;
}

function fillCard(box, counts) {
  const facts = factsOf(box);
  const verdict = all('em', one('p', items[box])).map((each) => each.cloneNode(true));
  const incoming = below[box].map(({node, turn, edge}) => {
    const against = isJoint(node) ? AGAINST.includes(edge.kind) : turn < 0;
    return {against, entries: brought(edge, node, box)};
  });
  const side = (against) => incoming.flatMap((each) => each.against === against ? each.entries : []);
  card.replaceChildren(
    element('div', {class: 'top'},
      element('p', {class: 'id'}, items[box].id || ''),
      element('button', {type: 'button', 'data-do': 'whole'}, 'Whole trace'),
      element('button', {type: 'button', 'data-do': 'clear', 'aria-label': 'End the trace'}, '×')),
    element('h2', {tabindex: '-1'}, wordsOf(box)),
    ...(verdict.length ? [element('p', {class: 'stands'}, ...verdict)] : []),
    element('p', {class: 'counts'}, counts),
    ...listed('Reasons', side(false)),
    ...listed('Objections', side(true)),
    ...listed('Bears on', leadsTo(box)),
    facts,
  );
  card.hidden = false;
}

// Tracing.
const BADGES = {
  for: ['support', 'M-4 0H4M0-4V4'],
  against: ['rebuttal', 'M-4 0H4'],
  both: ['undercut', 'M-4-2H4M0-6V2M-4 5H4'],
};
let traced = null;
let shown = null;

function endTrace() {
  traced = shown = null;
  board.classList.remove('tracing');
  for (const each of all('.lit,.at', board)) each.classList.remove('lit', 'at');
  for (const badge of all('.badge', board)) badge.remove();
  for (const item of all('.outline [aria-selected=true]')) item.setAttribute('aria-selected', 'false');
  card.hidden = true;
}

function badge(box, stance) {
  const [kind, path] = BADGES[stance];
  const made = svgElement('g', {class: `badge ${kind}`});
  made.append(svgElement('circle', {class: 'disc', r: 10}), svgElement('path', {class: 'glyph', d: path}));
  boxes[box].append(made);
}

function startTrace(box) {
  endTrace();
  uncover(box);
  traced = box;
  shown = trace(box);
  const sides = {for: 0, against: 0, both: 0};
  for (const [node, stances] of shown.down) {
    if (node === box || isJoint(node)) continue;
    const side = stances.size > 1 ? 'both' : stances.has(1) ? 'for' : 'against';
    sides[side]++;
    badge(node, side);
  }
  board.classList.add('tracing');
  for (const node of shown.lit) nodes[node].classList.add('lit');
  for (const {element: link, sign} of shown.used) {
    link.classList.add('lit');
    sign?.classList.add('lit');
  }
  boxes[box].classList.add('at');
  const said = ['for', 'against', 'both'].filter((side) => sides[side])
    .map((side) => `${sides[side]} ${side === 'both' ? 'both ways' : side}`).join(', ');
  const onward = [...shown.up.keys()].filter((node) => node !== box && !isJoint(node)).length;
  const counts = `${said ? `Claims that bear on it: ${said}.` : 'Nothing bears on it.'} `
    + (onward ? `It bears on ${counted(onward, 'claim')}.` : '');
  fillCard(box, counts);
  spoken.textContent = `${wordsOf(box)} ${counts}`;
}

// Trace a box, show it, and give the page its address.
function go(box, {remember = true, quiet = false} = {}) {
  startTrace(box);
  markItem(box, quiet);
  reveal(box);
  card.scrollTop = 0;
  if (!remember || !items[box].id) return;
  const hash = `#${encodeURIComponent(items[box].id)}`;
  if (hash === location.hash) return;
  try {
    history.pushState(null, '', hash);
  } catch {
    // A page that has no address of its own cannot be given one.
  }
}
function clear() {
  endTrace();
  try {
    history.replaceState(null, '', location.pathname + location.search);
  } catch {
    // As above.
  }
}
pane.addEventListener('click', (event) => {
  const box = boxes.indexOf(event.target.closest('.boxes>g'));
  if (box >= 0 && !dragged) go(box);
});
card.addEventListener('click', (event) => {
  const button = event.target.closest('[data-go]');
  if (!button) return;
  go(+button.dataset.go);
  one('h2', card).focus({preventScroll: true});
});
