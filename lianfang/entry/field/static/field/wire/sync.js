/** Sync: outbox in order, then photos, then what is new of the area; one tab at a time, again and again until it is done. */
import * as carried from '../kept/carried.js';
import {moment} from '../kept/ids.js';
import * as outbox from '../kept/outbox.js';
import * as photos from '../kept/photos.js';
import * as pin from '../kept/pin.js';
import {toBase64} from '../kept/sealing.js';
import {base, recall, remember} from '../kept/store.js';
import {Away, call, Refused, Strange} from './calls.js';
import {pause} from './pause.js';

const PIECE = 256 * 1024;
const BOXES = 20,
  HASTE = 30_000;
let failures = 0,
  tried = 0,
  timer = 0,
  told = () => {};

/** Who hears how it goes: {state, fault}. */
export const onNews = listener => {
  told = listener;
};

/** Try now. Another tab at it is as good as we; `then` waits for its turn instead. */
export async function sync({waits = false} = {}) {
  if (!pin.isOpen()) return 'locked';
  clearTimeout(timer);
  return navigator.locks.request('lianfang-sync', waits ? {} : {ifAvailable: true}, async lock => (lock ? attempt() : 'elsewhere'));
}

/** After a save: at once where the last try went well, else no sooner than half a minute after it. */
export function nudge() {
  if (!failures || Date.now() - tried > HASTE) sync();
}

async function attempt() {
  tried = Date.now();
  told({state: 'sending'});
  try {
    await sendEntries();
    await sendBoxes();
    await sendPhotos();
    await refresh();
    failures = 0;
    await outbox.tidy();
    told({state: 'done'});
    return 'done';
  } catch (fault) {
    return failed(fault);
  }
}

async function failed(fault) {
  if (fault instanceof Refused && fault.forget) {
    await carried.forget();
    told({state: 'forgotten', says: fault.says});
    return 'forgotten';
  }
  failures += 1;
  const state = fault instanceof Away ? 'away' : fault instanceof Strange ? 'strange' : fault instanceof Refused ? 'refused' : 'broken';
  if (state === 'broken') console.error(fault);
  told({state, says: fault.says || ''});
  timer = setTimeout(sync, pause(failures));
  return state;
}

/** Batches in the order of the phone; a receipt for each or it was not sent. */
async function sendEntries() {
  for (let most = outbox.BATCH, entries; (entries = await outbox.next(most)).length;) {
    const sentAt = Date.now();
    let answer;
    try {
      answer = await call('POST', 'outbox', {json: {sent_at: moment(new Date(sentAt)), entries}});
    } catch (fault) {
      const isTheirs = fault instanceof Refused && ![401, 403, 429].includes(fault.status);
      if (!isTheirs) throw fault;
      if (entries.length === 1) await outbox.setAside(entries[0].id, fault.says || String(fault.status));
      most = Math.max(1, Math.floor(entries.length / 2)); // one of these cannot be read: find it, let the others pass
      continue;
    }
    const ours = new Set(entries.map(entry => entry.id));
    const receipts = (answer.receipts ?? []).filter(receipt => ours.has(receipt.id));
    if (!(await outbox.settle(receipts))) throw new Strange('no receipts');
    await carried.heard(answer.at, sentAt);
    told({state: 'sending', receipts});
    most = outbox.BATCH;
  }
}

/** What a lost PIN left behind goes to the supervisor, sealed. */
async function sendBoxes() {
  for (let rows; (rows = (await outbox.boxes()).slice(0, BOXES)).length;) await handOver(rows);
}

export async function handOver(rows) {
  const answer = await call('POST', 'boxes', {json: {boxes: rows.map(row => ({id: row.id, box: toBase64(row.box)}))}});
  const held = answer.receipts ?? rows.map(row => ({id: row.id, state: 'held'}));
  if (!(await outbox.settle(held))) throw new Strange('no receipts');
}

async function sendPhotos() {
  for (const id of await photos.ready()) {
    try {
      await sendPhoto(id);
    } catch (fault) {
      if (!(fault instanceof Refused) || [401, 403, 429].includes(fault.status)) throw fault;
      await photos.refused(id, fault.says || String(fault.status));
    }
  }
}

async function sendPhoto(id) {
  const bytes = await photos.bytesOf(id);
  let {have} = await call('GET', `photos/${id}`);
  while (have < bytes.length) {
    const piece = bytes.subarray(have, have + PIECE);
    const headers = {'Content-Type': 'application/octet-stream', 'Upload-Length': String(bytes.length)};
    const answer = await call('PUT', `photos/${id}?offset=${have}`, {bytes: piece, headers});
    if (!(answer.have > have)) throw new Strange('no piece taken');
    have = answer.have;
  }
  await photos.sent(id);
  told({state: 'sending'});
}

/** What is new of the area. */
export async function refresh(area) {
  area ??= (await recall('area')) ?? '';
  const sentAt = Date.now();
  const answer = await call('GET', carry(area, carried.have()));
  if (!answer.sections) throw new Strange('no sections');
  await carried.take(answer);
  await carried.heard(answer.at, sentAt);
  const me = carried.section('me');
  if (me?.id) await remember('account', me.id);
}

/** Who the server says we are, before there is a PIN; nothing is kept of the answer. */
export const first = () => call('GET', carry('', ''));

const carry = (area, have) => `carry?have=${encodeURIComponent(have)}${area ? `&area=${area}` : ''}`;

/** On signal, on coming back to the page, and when the worker is woken. */
export function watch() {
  const again = () => {
    failures = 0;
    sync();
  };
  addEventListener('online', again);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && again());
  navigator.serviceWorker?.addEventListener('message', event => event.data === 'send' && again());
}

/** Ask to be woken when there is a signal, where the browser can. */
export async function wakeMe() {
  const registration = await navigator.serviceWorker?.ready;
  await registration?.sync?.register('send').catch(() => {});
}

export const unsentAtAll = async () => (await (await base()).getAll('outbox')).length;
