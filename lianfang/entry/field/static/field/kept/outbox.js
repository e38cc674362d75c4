/** The outbox: what was recorded here, in order, until the server has given a receipt for each. Nothing leaves it any other way. */
import {moment, uuid7} from './ids.js';
import {key} from './pin.js';
import {box, fromBase64, open, seal, sealBytes} from './sealing.js';
import {base, recall, STRICT} from './store.js';

const KEPT_HOURS = 24; // a receipt stays to be looked at
export const BATCH = 50;
let read = new Map(); // what was opened already, by id

/** Store one thing done; returns its row only when it is on the disk. Photos are sealed beside it, sent after it. */
export async function put(
  {action, title, data, record = null, base: seen = null, form = null, decided = null, place = null, photos = []},
  person,
) {
  const entry = {
    id: uuid7(),
    action,
    data,
    at: moment(),
    base: seen,
    form,
    ...(decided && {decided}),
    ...(place && person.keeps_place && {place}),
  };
  const body = await seal(key(), {entry, title, record}, entry.id);
  const point = person.box_key && fromBase64(person.box_key);
  const boxed = point ? await box(point, {...entry, account: person.id}, entry.id) : null;
  const pictures = await Promise.all(
    photos.map(async ({id, bytes, type}) => ({
      id,
      type,
      entry: entry.id,
      size: bytes.length,
      state: 'waiting',
      saved: Date.now(),
      bytes: await sealBytes(key(), bytes, id),
    })),
  );
  const tx = (await base()).transaction(['meta', 'outbox', 'photos'], 'readwrite', STRICT);
  const meta = tx.objectStore('meta');
  const seq = ((await meta.get('seq')) ?? 0) + 1;
  meta.put(seq, 'seq');
  const row = {seq, id: entry.id, account: person.id, record, state: 'waiting', saved: Date.now(), says: '', number: '', body, box: boxed};
  tx.objectStore('outbox').put(row);
  for (const picture of pictures) tx.objectStore('photos').put(picture);
  await tx.done;
  read.set(row.id, {entry, title, record});
  return {...row, body: null, box: null, entry, title, record};
}

/** The next entries to send, as they go on the wire; what is stuck is passed by. */
export async function next(most = BATCH) {
  const rows = await (await base()).getAllFromIndex('outbox', 'state', 'waiting');
  rows.sort((a, b) => a.seq - b.seq);
  return Promise.all(rows.slice(0, most).map(async row => ({...(await opened(row.id, row.body)).entry, seq: row.seq})));
}

/** Write the receipts down, all or none; how many entries they settled. */
export async function settle(receipts) {
  const tx = (await base()).transaction('outbox', 'readwrite', STRICT);
  let settled = 0;
  for (const told of receipts) {
    const row = await tx.store.index('id').get(told.id);
    if (!row || !['waiting', 'stuck', 'boxed'].includes(row.state)) continue;
    const {body, box: boxed, ...rest} = row;
    const keeps = told.state === 'refused' || told.state === 'conflict' || told.state === 'taken';
    tx.store.put({
      ...rest,
      ...(keeps && body && {body}),
      state: told.state,
      says: told.says || '',
      number: told.number || '',
      settled: Date.now(),
    });
    settled += 1;
  }
  await tx.done;
  return settled;
}

/** One entry the server cannot even read is set aside with its words, so that the others pass. */
export async function setAside(id, says) {
  const tx = (await base()).transaction('outbox', 'readwrite', STRICT);
  const row = await tx.store.index('id').get(id);
  if (row) tx.store.put({...row, state: 'stuck', says});
  await tx.done;
}

/** Stuck entries wait again: somebody pressed “try again”. */
export async function retry() {
  const tx = (await base()).transaction('outbox', 'readwrite', STRICT);
  for (const row of await tx.store.index('state').getAll('stuck')) tx.store.put({...row, state: 'waiting', says: ''});
  await tx.done;
}

/** What the bar says: how many wait, since when, how many somebody must look at. */
export async function counts() {
  const db = await base();
  const rows = await db.getAll('outbox');
  const unsent = rows.filter(row => ['waiting', 'stuck', 'boxed'].includes(row.state));
  return {
    waiting: unsent.length,
    oldest: unsent.length ? Math.min(...unsent.map(row => row.saved)) : null,
    failed: rows.filter(row => row.state === 'stuck' || row.state === 'refused').length,
    photos: await db.countFromIndex('photos', 'state', 'waiting'),
  };
}

/** Everything with its words, newest first, for the outbox screen; and the records that are done here but not yet taken. */
export async function list() {
  const rows = await (await base()).getAll('outbox');
  const found = await Promise.all(rows.map(async ({body, box: boxed, ...row}) => ({...row, ...(body && (await opened(row.id, body)))})));
  return found.sort((a, b) => b.seq - a.seq);
}

async function opened(id, body) {
  if (!read.has(id)) read.set(id, await open(key(), body, id));
  return read.get(id);
}

export const clearMemory = () => {
  read = new Map();
};

/** Read and put away: a refusal somebody has seen to. */
export async function dismiss(seq) {
  const tx = (await base()).transaction('outbox', 'readwrite');
  const row = await tx.store.get(seq);
  if (row && ['refused', 'taken', 'conflict', 'held'].includes(row.state)) tx.store.delete(seq);
  await tx.done;
}

/** Receipts older than a day go; all of them when room is needed. */
export async function tidy(all = false) {
  const until = Date.now() - (all ? 0 : KEPT_HOURS * 3600_000);
  const tx = (await base()).transaction('outbox', 'readwrite');
  for (const state of ['taken', 'conflict', 'held']) {
    for (const row of await tx.store.index('state').getAll(state)) if (row.settled <= until) tx.store.delete(row.seq);
  }
  await tx.done;
}

/** Boxes for the server's eyes: of a phone whose PIN was lost, or of somebody who hands over what he cannot send. */
export async function boxes(states = ['boxed']) {
  const rows = await (await base()).getAll('outbox');
  return rows.filter(row => states.includes(row.state) && row.box);
}

/** Whose records wait here. */
export async function owner() {
  const unsent = (await (await base()).getAll('outbox')).filter(row => ['waiting', 'stuck'].includes(row.state));
  return unsent[0]?.account ?? (await recall('account')) ?? null;
}
