/** What the wall draws: every node is made once for its place and only its text, class or measure changes. */
import {chart} from './chart.js';

const SVG = 'http://www.w3.org/2000/svg';
const HIGH = {village: 0, grid: 0, township: 1, county: 2};
const at = id => document.getElementById(id);
export const say = (text, values = {}) => text.replace(/\{(\w+)\}/g, (_all, name) => values[name] ?? '');
const group = n => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** A text that is there already is not written again. */
export function set(where, text) {
  const node = typeof where === 'string' ? at(where) : where;
  if (node.textContent !== String(text)) node.textContent = text;
}

export function show(where, is) {
  const node = typeof where === 'string' ? at(where) : where;
  if (node.hidden === is) node.hidden = !is;
}

function mark(node, name, value) {
  if (node.dataset[name] !== String(value)) node.dataset[name] = value;
}

/** As many children as wanted, those there kept; `make` gives a new one. */
export function pool(box, many, make) {
  while (box.children.length < many) box.append(make());
  for (let n = 0; n < box.children.length; n += 1) show(box.children[n], n < many);
  return [...box.children].slice(0, many);
}

function made(tag, classes, ...inside) {
  const node = document.createElement(tag);
  if (classes) node.className = classes;
  node.append(...inside);
  return node;
}

const few = (n, state) => (n === null || n === undefined ? state.words.few : group(n));

export function draw(state) {
  mark(document.body, 'panel', state.panel);
  since(state);
  for (const [hand, figures] of Object.entries(state.data.hands)) drawHand(hand, figures, state);
  late(state);
  curves(state);
  turnTo(state);
}

/** What changes with the indicator and the page of alarms. */
export function turnTo(state) {
  if (!state.data) return;
  mark(document.body, 'paused', state.paused ? 'yes' : 'no');
  map(state);
  alarms(state);
}

function since({data, words}) {
  const days = data.since ? data.since.days : null;
  set('since-days', days || '');
  show('since-days', Boolean(days));
  set('since-words', data.since ? (days ? words.since : words.since_today) : words.since_none);
  set('since-note', data.since ? say(words.cases, {n: data.since.cases}) : '');
}

function drawHand(hand, figures, state) {
  const known = figures.filter(one => one.is_known), {words, data} = state;
  const plain = known.filter(one => !one.is_rate), rates = known.filter(one => one.is_rate && one.against !== 0);
  const boxes = pool(at(`${hand}-figures`), plain.length, () => made('p', 'figure', made('span'), made('b'), made('em')));
  plain.forEach((one, n) => {
    const [word, value, note] = boxes[n].children;
    set(word, one.word);
    set(value, few(one.value, state));
    value.className = one.value === null ? 'few' : one.tone === 'warn' && one.value ? 'warn' : '';
    set(note, one.code === 'managed' ? change(state) : '');
  });
  const bars = pool(at(`${hand}-rates`), rates.length, () => made('div', 'rate', made('p', '', made('span'), made('em'), made('b')), made('i', '', made('i'))));
  rates.forEach((one, n) => {
    const [head, bar] = bars[n].children, share = one.value === null || one.against === null ? null : one.value / one.against;
    const isAhead = one.opens && data.at < one.opens && !one.value;
    set(head.children[0], one.word);
    set(head.children[2], isAhead ? words.later : share === null ? few(null, state) : `${rate(one.value, one.against)}%`);
    head.children[2].className = isAhead || share === null ? 'few' : '';
    bar.firstChild.style.width = `${Math.round((share ?? 0) * 1000) / 10}%`;
    const lacks = share === null || isAhead || one.value >= one.against ? '' : ` ${say(words.lacks, {n: group(one.against - one.value)})}`;
    set(head.children[1], share === null ? '' : say(words.of, {n: group(one.value), of: group(one.against)}) + lacks);
  });
  const nothing = figures.filter(one => !one.is_known || one.is_rate && one.against === 0);
  const rows = pool(at(`${hand}-unknown`), nothing.length, () => made('li', '', made('span'), made('em')));
  nothing.forEach((one, n) => {
    set(rows[n].children[0], one.word);
    set(rows[n].children[1], one.is_known ? words.nothing : words.unknown);
  });
}

