/** The PIN: four to eight digits unlock the data key, five wrong ones drop it and what was synced; what waits stays, sealed for the server. */
import {aesKey, openBytes, random, sealBytes} from './sealing.js';
import {base, recall, remember, STRICT} from './store.js';

export {isFit, SHORTEST} from './digits.js';

export const TRIES = 5;
const ROUNDS = 300_000; // about a quarter of a second on a slow phone
let held = null;

/** The data key while the app is unlocked. */
export function key() {
  if (!held) throw new Error('locked');
  return held;
}

export const isOpen = () => held !== null;
export const isSet = async () => Boolean(await recall('lock'));
export const lock = () => {
  held = null;
};

/** A fresh data key under this PIN and under a key this browser never gives away. */
export async function choose(pin) {
  await wrap(random(32), pin);
}

/** Another PIN for the same data: the right old one first. */
export async function change(old, pin) {
  const found = await raw(old);
  if (found) await wrap(found, pin);
  return Boolean(found);
}

/** 'open', or how many tries are left; at 0 the key is gone. */
export async function unlock(pin) {
  const left = (await recall('tries')) ?? TRIES;
  await remember('tries', left - 1); // counted before it is tried: pulling the battery gives none back
  const found = await raw(pin);
  if (found) {
    held = await aesKey(found);
    await remember('tries', TRIES);
    return 'open';
  }
  if (left <= 1) await drop();
  return left - 1;
}

/** The key and all that was synced go, and what the server has; whatever has not left the phone stays, sealed for the server. */
export async function drop() {
  held = null;
  const tx = (await base()).transaction(['meta', 'carried', 'outbox', 'photos'], 'readwrite', STRICT);
  for (const name of ['lock', 'tries']) tx.objectStore('meta').delete(name);
  tx.objectStore('carried').clear();
  for (let at = await tx.objectStore('photos').openCursor(); at; at = await at.continue()) {
    at.update({...at.value, state: 'waiting', says: '', isBoxed: true});
  }
  for (let at = await tx.objectStore('outbox').openCursor(); at; at = await at.continue()) {
    const {body, ...rest} = at.value;
    if (['waiting', 'stuck', 'boxed', 'open'].includes(rest.state)) at.update({...rest, state: 'boxed', says: ''});
    else at.delete();
  }
  await tx.done;
}

async function raw(pin) {
  const {salt, wrapped} = await recall('lock');
  try {
    return await openBytes(await pinKey(pin, salt), await openBytes(await deviceKey(), wrapped));
  } catch (fault) {
    if (fault.name !== 'OperationError') throw fault;
    return null;
  }
}

async function wrap(data, pin) {
  const salt = random(16);
  const wrapped = await sealBytes(await deviceKey(), await sealBytes(await pinKey(pin, salt), data));
  held = await aesKey(data);
  await remember('lock', {salt, wrapped});
  await remember('tries', TRIES);
}

async function pinKey(pin, salt) {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey']);
  const how = {name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS};
  return crypto.subtle.deriveKey(how, typed, {name: 'AES-GCM', length: 256}, false, ['encrypt', 'decrypt']);
}

async function deviceKey() {
  let found = await recall('device key');
  if (!found) {
    found = await crypto.subtle.generateKey({name: 'AES-GCM', length: 256}, false, ['encrypt', 'decrypt']);
    await remember('device key', found);
  }
  return found;
}
