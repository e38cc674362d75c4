/** Settings: the area carried, letters, language, place, PIN; and signing out, which never leaves a record behind unsaid. */
import {html, nothing} from '../../vendor/lit-html.js';
import {sealed} from '../kept/photos.js';
import * as place from '../kept/place.js';
import {toBase64} from '../kept/sealing.js';
import {empty, recall, remember} from '../kept/store.js';
import {moment} from '../parts/ages.js';
import {areaChoice} from '../parts/areas.js';
import {frame} from '../parts/frame.js';
import {icon} from '../parts/marks.js';
import {language, NAMES, speak, t} from '../parts/words.js';
import {call} from '../wire/calls.js';

export function settings(app) {
  const form = app.form;
  if (!form.isRead) {
    read(app);
    return frame(app, {title: t('tab_settings'), main: nothing});
  }
  const isLarge = document.documentElement.classList.contains('large');
  return frame(app, {
    title: t('tab_settings'),
    under: [app.me.name, app.where].filter(Boolean).join(' · '),
    main: html` <fieldset class="field">
        <legend>${t('letters')}</legend>
        <div class="choices">
          ${[
            [false, t('letters_normal')],
            [true, t('letters_large')],
          ].map(([value, word]) => radio('letters', word, isLarge === value, () => app.large(value)))}
        </div>
      </fieldset>
      <fieldset class="field">
        <legend>${t('language')}</legend>
        <div class="choices">
          ${Object.entries(NAMES).map(([code, word]) => radio('language', word, language() === code, () => change(app, code)))}
        </div>
      </fieldset>
      <fieldset class="field">
        <legend>${t('area')}</legend>
        <p class="help">${t('area_why')}</p>
        ${areaChoice(app.areas, form.area, one => carry(app, one))}
      </fieldset>
      ${app.me.keeps_place ? placeChoice(app) : nothing}
      <p class="lead small">
        ${t('room_used', {n: Math.round(app.room.share * 100)})} ${app.room.isKept ? t('room_kept') : t('room_not_kept')}
        ${app.contact ? t('last_contact', {at: moment(app.contact + app.offset, app.now())}) : ''}
      </p>
      <div class="stack">
        <button class="outlined" @click=${() => app.lock()}>${icon('lock')}${t('lock_now')}</button>
        <button class="outlined bad" @click=${() => leave(app)}>${icon('exit')}${t('sign_out')}</button>
      </div>
      ${form.leaving ? leaving(app) : nothing}`,
  });
}

/** Only where the server keeps places: else nobody is asked for his. */
const placeChoice = app =>
  html`<label class="choice wide"
    ><input
      type="checkbox"
      .checked=${app.form.place}
      @change=${async event => {
        app.form.place = event.target.checked;
        await place.allow(app.form.place);
        app.draw();
      }}
    /><span>${t('place_allowed')}</span></label
  >`;

const radio = (name, word, isChosen, choose) =>
  html`<label class="choice"><input type="radio" name=${name} .checked=${isChosen} @change=${choose} /><span>${word}</span></label>`;

async function read(app) {
  const form = app.form;
  Object.assign(form, {area: app.area, place: await place.isAllowed(), isRead: true});
  if (app.screen === 'settings') app.draw();
}

async function change(app, code) {
  speak(code);
  document.title = t('app_name');
  app.draw();
  app.sync.sync();
}

/** Another area at once where there is a signal, else at the next; what was recorded goes out either way. */
async function carry(app, one) {
  await remember('area', one.id);
  app.form.area = one.id;
  app.say(t('area_comes'));
  await app.sync.sync({waits: true});
  app.say((await recall('carried area')) === one.id ? t('area_here', {name: one.name}) : t('area_at_signal'));
}

/** Records waiting: sent first if there is a signal; else refused, with the two ways out. */
async function leave(app) {
  app.form.leaving = 'sending';
  app.draw();
  await app.sync.sync({waits: true});
  await app.count();
  if (app.counts.unsent === 0) return out(app);
  app.form.leaving = 'refused';
  app.draw();
}

function leaving(app) {
  if (app.form.leaving === 'sending') return html`<p class="notice plain">${t('sending_first')}</p>`;
  return html`<div class="notice bad" role="alert">
    ${icon('alert')}
    <div>
      <p><b>${t('cannot_leave', {n: app.counts.unsent})}</b></p>
      <p>${t('ways_out')}</p>
      <div class="stack">
        <button class="outlined" @click=${() => leave(app)}>${icon('refresh')}${t('try_again')}</button>
        <button class="outlined" @click=${() => handOver(app)}>${icon('lock')}${t('hand_over')}</button>
        <button class="outlined" @click=${() => exported(app)}>${icon('download')}${t('export_sealed')}</button>
      </div>
    </div>
  </div>`;
}

/** All of it, sealed, to the supervisor, photos too; where the server can be reached but does not take it as it is. */
async function handOver(app) {
  try {
    await app.sync.handOver(await app.outbox.boxes(app.outbox.UNSENT));
    await app.sync.sendPhotos();
    await app.count();
    if (app.counts.unsent === 0) await out(app);
  } catch (fault) {
    app.fault = fault.says || t('hand_over_needs_signal');
    app.draw();
  }
}

/** A file that only the server opens, to be carried on a stick. */
async function exported(app) {
  const boxes = (await app.outbox.boxes(app.outbox.UNSENT)).map(row => ({id: row.id, box: toBase64(row.box)}));
  const photos = (await sealed()).map(one => ({id: one.id, box: toBase64(one.box), bytes: toBase64(one.bytes)}));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify({boxes, photos})], {type: 'application/json'}));
  link.download = 'lianfang-outbox.json';
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Only with nothing left that has not gone: what was recorded in another tab meanwhile counts too. */
async function out(app) {
  if ((await app.outbox.counts()).unsent) return;
  await call('POST', 'sign-out').catch(() => {});
  app.lock();
  await empty();
  location.replace('/field/');
}
