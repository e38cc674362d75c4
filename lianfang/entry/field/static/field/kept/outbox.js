/** The outbox: what was recorded here, in order, until the server has given a receipt for each. Nothing leaves it any other way. */
import {moment, uuid7} from './ids.js';
import {follow, newPhotos} from './photos.js';
import {key} from './pin.js';
import {box, open, seal} from './sealing.js';
import {base, STRICT} from './store.js';

const KEPT_HOURS = 24; // a receipt stays to be looked at
export const BATCH = 50;
export const OPEN = 'open'; // what is still being filled: kept and sealed like all else, sent only when it is done
export const UNSENT = ['waiting', 'stuck', 'boxed', OPEN];
const SETTLED = ['taken', 'conflict', 'held', 'given_up'];
let read = new Map(); // what was opened already, by id

/** Store one thing done, in the name of whoever did it; returns its row only when it is on the disk. Photos are sealed beside it, sent
 *  after it; `mends` names the refused one that it puts right, which is given up; `id` the open one that it closes, and `unfinished` how that
 *  was filled, where its own screen opens it again should it be refused. */
export async function put(
  {id = uuid7(), action, title, data, record = null, base: seen = null, form = null, decided = null, place = null, mends = null, photos = [], unfinished = null},
  person,
) {
  const entry = {
    id,
    action,
    data,
    at: moment(),
    base: seen,
    form,
    ...(decided && {decided}),
    ...(mends && {mends}),
    ...(place && person.keeps_place && {place}),
  };
  const content = {entry, title, record, ...(unfinished && {unfinished})};
  const [body, boxed, pictures] = await Promise.all([
    seal(key(), content, entry.id),
    person.box_key ? box(person, {...entry, account: person.id}, entry.id) : null,
    newPhotos(photos, entry.id, person),
  ]);
  const tx = (await base()).transaction(['meta', 'outbox', 'photos'], 'readwrite', STRICT);
  const meta = tx.objectStore('meta');
  const rows = tx.objectStore('outbox');
  const seq = ((await meta.get('seq')) ?? 0) + 1;
  meta.put(seq, 'seq');
  const row = {seq, id, account: person.id, record, state: 'waiting', saved: Date.now(), says: '', number: '', body, box: boxed};
  const open = await rows.index('id').get(id);
  if (open) rows.delete(open.seq);
  if (open) await follow(tx.objectStore('photos'), entry);
  rows.put(row);
  const old = mends && (await rows.index('id').get(mends));
  if (old) rows.put({...old, state: 'given_up', settled: Date.now()});
  for (const picture of pictures) tx.objectStore('photos').put(picture);
  await tx.done;
  read.set(row.id, content);
  return {...row, body: null, box: null, ...content};
}

/** Keep what is still being filled, each time anew under its own id; nothing where another tab has changed it since `rev`. A lost PIN and a
 *  handing over take it along with all else. */
export async function lay({id, action, title, data, form = null, unfinished, rev = 0, photos = []}, person) {
  const entry = {id, action, data, at: moment(), base: null, form};
  const content = {entry, title, record: null, unfinished};
  const [body, boxed, pictures] = await Promise.all([
    seal(key(), content, id),
    person.box_key ? box(person, {...entry, account: person.id}, id) : null,
    newPhotos(photos, id, person, OPEN),
  ]);
  const tx = (await base()).transaction(['meta', 'outbox', 'photos'], 'readwrite', STRICT);
  const rows = tx.objectStore('outbox');
  const old = await rows.index('id').get(id);
  if (old ? old.state !== OPEN || old.rev !== rev : rev) return null;
  const seq = old?.seq ?? ((await tx.objectStore('meta').get('seq')) ?? 0) + 1;
  if (!old) tx.objectStore('meta').put(seq, 'seq');
  const row = {seq, id, account: person.id, record: null, state: OPEN, rev: rev + 1, saved: old?.saved ?? Date.now(), says: '', number: ''};
  rows.put({...row, body, box: boxed});
  for (const picture of pictures) tx.objectStore('photos').put(picture);
  await tx.done;
  read.set(id, content);
  return {...row, ...content};
}

/** The next entries to send, as they go on the wire, all of one person; what is stuck, or cannot be opened, is passed by. */
export async function next(most = BATCH) {
  const rows = await (await base()).getAllFromIndex('outbox', 'state', 'waiting');
  rows.sort((a, b) => a.seq - b.seq);
  const other = rows.findIndex(row => row.account !== rows[0].account);
  const some = rows.slice(0, Math.min(most, other < 0 ? rows.length : other));
  const entries = await Promise.all(some.map(async row => ({...(await opened(row)).entry, seq: row.seq})));
  return {account: some[0]?.account, entries};
}

