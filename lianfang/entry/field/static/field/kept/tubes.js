/** Codes of the tubes that were opened on this phone, sealed: a tube is used once for ever. */
import {key} from './pin.js';
import {open, seal} from './sealing.js';
import {recall, remember} from './store.js';

const ABOUT = 'tubes',
  MOST = 3000; // the oldest are forgotten here; the server forgets none

/** Codes with the id of the record that holds each; none where they lie under the key of a PIN that is gone. */
async function all() {
  const sealed = await recall(ABOUT);
  return sealed ? open(key(), sealed, ABOUT).catch(() => []) : [];
}

const write = async codes => remember(ABOUT, await seal(key(), codes.slice(-MOST), ABOUT));

/** The record that holds a code; nothing where it is free. */
export const holder = async code => (await all()).find(([one]) => one === code)?.[1];

/** A code is taken for a record, from another one that it puts right too. */
export const take = async (code, id) => write([...(await all()).filter(([one]) => one !== code), [code, id]]);

/** A tube in which nobody ever was is given back. */
export const giveBack = async code => write((await all()).filter(([one]) => one !== code));
