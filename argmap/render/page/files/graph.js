// What the picture says: nodes are boxes and then joints, by number, with what bears on each.
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector, within = document) => within.querySelector(selector);
const pane = one('.pane');
const board = one('svg', pane);
const boxes = all('.boxes>g', board);
const joints = all('.joints>circle', board);
const nodes = [...boxes, ...joints];
const links = all('.links>g', board);
const signs = all('.signs>use', board);
const items = [];  // the item of the outline that tells each box
for (const item of all('.outline li[data-n]')) items[item.dataset.n] = item;

const SYMMETRIC = ['contrary', 'contradiction', 'equivalence'];
const AGAINST = ['rebuttal', 'undercut', 'contrary', 'contradiction'];
const counted = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;
const isJoint = (node) => node >= boxes.length;
const wordsOf = (box) => one('span', items[box]).textContent;

// Each edge: the node at its other end, what it turns the stance by, and its link.
const below = nodes.map(() => []);
const above = nodes.map(() => []);
let signed = 0;
const edges = links.map((element) => {
  const [kind] = element.classList;
  const part = element.classList.contains('part');
  const turn = AGAINST.includes(kind) ? -1 : 1;
  const [from, to] = element.dataset.e.split(' ').map(Number);
  const sign = part ? null : signs[signed++];
  return {element, kind, part, turn, from, to, sign, symmetric: SYMMETRIC.includes(kind)};
});
for (const edge of edges) {
  const {from, to, part, turn, symmetric} = edge;
  below[to].push({node: from, turn: part ? 1 : turn, edge});
  if (!symmetric) above[from].push({node: to, turn: part ? 1 : turn, edge});
  else if (part || !isJoint(to)) {
    // What holds in both directions is turned once: where it enters the joint, if it has one.
    below[from].push({node: to, turn: isJoint(from) ? 1 : turn, edge});
  }
}

// What is reached from a box, for each stance (1 for, -1 against) that it is reached with.
function reach(start, onward) {
  const found = new Map([[start, new Set([1])]]);
  const used = new Set();
  const waiting = [[start, 1]];
  for (const [node, stance] of waiting) {
    for (const {node: next, turn, edge} of onward[node]) {
      used.add(edge);
      if (!found.has(next)) found.set(next, new Set());
      if (found.get(next).has(stance * turn)) continue;
      found.get(next).add(stance * turn);
      waiting.push([next, stance * turn]);
    }
  }
  return {found, used};
}

// All that bears on a box and all that it bears on; premises that only work together are there.
function trace(box) {
  const down = reach(box, below);
  const up = reach(box, above);
  const used = new Set([...down.used, ...up.used]);
  const lit = new Set([...down.found.keys(), ...up.found.keys()]);
  for (const joint of [...up.found.keys()].filter(isJoint)) {
    for (const {node, edge} of below[joint]) {
      if (!edge.part) continue;
      lit.add(node);
      used.add(edge);
    }
  }
  return {down: down.found, up: up.found, lit, used};
}
