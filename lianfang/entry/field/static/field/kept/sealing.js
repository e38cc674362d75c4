/** Sealing: what lies on the phone under the data key, and boxes only the server opens. */
const NONCE = 12;
const text = new TextEncoder(),
  read = new TextDecoder();

export const random = length => crypto.getRandomValues(new Uint8Array(length));
export const aesKey = (raw, uses = ['encrypt', 'decrypt']) => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, uses);

/** Bytes under a key; `about` ties them to their place, so that one row cannot be put in another's stead. */
export async function sealBytes(key, bytes, about = '') {
  const nonce = random(NONCE);
  const sealed = await crypto.subtle.encrypt({name: 'AES-GCM', iv: nonce, additionalData: text.encode(about)}, key, bytes);
  return joined(nonce, new Uint8Array(sealed));
}

export async function openBytes(key, sealed, about = '') {
  const how = {name: 'AES-GCM', iv: sealed.subarray(0, NONCE), additionalData: text.encode(about)};
  return new Uint8Array(await crypto.subtle.decrypt(how, key, sealed.subarray(NONCE)));
}

export const seal = (key, value, about) => sealBytes(key, text.encode(JSON.stringify(value)), about);
export const open = async (key, sealed, about) => JSON.parse(read.decode(await openBytes(key, sealed, about)));

/** A value only the server reads: ephemeral P-256 point ‖ nonce ‖ AES-256-GCM, the key by HKDF-SHA256. What is said bears the mark of the
 *  person's own secret, since everybody may seal to the server's point. */
export async function box({box_key: point, mark_key: secret}, value, about) {
  const curve = {name: 'ECDH', namedCurve: 'P-256'};
  const theirs = await crypto.subtle.importKey('raw', fromBase64(point), curve, false, []);
  const ours = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const shared = await crypto.subtle.deriveBits({name: 'ECDH', public: theirs}, ours.privateKey, 256);
  const master = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const how = {name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: text.encode('lianfang-box')};
  const key = await crypto.subtle.deriveKey(how, master, {name: 'AES-GCM', length: 256}, false, ['encrypt']);
  const said = JSON.stringify(value);
  const whole = {said, mark: toBase64(await mark(secret, said))};
  return joined(new Uint8Array(await crypto.subtle.exportKey('raw', ours.publicKey)), await seal(key, whole, about));
}

async function mark(secret, said) {
  const key = await crypto.subtle.importKey('raw', fromBase64(secret), {name: 'HMAC', hash: 'SHA-256'}, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, text.encode(said)));
}

export function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
}

export const toBase64 = bytes => btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
export const fromBase64 = said => Uint8Array.from(atob(said), sign => sign.charCodeAt(0));
