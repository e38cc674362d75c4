/** Photos: made small here, sealed beside their record, sent after it in pieces that go on where they broke off. */
import {key} from './pin.js';
import {aesKey, box, openBytes, random, sealBytes, toBase64} from './sealing.js';
import {base, STRICT} from './store.js';
import {uuid7} from './ids.js';

const LONGEST = 1600,
  QUALITY = 0.72;

/** A photo no longer than 1600 points at its side; drawing it anew leaves the place and the camera behind. */
export async function shrunk(file) {
  const picture = await createImageBitmap(file, {imageOrientation: 'from-image'});
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', QUALITY));
  return {id: uuid7(), type: blob.type, bytes: new Uint8Array(await blob.arrayBuffer())};
}

/** Photos of an entry as they lie in the store: each under a key of its own, which opens here after the PIN (`lock`) and, where that is
 *  lost or somebody else is signed in, at the server (`box`). */
export const newPhotos = (photos, entry, person, state = 'waiting') =>
  Promise.all(
    photos.map(async ({id, bytes, type}) => {
      const raw = random(32);
      return {
        id,
        type,
        entry,
        account: person.id,
        size: bytes.length,
        state,
        saved: Date.now(),
        bytes: await sealBytes(await aesKey(raw), bytes, id),
        lock: await sealBytes(key(), raw, id),
        box: person.box_key ? await box(person, {id, entry, account: person.id, key: toBase64(raw)}, id) : null,
      };
    }),
  );

/** Photos whose records have left the phone, oldest first. */
export async function ready() {
  const db = await base();
  const unsent = new Set((await db.getAll('outbox')).filter(row => ['waiting', 'stuck', 'boxed'].includes(row.state)).map(row => row.id));
  const found = (await db.getAllFromIndex('photos', 'state', 'waiting')).filter(photo => !unsent.has(photo.entry));
  return found.sort((a, b) => (a.id < b.id ? -1 : 1)).map(photo => photo.id);
}

/** What goes on the wire: the photo; or, of one whose record went in a box, what lies here as it is, with the box of its key. */
export async function toSend(id, isSealed = false) {
  const photo = await (await base()).get('photos', id);
  if (photo.isBoxed || isSealed) return {bytes: photo.bytes, box: photo.box};
  const raw = await openBytes(key(), photo.lock, id);
  return {bytes: await openBytes(await aesKey(raw), photo.bytes, id)};
}

/** The records of these went in boxes: so do they. */
export async function goBoxed(entries) {
  const tx = (await base()).transaction('photos', 'readwrite', STRICT);
  for (const photo of await tx.store.getAll()) if (entries.includes(photo.entry)) tx.store.put({...photo, isBoxed: true, state: photo.state === 'open' ? 'waiting' : photo.state});
  await tx.done;
}

/** What was taken for an entry that was being filled, once that is done: what it names goes after it, the rest goes. */
export async function follow(store, entry) {
  for (const photo of await store.index('state').getAll('open')) {
    if (photo.entry !== entry.id) continue;
    if (JSON.stringify(entry.data).includes(photo.id)) store.put({...photo, state: 'waiting'});
    else store.delete(photo.id);
  }
}

/** It is there as a whole, or somebody said that it is not wanted: the phone lets it go. */
export const letGo = async id => (await base()).delete('photos', id);

/** It was not taken; the words say why. */
export async function refused(id, says) {
  const words = await sealBytes(key(), new TextEncoder().encode(says), id);
  const tx = (await base()).transaction('photos', 'readwrite', STRICT);
  const photo = await tx.store.get(id);
  if (photo) tx.store.put({...photo, state: 'stuck', says: words});
  await tx.done;
}

/** Somebody pressed “try again”. */
export async function retry() {
  const tx = (await base()).transaction('photos', 'readwrite');
  for (const photo of await tx.store.index('state').getAll('stuck')) tx.store.put({...photo, state: 'waiting', says: ''});
  await tx.done;
}

/** What waits, with the words of what was not taken. */
export async function listed() {
  const found = (await (await base()).getAll('photos')).filter(photo => photo.state !== 'open');
  const words = async ({id, says}) => (says ? new TextDecoder().decode(await openBytes(key(), says, id).catch(() => new Uint8Array())) : '');
  return Promise.all(
    found.map(async photo => ({id: photo.id, entry: photo.entry, size: photo.size, state: photo.state, says: await words(photo)})),
  );
}

/** All of it as it lies here, for the sealed file. */
export async function sealed() {
  return (await (await base()).getAll('photos')).filter(photo => photo.box);
}
