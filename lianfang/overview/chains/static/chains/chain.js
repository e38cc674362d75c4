/** The chain of infection as a drawing: days to the right, moved by the pointer, the wheel or the keys; what is picked is told in words. */
import {rowsOf, sourcesOf} from './layout.js';
import {paint} from './paint.js';

const board = document.getElementById('chain');
const words = JSON.parse(document.getElementById('chain-words').textContent);
const told = document.getElementById('chain-told'), open = document.getElementById('chain-open'), legend = document.getElementById('chain-legend');
const say = (text, values) => text.replace(/\{(\w+)\}/g, (_all, name) => values[name]);
const COLOURS = ['#0a529e', '#b05e12', '#17603a', '#8b2fa0', '#a61b1b', '#00707f', '#7a6a00', '#c2478b', '#4d5bb8', '#3f6b12', '#8a4b3a', '#5b6470'];
const view = {x: 0, y: 0, sx: 20, sy: 16, wide: 0, high: 0, picked: -1, colours: [], waits: false};
let chain = null;

/** What the server tells, laid out. */
function laidOut(given) {
  const days = given.nodes.map(node => node[2]), above = sourcesOf(days.length, given.links);
  const {rows, count, order, below} = rowsOf(days, above);
  return {...given, days, above, below, rows, count, order, last: days.reduce((a, b) => Math.max(a, b), 0)};
}

const dayOf = n => new Date(Date.parse(chain.first) + n * 86400000).toISOString().slice(0, 10);

function draw() {
  if (view.waits) return;
  view.waits = true;
  requestAnimationFrame(() => {
    view.waits = false;
    paint(board, chain, view, dayOf);
    if (!board.dataset.drawn) board.dataset.drawn = Math.round(performance.now());
  });
}

function resize() {
  const sharp = window.devicePixelRatio || 1, box = board.getBoundingClientRect();
  view.wide = box.width; view.high = box.height;
  board.width = Math.round(box.width * sharp); board.height = Math.round(box.height * sharp);
  board.getContext('2d').setTransform(sharp, 0, 0, sharp, 0, 0);
  draw();
}

/** All of it on the board. */
function fit() {
  view.sx = Math.min(140, Math.max(1, (view.wide - 90) / Math.max(chain.last, 1)));
  view.sy = Math.min(26, Math.max(0.2, (view.high - 60) / Math.max(chain.count, 1)));
  view.x = 30;
  view.y = 40 + Math.max(0, (view.high - 60 - view.sy * chain.count) / 2);
  draw();
}

function zoom(by, x = view.wide / 2, y = view.high / 2) {
  const sx = Math.min(120, Math.max(0.5, view.sx * by)), sy = Math.min(60, Math.max(0.2, view.sy * by));
  view.x = x - (x - view.x) * sx / view.sx;
  view.y = y - (y - view.y) * sy / view.sy;
  view.sx = sx; view.sy = sy;
  draw();
}

/** The case nearest to a point, -1 where none is near. */
function near(x, y) {
  let found = -1, best = 14 * 14;
  for (let n = 0; n < chain.days.length; n += 1) {
    const far = (view.x + chain.days[n] * view.sx - x) ** 2 + (view.y + chain.rows[n] * view.sy - y) ** 2;
    if (far < best) { best = far; found = n; }
  }
  return found;
}

const address = n => chain.case.replace('00000000-0000-0000-0000-000000000000', chain.nodes[n][0]);

/** One case picked: told in words, with its address; brought onto the board when the keys or the search went there. */
function pick(n, isBrought = false) {
  if (n === view.picked && !isBrought) return;
  view.picked = n;
  open.hidden = n < 0;
  told.textContent = n < 0 ? '' : tellOf(n);
  if (n >= 0) open.href = address(n);
  if (n >= 0 && isBrought) bring(n);
  draw();
}

function tellOf(n) {
  const [, label, day, hasOnset, generation, infected, maybe, isImported] = chain.nodes[n];
  const sources = chain.links.filter(link => link[1] === n);
  const names = sources.map(link => chain.nodes[link[0]][1]).join(words.and);
  const from = !sources.length ? words.root : say(sources.length > 1 || !sources[0][2] ? words.sources : words.source, {label: names});
  const parts = [label, say(hasOnset ? words.day : words.noday, {day: dayOf(day)}), say(words.generation, {n: generation}),
    isImported ? words.imported : from, say(words.infected, {n: infected})];
  if (maybe) parts.push(say(words.maybe, {n: maybe}));
  for (const [kind, group] of Object.entries(chain.groups)) parts.push(`${words[kind]} ${group.names[group.of[n]] || words.unknown}`);
  return parts.join(' · ');
}

function bring(n) {
  if (view.sy < 9) { view.sy = 14; view.sx = Math.max(view.sx, 14); }
  view.x = view.wide / 2 - chain.days[n] * view.sx;
  view.y = view.high / 2 - chain.rows[n] * view.sy;
}

