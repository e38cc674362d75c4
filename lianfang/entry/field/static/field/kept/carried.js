/** What the phone carries of one area: sealed at rest, in memory while unlocked, dropped when the server says so or is unheard too long. */
import {key} from './pin.js';
import {open, seal} from './sealing.js';
import {base, recall, STRICT} from './store.js';

const OWN = 'me'; // who one is stays: what is recorded must bear a name
let sections = {};

/** What a section says: a list, or a plain object; nothing when it is not there. A name is whole where a reason was given, else masked. */
export const section = name => sections[name]?.rows;
export const rows = name => section(name) ?? [];
export const held = name => sections[name];
export const areWhole = () => Date.now() < (held('names')?.hides ?? 0);
export const nameOf = id => (areWhole() && section('names')[id]) || rows('people').find(one => one.id === id)?.name;
export const isHere = () => Object.keys(sections).some(name => name !== OWN);
export const clearMemory = () => {
  sections = {};
};

/** Read all of it after the PIN. */
export async function load() {
  const db = await base();
  const names = await db.getAllKeys('carried');
  const found = await Promise.all(names.map(async name => [name, await open(key(), (await db.get('carried', name)).sealed, name)]));
  sections = Object.fromEntries(found);
}

/** What is here of an area, as the server asks: section:digest,…; of another area nothing, for it replaces all. */
export async function have(area) {
  if ((await recall('carried area')) !== area) return '';
  return Object.entries(sections)
    .map(([name, held]) => `${name}:${held.digest ?? ''}`)
    .join(',');
}

/** Take over what the server sent: only what changed came. Another area replaces all. */
export async function take(answer) {
  const isOther = (await recall('carried area')) !== answer.area.id;
  const sealed = await Promise.all(
    Object.entries(answer.sections).map(async ([name, held]) => [name, {sealed: await seal(key(), held, name)}]),
  );
  const tx = (await base()).transaction(['carried', 'meta'], 'readwrite', STRICT);
  if (isOther) {
    sections = {};
    tx.objectStore('carried').clear();
  }
  for (const [name, held] of sealed) tx.objectStore('carried').put(held, name);
  const meta = tx.objectStore('meta');
  for (const key of ['area', 'carried area']) meta.put(answer.area.id, key);
  meta.put(answer.areas ?? [], 'areas');
  await tx.done;
  sections = {...sections, ...answer.sections};
}

/** Whole names, as the server gave them for a reason; nothing when it gives them no more. */
export async function takeNames(answer) {
  const lasts = answer && Date.parse(answer.until) - Date.parse(answer.at); // by our own clock, however wrong
  const names = answer && {digest: answer.digest, goes_on: answer.goes_on, hides: Date.now() + lasts, rows: answer.names ?? section('names')};
  const sealed = names && (await seal(key(), names, 'names'));
  if (sealed) await (await base()).put('carried', {sealed}, 'names');
  else await (await base()).delete('carried', 'names');
  sections = {...sections, names};
  if (!names) delete sections.names;
}

/** Drop what was synced; what was recorded here stays in the outbox. */
export async function forget() {
  sections = Object.fromEntries(Object.entries(sections).filter(([name]) => name === OWN));
  const tx = (await base()).transaction('carried', 'readwrite', STRICT);
  for (const name of await tx.store.getAllKeys()) if (name !== OWN) tx.store.delete(name);
  await tx.done;
}

/** The server answered: its clock and ours are compared, and the 72 hours begin again. */
export async function heard(serverAt, sentAt = Date.now()) {
  const db = await base();
  const tx = db.transaction('meta', 'readwrite');
  const received = Date.now();
  tx.store.put(Date.parse(serverAt) - (sentAt + received) / 2, 'offset');
  tx.store.put(received, 'contact');
  tx.store.put(received, 'latest');
  await tx.done;
}

/** Whether the server was silent too long, by a clock that only goes forward. */
export async function isStale() {
  const contact = await recall('contact');
  if (!contact) return false;
  const latest = Math.max((await recall('latest')) ?? 0, Date.now());
  await (await base()).put('meta', latest, 'latest');
  return latest - contact > (section(OWN)?.offline_minutes ?? Infinity) * 60_000;
}
