/** The phone's store: one IndexedDB; every value in it that says anything about anybody is sealed before it gets here. */
import {deleteDB, openDB} from '../../vendor/idb.js';

const NAME = 'lianfang-field';
let opened = null;

export const STRICT = {durability: 'strict'}; // “saved” is said only of what is on the disk

export function base() {
  opened ??= openDB(NAME, 1, {
    upgrade(db) {
      db.createObjectStore('meta');
      db.createObjectStore('carried');
      const outbox = db.createObjectStore('outbox', {keyPath: 'seq'});
      outbox.createIndex('id', 'id', {unique: true});
      outbox.createIndex('state', 'state');
      const photos = db.createObjectStore('photos', {keyPath: 'id'});
      photos.createIndex('state', 'state');
    },
    async blocking() {
      (await opened)?.close();
      opened = null;
    }, // another tab brings a newer store: step aside
    terminated() {
      opened = null;
    },
  });
  return opened;
}

export const recall = async key => (await base()).get('meta', key);
export const remember = async (key, value) => (await base()).put('meta', value, key);

/** A new person's phone: nothing is left. Only for one who has nothing waiting. */
export async function empty() {
  (await opened)?.close();
  opened = null;
  await deleteDB(NAME);
}