/** Write the receipts down, all or none; how many entries they settled. */
export async function settle(receipts) {
  const words = await Promise.all(receipts.map(sealedWords));
  const tx = (await base()).transaction('outbox', 'readwrite', STRICT);
  let settled = 0;
  for (const [n, told] of receipts.entries()) {
    const row = await tx.store.index('id').get(told.id);
    if (!row || !UNSENT.includes(row.state)) continue;
    const {body, box: boxed, ...rest} = row;
    const keeps = told.state === 'refused' || told.state === 'conflict' || told.state === 'taken';
    tx.store.put({...rest, ...(keeps && body && {body}), state: told.state, says: words[n], number: told.number || '', settled: Date.now()});
    settled += 1;
  }
  await tx.done;
  return settled;
}

const sealedWords = ({id, says, verdict}) => (says || verdict?.note ? seal(key(), says || verdict.note, `${id} says`) : '');

/** One entry the server cannot even read is set aside with its words, so that the others pass. */
export async function setAside(id, says) {
  const words = await sealedWords({id, says});
  const tx = (await base()).transaction('outbox', 'readwrite', STRICT);
  const row = await tx.store.index('id').get(id);
  if (row) tx.store.put({...row, state: 'stuck', says: words});
  await tx.done;
}

/** Stuck entries wait again: somebody pressed “try again”. */
export async function retry() {
  const tx = (await base()).transaction('outbox', 'readwrite', STRICT);
  for (const row of await tx.store.index('state').getAll('stuck')) tx.store.put({...row, state: 'waiting', says: ''});
  await tx.done;
}

/** What the bar says: how many wait, since when, how many somebody must look at; `unsent` is all that has not left the phone. */
export async function counts() {
  const db = await base();
  const rows = await db.getAll('outbox');
  const unsent = rows.filter(row => UNSENT.includes(row.state));
  const waiting = unsent.filter(row => row.state !== OPEN);
  const [photos, stuck] = await Promise.all(['waiting', 'stuck'].map(state => db.countFromIndex('photos', 'state', state)));
  return {
    waiting: waiting.length,
    oldest: waiting.length ? Math.min(...waiting.map(row => row.saved)) : null,
    failed: rows.filter(row => row.state === 'stuck' || row.state === 'refused').length + stuck,
    photos,
    unsent: unsent.length + photos + stuck,
  };
}

/** Everything with its words, newest first, for the outbox screen; and the records that are done here but not yet taken. */
export async function list() {
  const rows = await (await base()).getAll('outbox');
  const found = await Promise.all(
    rows.map(async row => {
      const {body, box: boxed, ...rest} = row;
      return {...rest, says: await wordsOf(row), ...(body && (await opened(row).catch(() => ({}))))};
    }),
  );
  return found.sort((a, b) => b.seq - a.seq);
}

async function wordsOf({id, says}) {
  return says ? open(key(), says, `${id} says`).catch(() => '') : '';
}

async function opened({id, body}) {
  if (!read.has(id)) read.set(id, await open(key(), body, id));
  return read.get(id);
}

export const clearMemory = () => {
  read = new Map();
};

/** Read and put away: a refusal somebody has seen to, or what was begun and is empty. */
export async function dismiss(seq) {
  const tx = (await base()).transaction(['outbox', 'photos'], 'readwrite');
  const rows = tx.objectStore('outbox');
  const row = await rows.get(seq);
  if (row && ['refused', OPEN, ...SETTLED].includes(row.state)) rows.delete(seq);
  if (row?.state === OPEN) await follow(tx.objectStore('photos'), {id: row.id, data: null});
  await tx.done;
}

/** Receipts older than a day go; all of them when room is needed. */
export async function tidy(all = false) {
  const until = Date.now() - (all ? 0 : KEPT_HOURS * 3600_000);
  const tx = (await base()).transaction('outbox', 'readwrite');
  for (const state of SETTLED) {
    for (const row of await tx.store.index('state').getAll(state)) if (row.settled <= until) tx.store.delete(row.seq);
  }
  await tx.done;
}

/** Boxes for the server's eyes: of a phone whose PIN was lost, of another person, or of somebody who hands over what he cannot send. */
export async function boxes(states = ['boxed'], ids = null) {
  const rows = await (await base()).getAll('outbox');
  return rows.filter(row => states.includes(row.state) && row.box && (!ids || ids.includes(row.id)));
}