/** One decimal, never rounded up to full. */
function rate(done, due) {
  return Math.min(Math.round(1000 * done / due) / 10, done < due ? 99.9 : 100).toFixed(1);
}

function change({data, words}) {
  const before = data.curves.managed[data.curves.managed.length - 2], last = data.curves.managed[data.curves.managed.length - 1];
  if (before === null || last === null || before === undefined) return '';
  const by = last - before;
  return by ? say(words.change, {n: by > 0 ? `+${group(by)}` : `−${group(-by)}`}) : words.same;
}

function late({data, words}) {
  const levels = data.levels.filter(([level, n]) => n || level !== 'grid');
  const most = Math.max(1, ...levels.map(one => one[1]));
  set('late-all', group(levels.reduce((sum, one) => sum + one[1], 0)));
  const boxes = pool(at('levels'), levels.length, () => made('p', 'level', made('i', '', made('i')), made('b'), made('span'), made('em')));
  levels.forEach(([level, n, oldest], place) => {
    const [bar, value, name, note] = boxes[place].children;
    mark(boxes[place], 'high', n ? HIGH[level] : 'none');
    bar.firstChild.style.height = `${Math.round(1000 * n / most) / 10}%`;
    set(value, group(n));
    set(name, words.levels[level]);
    set(note, oldest ? say(words.oldest, {n: age(data.at - oldest, words)}) : '');
  });
}

function age(seconds, words) {
  if (seconds < 3600) return say(words.minutes, {n: Math.max(1, Math.floor(seconds / 60))});
  return seconds < 172800 ? say(words.hours, {n: Math.floor(seconds / 3600)}) : say(words.days, {n: Math.floor(seconds / 86400)});
}

function alarms(state) {
  const {data, words} = state, some = data.alarms, room = state.panel === 'late' ? 8 : 3;
  const pages = Math.max(1, Math.ceil(some.length / room)), page = state.page % pages, shown = some.slice(page * room, page * room + room);
  set('alarms-all', some.length);
  set('alarms-page', pages > 1 ? say(words.place, {n: page + 1, of: pages}) : '');
  show('alarms-none', !some.length);
  at('alarms').classList.toggle('has', some.length > 0);
  const rows = pool(at('alarm-rows'), shown.length, () => made('li', '', made('span', '', made('b'), made('em')), made('strong')));
  shown.forEach((one, n) => {
    set(rows[n].children[0].children[0], one.place);
    set(rows[n].children[0].children[1], one.n === null ? one.word : `${one.word} ${say(words.items, {n: one.n})}`);
    set(rows[n].children[1], age(data.at - one.since, words));
  });
}

function curves({data, words, panel}) {
  const {days} = data.curves;
  chart(at('curve-cases'), days, [{values: data.curves.cases, kind: 'bar'}]);
  chart(at('curve-managed'), days, [{values: data.curves.managed, kind: 'line'}]);
  if (panel === 'curves') chart(at('curve-moved'), days, [{values: data.curves.new, kind: 'up'}, {values: data.curves.ended, kind: 'down'}]);
  for (const one of document.querySelectorAll('.chart svg')) {
    const said = say(words.curve, {word: one.parentNode.previousElementSibling.textContent, n: one.dataset.told});
    if (one.getAttribute('aria-label') !== said) one.setAttribute('aria-label', said);
  }
}

/** The places of the map, made anew only when the map itself is another or the screen has another size. */
export function drawShape(state, data) {
  const box = at('map'), {shape} = state, names = new Map(data.map.units.map(([pk, name]) => [String(pk), name]));
  state.places = new Map();
  box.replaceChildren();
  box.className = `drawing ${shape.kind}`;
  delete box.dataset.fits;
  if (shape.kind === 'tiles') {
    box.style.gridTemplateColumns = `repeat(${shape.columns}, 1fr)`;
    box.style.gridTemplateRows = `repeat(${shape.rows}, 1fr)`;
    for (const [pk, [column, row]] of Object.entries(shape.tiles)) {
      const tile = made('div', 'unit', made('span'), made('b'), made('i', 'badge'));
      tile.style.gridColumn = column + 1; tile.style.gridRow = row + 1;
      set(tile.children[0], names.get(pk) || '');
      tile.children[0].classList.toggle('long', (names.get(pk) || '').length > 5);
      state.places.set(pk, {tile, value: tile.children[1], badge: tile.children[2], name: names.get(pk)});
      box.append(tile);
    }
  } else outlines(state, box, names);
}

