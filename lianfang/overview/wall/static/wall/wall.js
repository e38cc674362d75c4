/** The wall: asks the server, keeps time by its clock, obeys the keyboard, the remote control and the phone; draws only what changed. */
import {draw, drawShape, say, set, show, turnTo} from './draw.js';

const body = document.body, at = id => document.getElementById(id);
const words = JSON.parse(at('wall-words').textContent);
const PANELS = ['all', 'map', 'hands', 'late', 'curves'];
const PATIENCE = 8000, FIRST = 3000, AGAIN = 15;
const state = {data: null, shape: null, tag: '', offset: 0, answered: 0, begun: performance.now(), figure: 0, panel: 'all', paused: false,
  steered: 0, turned: 0, page: 0, words};
const seconds = () => performance.now() / 1000;
const now = () => seconds() + state.offset;
const time = new Intl.DateTimeFormat('zh-CN', {hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Shanghai'});
const parts = new Intl.DateTimeFormat('en-US', {year: 'numeric', month: 'numeric', day: 'numeric', weekday: 'short', timeZone: 'Asia/Shanghai'});
const WEEK = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function dayOf(moment) {
  const found = Object.fromEntries(parts.formatToParts(new Date(moment * 1000)).map(one => [one.type, one.value]));
  return {key: `${found.year}-${found.month}-${found.day}`, words: say(words.day, {m: found.month, d: found.day, w: words.weekdays[WEEK.indexOf(found.weekday)]})};
}

/** 14:22, or 1:02:10 from an hour on. */
function lasting(left) {
  const n = Math.max(0, Math.floor(left)), two = part => String(part).padStart(2, '0');
  return (n >= 3600 ? `${Math.floor(n / 3600)}:${two(Math.floor(n / 60) % 60)}` : Math.floor(n / 60)) + `:${two(n % 60)}`;
}

async function fetched(address, headers) {
  const stop = new AbortController(), timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(address, {headers, cache: 'no-store', signal: stop.signal, credentials: 'same-origin'});
    return {answer, told: answer.status === 200 ? await answer.json() : null};
  } finally {
    clearTimeout(timer);
  }
}

/** One question; the next follows when it is over, so that never two are under way. */
async function ask() {
  try {
    const {answer, told} = await fetched(body.dataset.figures, state.tag ? {'If-None-Match': state.tag} : {});
    if (answer.status === 410) return location.replace(body.dataset.pair);
    if (answer.status === 200 || answer.status === 304) {
      state.answered = seconds();
      state.offset = Number(answer.headers.get('X-Now')) - seconds();
    }
    if (told) await take(told, answer.headers.get('ETag'));
  } catch (gone) {
    if (!(gone instanceof TypeError || gone.name === 'AbortError')) console.warn(gone.message);
  }
  tick();
  setTimeout(ask, (state.data ? state.data.terms.ask * 1000 : FIRST));
}

async function take(told, tag) {
  if (told.build !== body.dataset.build) return location.reload();
  if (!state.shape || state.shape.digest !== told.shape) {
    const {told: shape} = await fetched(body.dataset.shape, {});
    if (!shape) return;
    state.shape = shape;
    drawShape(state, told);
  }
  const was = state.data && state.data.map.figures[state.figure];
  state.data = told;
  state.tag = tag;
  const found = told.map.figures.findIndex(one => was && one.code === was.code);
  state.figure = Math.max(found, 0);
  if (told.steer.version !== state.steered) obey(told.steer);
  body.classList.remove('waits');
  draw(state);
}

/** The phone's word. */
function obey(steer) {
  state.steered = steer.version;
  const found = state.data.map.figures.findIndex(one => one.code === steer.figure);
  if (found >= 0) state.figure = found;
  state.panel = steer.panel;
  state.paused = steer.paused;
  state.turned = seconds();
}

function turn(by) {
  const many = state.data.map.figures.length;
  state.figure = many ? (state.figure + by + many) % many : 0;
  state.page += by > 0 ? 1 : 0;
  state.turned = seconds();
  turnTo(state);
}

function page(by) {
  state.panel = PANELS[(PANELS.indexOf(state.panel) + by + PANELS.length) % PANELS.length];
  state.turned = seconds();
  draw(state);
}

const KEYS = {
  ArrowLeft: () => turn(-1), ArrowRight: () => turn(1), PageUp: () => turn(-1), PageDown: () => turn(1), ArrowUp: () => page(-1),
  ArrowDown: () => page(1), ' ': pause, Enter: pause, MediaPlayPause: pause, Escape: () => { state.panel = 'all'; draw(state); },
  f: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
};

function pause() {
  state.paused = !state.paused;
  state.turned = seconds();
  turnTo(state);
}

addEventListener('keydown', event => {
  if (!state.data || event.ctrlKey || event.altKey || event.metaKey) return;
  const digit = /^[0-9]$/.test(event.key) ? Number(event.key) : -1;
  if (digit === 0) { state.panel = 'all'; draw(state); }
  else if (digit > 0) { if (digit <= state.data.map.figures.length) { state.figure = digit - 1; turn(0); } }
  else if (KEYS[event.key]) KEYS[event.key]();
  else return;
  event.preventDefault();
});

addEventListener('resize', () => { if (state.data) draw(state); });

/** Each second: the clock, the meeting, how old the figures are; and the next indicator when it is time. */
function tick() {
  const moment = now();
  if (state.answered) {
    set('clock-time', time.format(new Date(moment * 1000)));
    set('clock-day', dayOf(moment).words);
  }
  fresh(moment);
  if (!state.data) return;
  meeting(moment);
  if (!state.paused && seconds() - state.turned >= state.data.terms.turn) turn(1);
}

function fresh(moment) {
  if (!state.data) return;
  const age = Math.max(0, Math.round(moment - state.data.at)), gone = Math.round(seconds() - state.answered);
  const isAway = gone > Math.max(AGAIN, 3 * state.data.terms.ask), isStale = isAway || age > state.data.terms.stale;
  const told = isAway && age < 60 ? [words.away, gone] : isStale ? [words.stopped, Math.max(1, Math.floor(age / 60))] : [words.ago, age];
  body.classList.toggle('stale', isStale);
  set('fresh-mark', isStale ? '!' : '✓');
  set('fresh-words', say(told[0], {n: told[1], time: time.format(new Date(state.data.at * 1000))}));
}

function meeting(moment) {
  const next = state.data.coming.find(one => one.kind === 'meeting' && (one.over_at ? one.over_at > moment : one.at > moment));
  show('next', Boolean(next));
  if (next) {
    const left = next.at - moment, begins = time.format(new Date(next.at * 1000));
    const today = dayOf(moment).key === dayOf(next.at).key;
    set('next-title', `${today ? begins : `${dayOf(next.at).words} ${begins}`} ${next.title}`);
    set('next-words', left <= 0 ? words.sits : next.cut_off_at ? say(words.cut, {time: time.format(new Date(next.cut_off_at * 1000))}) : '');
    set('next-count', left >= 86400 ? say(words.days, {n: Math.floor(left / 86400)}) : lasting(Math.abs(left)));
    at('next').classList.toggle('sits', left <= 0);
  }
  const rehearsed = state.data.coming.filter(one => one.kind === 'rehearsed' && one.at > moment);
  show('rehearsed', rehearsed.length > 0);
  if (!rehearsed.length) return;
  const place = Math.floor(moment / state.data.terms.turn) % rehearsed.length, one = rehearsed[place];
  set('rehearsed-words', (rehearsed.length > 1 ? `${place + 1} / ${rehearsed.length}　` : '') + say(words.rehearsed, {title: one.title,
    note: one.note, time: `${dayOf(one.at).words} ${time.format(new Date(one.at * 1000))}`}));
}

/** The screen does not fall asleep, where its browser can be asked. */
function awake() {
  if (document.visibilityState === 'visible' && navigator.wakeLock) navigator.wakeLock.request('screen').catch(() => {});
}

document.addEventListener('visibilitychange', awake);
awake();
setInterval(tick, 1000);
ask();
