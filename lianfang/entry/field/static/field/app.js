/** The app: what is known now, which screen stands, and the few things every screen may ask for. */
import {render} from '../vendor/lit-html.js';
import * as carried from './kept/carried.js';
import * as outbox from './kept/outbox.js';
import * as photos from './kept/photos.js';
import * as pin from './kept/pin.js';
import * as room from './kept/room.js';
import {recall, remember} from './kept/store.js';
import * as away from './parts/away.js';
import * as keeping from './parts/keeping.js';
import {openVisits} from './parts/visits.js';
import {language, speak, t} from './parts/words.js';
import {SCREENS} from './screens/all.js';
import * as shell from './wire/shell.js';
import * as sync from './wire/sync.js';

const SIGN_IN = '/sign-in?next=/field/';

const maySend = action => Boolean(carried.section('forms')?.[action]); // nobody is shown a place he has no right to work at

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
  counts: {waiting: 0, oldest: null, failed: 0, photos: 0, unsent: 0},
  room: {share: 0},
  offset: 0,
  contact: 0,
  rows: [],
  done: new Map(),
  isLongUnsent: false,
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
    return Boolean(carried.section('posts')) && maySend('checkpoints.pass_vehicle');
  },
  get maySample() {
    return maySend('laboratory.seal');
  },
  get hasVisits() {
    return Boolean(carried.section('inspection')?.visits.length || openVisits(app).length);
  },
  get hasDoors() {
    return Boolean(carried.section('campaigns')) && maySend('doorstep.visit');
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

  save: entry => keeping.save(app, entry),
  lay: entry => keeping.lay(app, entry),
  takePhoto: file => keeping.takePhoto(app, file),

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
      app.forgottenWords = t('silent_long', {n: Math.round(app.me.offline_minutes / 60)});
    }
    await app.count();
    app.go(location.hash.startsWith('#/') && location.hash !== '#/start' ? location.hash : (app.laid?.address ?? '#/work'));
    sync.sync();
    shell.keepScanner();
  },

  /** Locked; `keeps`: what was being typed comes back after the PIN. */
  lock({keeps = false} = {}) {
    app.laid = keeps ? {address: location.hash, form: app.form} : null;
    pin.lock();
    carried.clearMemory();
    outbox.clearMemory();
    app.isOpen = false;
    app.form = {};
    app.handed = null;
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

async function recount() {
  app.counts = await outbox.counts();
  app.isLongUnsent = Boolean(app.counts.oldest) && Date.now() - app.counts.oldest >= app.me.unsent_minutes * 60_000;
  app.rows = pin.isOpen() ? await outbox.list() : [];
  app.done = new Map(app.rows.filter(row => row.record && !['refused', 'taken', 'given_up'].includes(row.state)).map(row => [row.record, row]));
  app.room = await room.left();
  [app.offset, app.contact, app.area, app.areas, app.post, app.samplingAt] = await Promise.all(
    ['offset', 'contact', 'area', 'areas', 'post', 'sampling point'].map(recall),
  );
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
  if (app.screen !== name || String(app.args) !== String(args)) app.form = laid();
  Object.assign(app, {screen: name, args, said: app.coming, coming: ''});
  app.draw();
  hush();
  scrollTo(0, 0);
}

/** What was being typed when the phone was laid down, once it is open again; else a blank form. */
function laid() {
  const {form = {}, address} = app.isOpen ? (app.laid ?? {}) : {};
  if (app.isOpen) app.laid = null;
  return address === location.hash ? form : {};
}

async function hears({state, says, receipts}) {
  app.isSending = state === 'sending';
  app.isAway = state === 'away';
  app.isStrange = state === 'strange';
  if (state === 'done') {
    app.mustSignIn = false;
    app.forgottenWords = '';
  }
  if (state === 'forgotten' || state === 'ended') {
    app.mustSignIn = true;
    app.forgottenWords = state === 'forgotten' ? says : '';
  }
  if (state === 'moved') app.fault = t('area_gone', {name: says});
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
  away.watch(app);
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