function outlines(state, box, names) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('role', 'presentation');
  box.append(svg);
  for (const [pk, {path, label}] of Object.entries(state.shape.paths)) {
    const line = document.createElementNS(SVG, 'path'), tile = made('div', 'unit', made('span'), made('b'), made('i', 'badge'));
    line.setAttribute('d', path);
    svg.append(line);
    set(tile.children[0], names.get(pk) || '');
    tile.children[0].classList.toggle('long', (names.get(pk) || '').length > 5);
    state.places.set(pk, {tile, line, label, value: tile.children[1], badge: tile.children[2], name: names.get(pk)});
    box.append(tile);
  }
}

/** Outlines grow and shrink with their box; nothing is made anew. */
function fit({shape, places}) {
  const box = at('map'), wide = box.clientWidth, high = box.clientHeight;
  if (shape.kind === 'tiles' || !wide || box.dataset.fits === `${wide} ${high}`) return;
  box.dataset.fits = `${wide} ${high}`;
  const scale = Math.min(wide / shape.wide, high / shape.high), left = (wide - shape.wide * scale) / 2, top = (high - shape.high * scale) / 2;
  for (const {line, tile, label} of places.values()) {
    line.setAttribute('transform', `translate(${left} ${top}) scale(${scale})`);
    tile.style.left = `${left + label[0] * scale}px`;
    tile.style.top = `${top + label[1] * scale}px`;
  }
}

function map(state) {
  const {data, words, shape} = state, figure = data.map.figures[state.figure];
  if (!figure || !shape) return;
  const many = data.map.figures.length;
  set('map-title', figure.word);
  set('map-note', shape.kind === 'tiles' ? words.tiles : shape.missing.length ? say(words.missing, {names: shape.missing.join('、')}) : '');
  set('map-turn', `${say(words.place, {n: state.figure + 1, of: many})}${state.paused ? ` · ${words.paused}` : ''}`);
  for (const [pk, place] of state.places) {
    const n = figure.cells[pk], shade = n ? figure.bounds.filter(bound => n >= bound).length : n === null ? 'few' : 0;
    const [many_late, high] = data.map.late[pk] || [0, 0];
    set(place.value, n === null || n === undefined ? words.few : group(n));
    place.value.classList.toggle('zero', n === 0);
    set(place.badge, many_late ? group(many_late) : '');
    show(place.badge, many_late > 0 && figure.code !== 'overdue');
    for (const node of [place.tile, place.line].filter(Boolean)) { mark(node, 'shade', shade); mark(node, 'high', many_late ? high : 'none'); mark(node, 'tone', figure.tone); }
    if (place.line && many_late && high === 2 && place.line.nextSibling?.dataset.high !== '2' && place.line.nextSibling) place.line.parentNode.append(place.line);
  }
  legend(figure, data, words);
  fit(state);
}

function legend(figure, data, words) {
  const {bounds} = figure, shades = bounds.map((bound, n) => [n + 1, n + 1 < bounds.length ? bound === bounds[n + 1] - 1 ? bound : say(words.between, {a: bound, b: bounds[n + 1] - 1}) : say(words.from, {n: bound})]);
  const told = [[0, bounds[0] > 1 ? say(words.between, {a: 0, b: bounds[0] - 1}) : '0', ''], ...shades.map(one => [...one, '']),
    ...(Object.values(figure.cells).includes(null) ? [['', `${words.few} ${say(words.few_says, {n: data.least})}`, 'word']] : []),
    ['', words.late, 'round'], ['', words.late_high, 'square'], ['', words.late_county, 'frame']];
  const rows = pool(at('legend'), told.length, () => made('li', '', made('i'), made('span')));
  told.forEach(([shade, word, kind], n) => {
    mark(rows[n], 'shade', shade); mark(rows[n], 'kind', kind); mark(rows[n], 'tone', figure.tone);
    set(rows[n].children[1], word);
  });
}
