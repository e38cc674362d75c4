/** Keeping one thing done, and the photos of it: on the disk before anything says so, and said in words where there is no room. */
import * as outbox from '../kept/outbox.js';
import * as photos from '../kept/photos.js';
import * as room from '../kept/room.js';
import * as sync from '../wire/sync.js';
import {t} from './words.js';

/** Keep one thing done. Its row, or nothing when the phone has no room: then it is said, and nothing looks saved. */
export const save = (app, entry) => kept(app, () => saved(app, entry));

/** Keep how far something is that is filled for a while; its row, or nothing as above, or where another tab was faster. */
export const lay = (app, entry) => kept(app, () => laid(app, entry));

async function kept(app, write) {
  try {
    return await write();
  } catch (fault) {
    if (fault.name !== 'QuotaExceededError') throw fault;
  }
  await outbox.tidy(true);
  try {
    return await write();
  } catch (fault) {
    if (fault.name !== 'QuotaExceededError') throw fault;
    app.fault = t('not_saved_full');
    app.draw();
    return null;
  }
}

async function laid(app, entry) {
  const row = await outbox.lay(entry, app.me);
  if (row) app.rows = [row, ...app.rows.filter(one => one.id !== row.id)];
  else await app.count();
  return row;
}

async function saved(app, entry) {
  const row = await outbox.put(entry, app.me);
  app.rows = [row, ...app.rows.filter(one => one.id !== row.id)];
  if (row.record) app.done.set(row.record, row);
  const {counts} = app;
  app.counts = {
    ...counts,
    waiting: counts.waiting + 1,
    unsent: counts.unsent + 1,
    oldest: counts.oldest ?? row.saved,
    photos: counts.photos + (entry.photos?.length ?? 0),
  };
  app.draw();
  sync.wakeMe();
  sync.nudge();
  return row;
}

/** A photo made small; refused while there is hardly room, so that records still fit. */
export async function takePhoto(app, file) {
  app.room = await room.left();
  if (app.room.refusesPhotos) {
    app.fault = t('room_no_photos');
    app.draw();
    return null;
  }
  try {
    return await photos.shrunk(file);
  } catch {
    app.fault = t('photo_unreadable');
    app.draw();
    return null;
  }
}
