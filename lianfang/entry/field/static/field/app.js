/** The app: what is known now, which screen stands, and the few things every screen may ask for. */
import {render} from '../vendor/lit-html.js';
import * as carried from './kept/carried.js';
import * as outbox from './kept/outbox.js';
import * as photos from './kept/photos.js';
import * as pin from './kept/pin.js';
import * as room from './kept/room.js';
import {recall, remember} from './kept/store.js';
import {language, speak, t} from './parts/words.js';
import {SCREENS} from './screens/all.js';
import * as shell from './wire/shell.js';
import * as sync from './wire/sync.js';

const SIGN_IN = '/sign-in?next=/field/';

const app = {
  screen: '',
  args: [],
  form: {},
  said: '',
  coming: '',
  fault: '',
  isOpen: false,
  isAway: !navigator.onLine,
  isStrange: false,
  mustSignIn: false,
  hasUpdate: false,
  counts: {waiting: 0, oldest: null, failed: 0, photos: 0},
  room: {share: 0},
  offset: 0,
  contact: 0,
  rows: [],
  done: new Map(),
  oldestHours: 0,
  area: null,
  areas: [],
  isWechat: /MicroMessenger/i.test(navigator.userAgent),
  signInUrl: SIGN_IN,
  forgottenWords: '',
  isSending: false,
  carried,
  outbox,
  pin,
  sync,

  now: () => Date.now() + app.offset,
  get me() {
    return carried.section('me') ?? {};
  },
  get where() {
    return app.areas.find(one => one.id === app.area)?.name ?? '';
  },
  get hasGate() {
    return Boolean(carried.section('posts'));
  },
  get hasDoors() {
    return Boolean(carried.section('campaigns'));
  },

  draw() {
    render(SCREENS[app.screen](app), document.getElementById('app'));
  },

  /** To another screen, with words said on arrival; what was typed in the last one is left there. */
  go(address, said = '') {
    app.coming = said;
    if (location.hash === address) show();
    else location.hash = address;
  },

  say(words) {
    app.said = words;
    app.draw();
    hush();
  },

  /** Keep one thing done. Its row, or nothing when the phone has no room: then it is said, and nothing looks saved. */
  async save(entry) {
    try {
      return await saved(entry);
    } catch (fault) {
      if (fault.name !== 'QuotaExceededError') throw fault;
    }
    await outbox.tidy(true);
    try {
      return await saved(entry);
    } catch (fault) {
      if (fault.name !== 'QuotaExceededError') throw fault;
      app.fault = t('not_saved_full');
      app.draw();
      return null;
    }
  },

  /** A photo made small; refused while there is hardly room, so that records still fit. */
  async takePhoto(file) {
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
  },

  /** What the bar and the outbox show, read anew; asked for while it reads, it reads once more. */
  async count() {
    if (app.counting) {
      app.isCountedAgain = true;
      return app.counting;
    }
    app.counting = recount()
      .catch(fault => {
        if (pin.isOpen()) throw fault; // locked meanwhile: there is nothing to show
      })
      .finally(() => {
      app.counting = null;
    });
    await app.counting;
    if (app.isCountedAgain) {
      app.isCountedAgain = false;
      await app.count();
    }
  },

  async send() {
    await outbox.retry();
    await photos.retry();
    await sync.sync({waits: true});
  },

  /** The PIN was right: read what is carried, or say that it was silent too long. */
  async opened() {
    app.isOpen = true;
    await carried.load();
    if (await carried.isStale()) {
      await carried.forget();
      app.mustSignIn = true;
      app.forgottenWords = t('silent_long');
    }
    await app.count();
    app.go(location.hash.startsWith('#/') && location.hash !== '#/start' ? location.hash : '#/work');
    sync.sync();
    shell.keepScanner();
  },

  lock() {
    pin.lock();
    carried.clearMemory();
    outbox.clearMemory();
    app.isOpen = false;
    app.form = {};
    app.go('#/start');
  },

  clearFault() {
    app.fault = '';
    app.draw();
  },
  takeUpdate: () => shell.takeOver(),
  copyLink: () => navigator.clipboard?.writeText(location.origin + '/field/').then(() => app.say(t('copied'))),

  async large(isLarge) {
    await remember('large', isLarge);
    document.documentElement.classList.toggle('large', isLarge);
    document.cookie = `letters=${isLarge ? 'large' : 'normal'}; path=/; max-age=31536000; samesite=lax`;
    app.draw();
  },
};

async function saved(entry) {
  const row = await outbox.put(entry, app.me);
  app.rows.unshift(row);
  if (row.record) app.done.set(row.record, row);
  app.counts = {
    ...app.counts,
    waiting: app.counts.waiting + 1,
    oldest: app.counts.oldest ?? row.saved,
    photos: app.counts.photos + (entry.photos?.length ?? 0),
  };
  app.draw();
  sync.wakeMe();
  sync.nudge();
  return row;
}

async function recount() {
  app.counts = await outbox.counts();
  app.oldestHours = app.counts.oldest ? (Date.now() - app.counts.oldest) / 3600_000 : 0;
  app.rows = pin.isOpen() ? await outbox.list() : [];
  app.done = new Map(app.rows.filter(row => row.record && !['refused', 'taken'].includes(row.state)).map(row => [row.record, row]));
  app.room = await room.left();
  [app.offset, app.contact, app.area, app.areas] = await Promise.all([
    recall('offset'),
    recall('contact'),
    recall('area'),
    recall('areas'),
  ]);
  app.offset ??= 0;
  app.areas ??= [];
  app.draw();
}

/** What was said stays long enough to be read, then gets out of the way. */
function hush() {
  clearTimeout(app.hushing);
  if (app.said)
    app.hushing = setTimeout(() => {
      app.said = '';
      app.draw();
    }, 5_000);
}

/** The screen an address names; without the PIN always the start. */
function show() {
  const [screen, ...args] = location.hash.replace(/^#\//, '').split('/').map(decodeURIComponent);
  const name = app.isOpen && screen in SCREENS ? screen : app.isOpen ? 'work' : 'start';
  if (app.screen !== name || String(app.args) !== String(args)) app.form = {};
  Object.assign(app, {screen: name, args, said: app.coming, coming: ''});
  app.draw();
  hush();
  scrollTo(0, 0);
}

async function hears({state, says, receipts}) {
  app.isSending = state === 'sending';
  app.isAway = state === 'away';
  app.isStrange = state === 'strange';
  if (state === 'done') {
    app.mustSignIn = false;
    app.forgottenWords = '';
  }
  if (state === 'forgotten') {
    app.mustSignIn = true;
    app.forgottenWords = says;
  }
  if (state === 'refused') app.fault = says;
  for (const receipt of receipts ?? []) app.verdicts?.(receipt);
  await app.count();
}

async function start() {
  speak(language());
  document.title = t('app_name');
  document.documentElement.classList.toggle('large', Boolean(await recall('large')));
  addEventListener('hashchange', show);
  addEventListener('offline', () => {
    app.isAway = true;
    app.draw();
  });
  addEventListener('online', () => {
    app.isAway = false;
    app.draw();
  });
  sync.onNews(hears);
  sync.watch();
  shell.register(() => {
    app.hasUpdate = true;
    app.draw();
  });
  setInterval(() => app.isOpen && app.draw(), 30_000);
  app.isSet = await pin.isSet();
  app.left = (await recall('tries')) ?? pin.TRIES;
  show();
}

globalThis.lianfang = app;
start();