/** Colours by generation, place, class or household, with a legend in words. */
function colour(by) {
  const group = chain.groups[by], most = COLOURS.length - 1;
  const kinds = group ? group.of : chain.nodes.map(node => node[4] - 1);
  view.colours = kinds.map(kind => COLOURS[Math.min(kind, most)]);
  const last = Math.min(most, kinds.reduce((a, b) => Math.max(a, b), 0));
  const more = kinds.some(kind => kind > most);
  legend.replaceChildren(...Array.from({length: last + 1}, (_none, kind) => {
    const isRest = kind === most && more, one = document.createElement('li'), dot = document.createElement('i');
    dot.style.background = COLOURS[kind];
    const name = group ? (isRest ? words.other : group.names[kind] || words.unknown) : say(isRest ? words.last : words.generation, {n: isRest ? most : kind + 1});
    one.append(dot, ` ${name} ${kinds.filter(each => (isRest ? each >= kind : each === kind)).length}`);
    return one;
  }));
  draw();
}

/** The pointer moves the drawing; a click opens the case, on a touch screen the second tap. */
function hold() {
  const down = new Map();
  let moved = 0, apart = 0;
  board.addEventListener('pointerdown', e => {
    board.setPointerCapture(e.pointerId);
    down.set(e.pointerId, [e.offsetX, e.offsetY]);
    moved = 0; apart = 0;
  });
  board.addEventListener('pointermove', e => {
    const was = down.get(e.pointerId);
    if (!was) { if (e.pointerType === 'mouse') pick(near(e.offsetX, e.offsetY)); return; }
    down.set(e.pointerId, [e.offsetX, e.offsetY]);
    if (down.size === 2) {
      const [a, b] = [...down.values()], now = Math.hypot(a[0] - b[0], a[1] - b[1]);
      if (apart) zoom(now / apart, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
      apart = now; moved = 99;
      return;
    }
    moved += Math.abs(e.offsetX - was[0]) + Math.abs(e.offsetY - was[1]);
    view.x += e.offsetX - was[0]; view.y += e.offsetY - was[1];
    draw();
  });
  board.addEventListener('pointerup', e => {
    down.delete(e.pointerId);
    const n = near(e.offsetX, e.offsetY);
    if (moved > 6 || n < 0) return;
    if (e.pointerType === 'mouse' || n === view.picked) location.assign(address(n));
    else pick(n);
  });
  board.addEventListener('pointercancel', e => down.delete(e.pointerId));
  board.addEventListener('wheel', e => { e.preventDefault(); zoom(e.deltaY < 0 ? 1.2 : 1 / 1.2, e.offsetX, e.offsetY); }, {passive: false});
}

/** Left to the source, right to whom it infected, up and down among those of one source. */
function step(key) {
  const n = view.picked;
  if (n < 0) return chain.order[0] ?? -1;
  if (key === 'ArrowLeft') return chain.above[n] < 0 ? n : chain.above[n];
  if (key === 'ArrowRight') return chain.below[n][0] ?? n;
  const beside = chain.above[n] < 0 ? chain.order.filter(one => chain.above[one] < 0) : chain.below[chain.above[n]];
  const sorted = [...beside].sort((a, b) => chain.rows[a] - chain.rows[b] || chain.days[a] - chain.days[b]);
  return sorted[sorted.indexOf(n) + (key === 'ArrowUp' ? -1 : 1)] ?? n;
}

function keys() {
  board.addEventListener('keydown', e => {
    if (e.key.startsWith('Arrow')) pick(step(e.key), true);
    else if (e.key === 'Enter' && view.picked >= 0) location.assign(address(view.picked));
    else if (e.key === '+' || e.key === '=') zoom(1.25);
    else if (e.key === '-') zoom(0.8);
    else if (e.key === '0' || e.key === 'Home') fit();
    else if (e.key === 'Escape') pick(-1);
    else return;
    e.preventDefault();
  });
  document.getElementById('chain-in').addEventListener('click', () => zoom(1.4));
  document.getElementById('chain-out').addEventListener('click', () => zoom(1 / 1.4));
  document.getElementById('chain-fit').addEventListener('click', fit);
}

/** By number; Enter goes from one to the next. */
function search() {
  const field = document.getElementById('chain-find');
  let at = -1;
  const find = () => {
    const text = field.value.trim().toLowerCase();
    if (!text) return;
    const found = chain.nodes.map((node, n) => [node[1].toLowerCase(), n]).filter(([label]) => label.includes(text));
    found.sort((a, b) => (b[0] === text) - (a[0] === text) || a[1] - b[1]);
    at = found.length ? (at + 1) % found.length : -1;
    if (at >= 0) pick(found[at][1], true);
    if (at < 0 || found.length > 1) told.textContent = (at < 0 ? say(words.none, {text}) : `${say(words.found, {n: found.length})} · ${told.textContent}`);
  };
  field.addEventListener('input', () => { at = -1; });
  field.form.addEventListener('submit', e => { e.preventDefault(); find(); });
  if (field.value) find();
}

async function begin() {
  const answer = await fetch(board.dataset.from, {headers: {Accept: 'application/json'}});
  if (!answer.ok) { told.textContent = words.failed; return; }
  chain = laidOut(await answer.json());
  const by = document.getElementById('chain-by');
  for (const kind of Object.keys(chain.groups)) by.add(new Option(words[kind], kind));
  by.addEventListener('change', () => colour(by.value));
  colour(by.value);
  resize(); fit(); hold(); keys(); search();
  new ResizeObserver(resize).observe(board);
}

begin();
