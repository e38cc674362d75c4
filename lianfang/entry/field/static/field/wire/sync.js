/** Sync: outbox in order, then photos, then what is new of the area; one tab at a time, again and again until it is done. */
import * as carried from '../kept/carried.js';
import {moment} from '../kept/ids.js';
import * as outbox from '../kept/outbox.js';
import * as photos from '../kept/photos.js';
import * as pin from '../kept/pin.js';
import {toBase64} from '../kept/sealing.js';
import {recall, remember} from '../kept/store.js';
import {Away, call, Refused, Strange} from './calls.js';
import {pause} from './pause.js';

const PIECE = 256 * 1024;
const BOXES = 20,
  HASTE = 30_000;
let failures = 0,
  tried = 0,
  timer = 0,
  isQueued = false,
  told = () => {};

/** Who hears how it goes: {state, fault}. */
export const onNews = listener => {
  told = listener;
};

/** Try now. Another tab at it is as good as we; `waits`: for its turn instead, and not if by then it `isTooSoon`. */
export async function sync({waits = false, isTooSoon = () => false} = {}) {
  if (!pin.isOpen()) return 'locked';
  clearTimeout(timer);
  return navigator.locks.request('lianfang-sync', waits ? {} : {ifAvailable: true}, async lock =>
    !lock ? 'elsewhere' : isTooSoon() ? 'later' : attempt(),
  );
}

const wasJustAway = () => failures && Date.now() - tried <= HASTE;

/** After a save: at once where the last try went well, else no sooner than half a minute after it. A try under way may be past the entries
 *  already: one more follows it, however many are saved meanwhile. */
export async function nudge() {
  if (isQueued || wasJustAway()) return;
  isQueued = true;
  const begins = () => {
    isQueued = false;
    return wasJustAway();
  };
  if ((await sync({waits: true, isTooSoon: begins})) === 'locked') isQueued = false;
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
  if (fault instanceof Refused && fault.status === 401) {
    told({state: 'ended', says: fault.says}); // only to sign in again: nothing is forgotten
    return 'ended';
  }
  failures += 1;
  const state = fault instanceof Away ? 'away' : fault instanceof Strange ? 'strange' : fault instanceof Refused ? 'refused' : 'broken';
  if (state === 'broken') console.error(fault);
  told({state, says: fault.says || ''});
  timer = setTimeout(sync, pause(failures));
  return state;
}

/** Batches in the order of the phone, each of one person; a receipt for each or it was not sent. What another person recorded than the one
 *  who is signed in goes sealed. */
async function sendEntries() {
  for (let most = outbox.BATCH, batch; (batch = await outbox.next(most)).entries.length;) {
    const {account, entries} = batch;
    const sentAt = Date.now();
    let answer;
    try {
      answer = await call('POST', 'outbox', {json: {sent_at: moment(new Date(sentAt)), account, entries}});
    } catch (fault) {
      if (fault instanceof Refused && fault.mend === 'boxes') {
        const rows = await outbox.boxes(['waiting'], entries.map(entry => entry.id));
        if (rows.length < entries.length) throw fault;
        await handOver(rows);
        told({state: 'sending', says: fault.says});
        continue;
      }
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
const sendBoxes = async () => handOver(await outbox.boxes());

/** Rows in boxes, a few at a time, and their photos after them in the same way. */
export async function handOver(rows) {
  for (let at = 0; at < rows.length; at += BOXES) {
    const some = rows.slice(at, at + BOXES);
    const answer = await call('POST', 'boxes', {json: {boxes: some.map(row => ({id: row.id, box: toBase64(row.box)}))}});
    await photos.goBoxed(some.map(row => row.id));
    if (!(await outbox.settle(answer.receipts ?? []))) throw new Strange('no receipts');
  }
}

export async function sendPhotos() {
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
  const whole = await photos.toSend(id);
  try {
    await sendPieces(id, whole, whole.box ? await sendPiece(id, whole, 0, 0) : (await call('GET', `photos/${id}`)).have);
  } catch (fault) {
    if (!(fault instanceof Refused) || fault.status !== 404) throw fault;
    const sealed = await photos.toSend(id, true); // another took it: in his name it goes sealed
    await sendPieces(id, sealed, await sendPiece(id, sealed, 0, 0));
  }
  await photos.letGo(id);
  told({state: 'sending'});
}

async function sendPieces(id, whole, start) {
  for (let have = start; have < whole.bytes.length;) {
    const now = await sendPiece(id, whole, have, PIECE);
    if (!(now > have)) throw new Strange('no piece taken');
    have = now;
  }
}

/** So many bytes from an offset on; how many are there then. */
async function sendPiece(id, {bytes, box}, have, most) {
  const headers = {'Content-Type': 'application/octet-stream', 'Upload-Length': String(bytes.length), ...(box && {'Photo-Box': toBase64(box)})};
  return (await call('PUT', `photos/${id}?offset=${have}`, {bytes: bytes.subarray(have, have + most), headers})).have;
}

/** What is new of the area; one that is no longer ours, or no longer there, gives way to our own. */
export async function refresh(area) {
  const wanted = area ?? (await recall('area')) ?? '';
  const sentAt = Date.now();
  let answer;
  try {
    answer = await call('GET', carry(wanted, await carried.have(wanted)));
  } catch (fault) {
    if (!(fault instanceof Refused) || fault.status !== 404 || !wanted) throw fault;
    answer = await call('GET', carry('', ''));
    told({state: 'moved', says: answer.area.name});
  }
  if (!answer.sections) throw new Strange('no sections');
  await carried.take(answer);
  await carried.heard(answer.at, sentAt);
  if (carried.held('names')) await namesGoOn(answer.area.id);
}

/** The whole names of those one has to do with, for a reason of the list. */
export async function names(reason) {
  await carried.takeNames(await call('POST', 'names', {json: {area: await recall('carried area'), reason}}));
}

/** The same with the reason given before; when that no longer holds, they are masked again. */
async function namesGoOn(area) {
  const {goes_on, digest: have} = carried.held('names');
  try {
    await carried.takeNames(await call('POST', 'names', {json: {area, goes_on, have}}));
  } catch (fault) {
    if (!(fault instanceof Refused) || fault.mend !== 'reason') throw fault;
    await carried.takeNames(null);
  }
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
