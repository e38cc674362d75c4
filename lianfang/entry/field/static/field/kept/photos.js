/** Photos: made small here, sealed beside their record, sent after it in pieces that go on where they broke off. */
import {key} from './pin.js';
import {openBytes} from './sealing.js';
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

/** Photos whose records have been taken, oldest first. */
export async function ready() {
  const db = await base();
  const unsent = new Set((await db.getAll('outbox')).filter(row => ['waiting', 'stuck', 'boxed'].includes(row.state)).map(row => row.id));
  const found = (await db.getAllFromIndex('photos', 'state', 'waiting')).filter(photo => !unsent.has(photo.entry));
  return found.sort((a, b) => (a.id < b.id ? -1 : 1)).map(photo => photo.id);
}

export async function bytesOf(id) {
  const photo = await (await base()).get('photos', id);
  return openBytes(key(), photo.bytes, id);
}

/** It is there as a whole: the phone lets it go. */
export const sent = async id => (await base()).delete('photos', id);

/** It will never be taken; the words say why. */
export async function refused(id, says) {
  const tx = (await base()).transaction('photos', 'readwrite', STRICT);
  const photo = await tx.store.get(id);
  if (photo) tx.store.put({...photo, state: 'stuck', says});
  await tx.done;
}

/** Somebody pressed “try again”. */
export async function retry() {
  const tx = (await base()).transaction('photos', 'readwrite');
  for (const photo of await tx.store.index('state').getAll('stuck')) tx.store.put({...photo, state: 'waiting', says: ''});
  await tx.done;
}

export async function listed() {
  return (await (await base()).getAll('photos')).map(({id, entry, size, state, says}) => ({id, entry, size, state, says}));
}
