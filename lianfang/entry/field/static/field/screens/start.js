/** The way in: sign in once with a signal, choose an area and a PIN; afterwards the PIN alone. */
import {html, nothing} from '../../vendor/lit-html.js';
import * as room from '../kept/room.js';
import {recall, remember} from '../kept/store.js';
import {areaChoice} from '../parts/areas.js';
import {frame} from '../parts/frame.js';
import {icon} from '../parts/marks.js';
import {t} from '../parts/words.js';
import {Away, Refused} from '../wire/calls.js';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'clear', '0', 'back'];

export function start(app) {
  if (app.isSet) return locked(app);
  if (!app.form.step) {
    app.form.step = 'asking';
    ask(app);
  }
  return {asking, away, strange, sign, area, choose, again}[app.form.step](app);
}

const page = (app, main, foot) => frame(app, {title: t('app_name'), under: t('app_under'), main, foot, tone: 'start'});
const asking = app => page(app, html`<p class="lead">${t('one_moment')}</p>`);
const away = app =>
  page(
    app,
    html`<h2>${t('first_needs_signal')}</h2>
      <p class="lead">${t('first_needs_signal_why')}</p>`,
    html`<button class="act" @click=${() => ask(app)}>${icon('refresh')}${t('try_again')}</button>`,
  );
const strange = app =>
  page(
    app,
    html`<h2>${t('strange_network')}</h2>`,
    html`<button class="act" @click=${() => ask(app)}>${icon('refresh')}${t('try_again')}</button>`,
  );
const sign = app =>
  page(
    app,
    html`<h2>${t('sign_in_once')}</h2>
      <ol class="steps">
        <li>${t('step_sign_in')}</li>
        <li>${t('step_pin')}</li>
        <li>${t('step_offline')}</li>
      </ol>
      ${app.form.boxed ? html`<p class="notice warn">${t('boxes_wait', {n: app.form.boxed})}</p>` : nothing}`,
    html`<a class="act button" href=${app.signInUrl}>${icon('key')}${t('sign_in')}</a>`,
  );

/** Who are we to the server, and which areas may we carry? */
async function ask(app) {
  app.form = {step: 'asking', boxed: (await app.outbox.boxes()).length};
  app.draw();
  try {
    const answer = await app.sync.first();
    app.form = {step: (answer.areas ?? []).length > 1 ? 'area' : 'choose', answer, typed: '', area: answer.area.id, boxed: app.form.boxed};
  } catch (fault) {
    app.form.step = fault instanceof Away ? 'away' : fault instanceof Refused ? 'sign' : 'strange';
  }
  app.draw();
}

const area = app =>
  page(
    app,
    html`<h2>${t('which_area')}</h2>
      <p class="lead">${t('which_area_why')}</p>
      ${areaChoice(app.form.answer.areas, app.form.area, one => {
        app.form.area = one.id;
        app.draw();
      })}`,
    html`<button
      class="act"
      @click=${() => {
        app.form.step = 'choose';
        app.draw();
      }}
    >
      ${t('go_on')}${icon('arrow')}
    </button>`,
  );

const choose = app =>
  pad(app, t('choose_pin'), t('choose_pin_why'), pin => {
    const isFit = app.pin.isFit(pin);
    app.form = {...app.form, step: isFit ? 'again' : 'choose', first: isFit ? pin : '', typed: '', wrong: isFit ? '' : t('pin_unfit')};
    app.draw();
  });

const again = app =>
  pad(app, t('pin_again'), '', async pin => {
    if (pin !== app.form.first) {
      app.form = {...app.form, step: 'choose', typed: '', wrong: t('pin_differs')};
      return app.draw();
    }
    const {area: chosen} = app.form;
    await app.pin.choose(pin);
    await room.ask();
    await remember('carried area', null);
    await app.carried.forget();
    await app.sync.refresh(chosen);
    app.isSet = true;
    app.mustSignIn = false;
    await app.opened();
  });

function locked(app) {
  return pad(
    app,
    t('your_pin'),
    '',
    async pin => {
      const told = await app.pin.unlock(pin);
      if (told === 'open') {
        app.left = app.pin.TRIES;
        app.form = {};
        return app.opened();
      }
      app.left = told;
      app.isSet = told > 0;
      app.form = told > 0 ? {typed: '', wrong: t('pin_wrong', {n: told})} : {};
      if (!told) app.fault = t('pin_gone');
      app.draw();
    },
    html`<details class="more">
      <summary>${t('pin_forgotten')}</summary>
      <p>${t('pin_forgotten_why', {n: app.left})}</p>
    </details>`,
  );
}

/** Our own keys: large, and the same with gloves. */
function pad(app, title, why, done, more = nothing) {
  const typed = app.form.typed ?? '';
  const press = sign => {
    if (app.form.isBusy) return;
    app.form.typed = sign === 'back' ? typed.slice(0, -1) : sign === 'clear' ? '' : (typed + sign).slice(0, 8);
    app.form.wrong = '';
    app.draw();
  };
  const go = async () => {
    if (app.form.isBusy || typed.length < app.pin.SHORTEST) return;
    app.form.isBusy = true;
    app.draw();
    try {
      await done(typed);
    } catch (fault) {
      app.form = {
        ...app.form,
        isBusy: false,
        typed: '',
        wrong: fault.says || t(fault instanceof Away ? 'first_needs_signal' : 'did_not_work'),
      };
      app.draw();
    } finally {
      app.form.isBusy = false;
    }
  };
  const keys = event => {
    if (/^\d$/.test(event.key)) press(event.key);
    else if (event.key === 'Backspace') press('back');
    else if (event.key === 'Enter') go();
  };
  return page(
    app,
    html`<div class="pad" @keydown=${keys}>
      <h2 id="pad-title">${title}</h2>
      ${why ? html`<p class="lead">${why}</p>` : nothing}
      <p class="dots" role="status" aria-label=${t('digits_typed', {n: typed.length})}>
        ${[...typed].map(() => '●').join(' ') || html`<span class="quiet">${t('four_digits')}</span>`}
      </p>
      ${app.form.wrong ? html`<p class="wrong-text" role="alert">${icon('alert')}${app.form.wrong}</p>` : nothing}
      <div class="keys" role="group" aria-labelledby="pad-title">
        ${DIGITS.map(
          sign =>
            html`<button
              class="key"
              type="button"
              @click=${() => press(sign)}
              aria-label=${sign === 'back' ? t('one_back') : sign === 'clear' ? t('clear') : sign}
            >
              ${sign === 'back' ? '⌫' : sign === 'clear' ? t('clear') : sign}
            </button>`,
        )}
      </div>
      ${more}
    </div>`,
    html`<button class="act" ?disabled=${typed.length < app.pin.SHORTEST || app.form.isBusy} @click=${go}>
      ${typed.length < app.pin.SHORTEST ? t('digits_missing', {n: app.pin.SHORTEST - typed.length}) : t('go_on')}
    </button>`,
  );
}
