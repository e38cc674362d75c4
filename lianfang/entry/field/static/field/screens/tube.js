/** One tube in the sampler's hand: person after person at the next place, mistakes taken back, sealed with as many swabs as people. */
import {html, nothing} from '../../vendor/lit-html.js';
import {uuid7} from '../kept/ids.js';
import * as codes from '../kept/tubes.js';
import {dayOf} from '../parts/ages.js';
import {fieldset} from '../parts/fields.js';
import {frame} from '../parts/frame.js';
import {icon} from '../parts/marks.js';
import {ACTION, layTube, openRows, reasonWord, rulesOf, titleOf} from '../parts/sampling.js';
import {play} from '../parts/sounds.js';
import {dataOf, isSingle, nextPlace, reopened, scanned, sealFault, wrongs} from '../parts/tube.js';
import {t} from '../parts/words.js';
import {mending} from './mending.js';
import {ask} from './scan.js';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'clear', '0', 'back'];

/** The tube of this address: one that is open, or one that was refused, opened again. */
function tubeHere(app) {
  const [id] = app.args;
  const row = openRows(app).find(one => one.id === id || one.unfinished.mends === id);
  if (row) return {tube: row.unfinished, rev: row.rev};
  const refused = app.rows.find(one => one.id === id && one.state === 'refused' && one.entry?.action === ACTION);
  if (!refused) return {tube: null, rev: 0};
  app.form.fresh ??= uuid7();
  return {tube: reopened(refused, app.form.fresh), rev: 0};
}

export function fill(app) {
  const {tube, rev} = tubeHere(app),
    {form} = app;
  if (!tube) return frame(app, {title: t('tab_sampling'), back: '#/sampling', main: html`<p class="lead empty">${t('tube_gone')}</p>`});
  rulesOf(app); // asked beforehand: at the press it must be known who has to be single
  if (app.handed && !form.one && tube.places === 1 && !tube.people.length) {
    form.one = app.handed;
    app.handed = null;
  }
  form.one ??= {};
  const place = form.one.position ?? nextPlace(tube);
  const inSeal = form.step === 'seal' || (!place && !form.one.id);
  const shown = {tube, rev, place};
  return frame(app, {
    title: tube.code,
    under: [reasonWord(app, tube.reason), t(tube.places === 1 ? 'size_one' : 'size_n', {n: tube.places})].filter(Boolean).join(' · '),
    back: '#/sampling',
    main: html`<div class="gate">
      ${tube.mends ? mending(app, tube, change => lay(app, tube, rev, change, 'pass')) : nothing} ${places(app, shown)} ${inSeal ? sealing(app, tube) : person(app, shown)}
    </div>`,
    foot: inSeal ? sealFoot(app, shown) : personFoot(app, shown),
  });
}

/** Every place of the tube; whoever stands there can be looked at, put right and taken back. */
function places(app, {tube, place}) {
  const at = new Map(tube.people.map(one => [one.position, one]));
  return html`<div class="places" role="group" aria-label=${t('who_is_in')}>
    ${Array.from({length: tube.places}, (_, n) => n + 1).map(n => {
      const one = at.get(n);
      const look = () => {
        app.form = {...app.form, one: {...one}, wrongs: {}, isTold: false, step: 'fill'};
        app.draw();
      };
      return one
        ? html`<button class=${`place done ${app.form.one.id === one.id ? 'now' : ''}`} @click=${look} aria-label=${t('place_of', {n, who: called(one)})}>
            <b>${n}</b><small>${called(one)}</small>
          </button>`
        : html`<span class=${`place ${n === place && app.form.step !== 'seal' ? 'now' : ''}`}><b>${n}</b></span>`;
    })}
  </div>`;
}

const called = one => (one.name ? `${one.name[0]}＊` : (one.booking || one.id_number || '').slice(-4));

function person(app, {tube, place}) {
  const {form} = app,
    {one} = form;
  const set = (name, value) => {
    one[name] = value;
    form.isTold = false;
    if (form.wrongs?.[name]) delete form.wrongs[name];
    app.draw();
  };
  const fields = (app.carried.section('forms')?.[ACTION]?.fields.find(field => field.kind === 'several')?.fields ?? []).filter(field => NAMED[field.name]);
  return html`<p class="place-big" role="status"><span>${t('place_word')}</span><b>${place}</b><span>${t('of_places', {n: tube.places})}</span></p>
    <button class="outlined big" @click=${() => ask(app, text => Object.assign(one, scanned(text)))}>${icon('scan')}${t('scan_person')}</button>
    ${form.isTold ? mustBeSingle(app, tube) : nothing}
    ${fieldset(
      fields.filter(field => field.name !== 'booking' || one.booking || form.wrongs?.booking).map(field => ({...field, label: t(NAMED[field.name]), help: '', asked: true})),
      one,
      set,
      {wrongs: form.wrongs ?? {}, prefix: 'who'},
    )}
    <details class="more" ?open=${form.isTold}>
      <summary>${t('tube_for')}${t('colon')}${reasonWord(app, one.reason || tube.reason)}</summary>
      ${fieldset([reasonField(app)], {reason: one.reason || tube.reason}, set, {prefix: 'who'})}
    </details>`;
}

const NAMED = {booking: 'booking_code', id_number: 'number_of', name: 'name_of', phone: 'phone_of'};
const reasonField = app => ({...app.carried.section('forms')[ACTION].fields.find(field => field.name === 'reason'), label: t('tube_for')});

/** Who must have a tube of his own gets one, with what was typed of him. */
function mustBeSingle(app, tube) {
  const hand = () => {
    app.handed = {...app.form.one, id: undefined, position: undefined};
    app.form = {};
    app.go('#/sampling');
  };
  return html`<div class="notice bad" role="alert">
    ${icon('alert')}
    <p>${t('must_be_single', {reason: reasonWord(app, app.form.one.reason || tube.reason)})}</p>
    ${app.form.one.id ? nothing : html`<button @click=${hand}>${t('open_single')}</button>`}
  </div>`;
}

function personFoot(app, shown) {
  const {form} = app;
  return form.one.id
    ? html`<button class="outlined bad" ?disabled=${form.isBusy} @click=${() => takeBack(app, shown)}>${t('take_back')}</button>
        <button class="act" ?disabled=${form.isBusy} @click=${() => register(app, shown)}>${icon('check')}${t('put_right', {n: shown.place})}</button>`
    : html`${
        shown.tube.people.length
          ? html`<button class="outlined" @click=${() => step(app, 'seal')}>${t('to_seal')}</button>`
          : html`<button class="outlined bad" ?disabled=${form.isBusy} @click=${() => discard(app, shown)}>${t('discard_tube')}</button>`
      }<button class="act" ?disabled=${form.isBusy} @click=${() => register(app, shown)}>${icon('check')}${t('register_place', {n: shown.place})}</button>`;
}

function step(app, name) {
  app.form = {...app.form, step: name, one: {}, wrongs: {}, isTold: false, count: '', sealed: ''};
  app.draw();
  scrollTo(0, 0);
}

async function register(app, {tube, rev, place}) {
  const {form} = app,
    {one} = form;
  const others = openRows(app).flatMap(row => row.unfinished.people.map(person => ({...person, code: row.unfinished.code})));
  form.wrongs = wrongs(one, others, dayOf(app.now()));
  form.isTold = !Object.keys(form.wrongs).length && tube.places > 1 && isSingle(rulesOf(app), one.reason || tube.reason);
  if (form.isTold || Object.keys(form.wrongs).length) {
    play('turn_back');
    app.draw();
    document.querySelector('.field.wrong, .gate .notice.bad')?.scrollIntoView({block: 'center'});
    return;
  }
  const made = {...one, id: one.id ?? uuid7(), position: place, taken: one.taken ?? Date.now()};
  await lay(app, tube, rev, {people: [...tube.people.filter(person => person.id !== made.id), made]}, 'pass');
}

const takeBack = (app, {tube, rev}) => lay(app, tube, rev, {people: tube.people.filter(person => person.id !== app.form.one.id)}, 'manual_review');

async function lay(app, tube, rev, change, sound) {
  app.form.isBusy = true;
  const row = await layTube(app, {...tube, ...change}, rev);
  app.form.isBusy = false;
  if (!row) return;
  play(sound);
  step(app, 'fill');
}

/** Nobody is in it: its code is free again; of a refused one all that was in it has been taken back by hand. */
async function discard(app, {tube}) {
  const gone = app.rows.filter(row => row.id === tube.id || row.id === tube.mends);
  for (const row of gone) await app.outbox.dismiss(row.seq);
  await codes.giveBack(tube.code);
  await app.count();
  app.go('#/sampling');
}

function sealing(app, tube) {
  const {form} = app,
    count = form.count ?? '';
  const press = sign => {
    form.count = sign === 'back' ? count.slice(0, -1) : sign === 'clear' ? '' : (count + sign).slice(0, 2);
    form.sealed = '';
    app.draw();
  };
  return html`<div class=${`heat ${form.sealed ? 'hot' : ''}`}>
      <p><span>${t('registered_n')}</span><b>${tube.people.length}</b></p>
      <p><span>${t('swabs_in_tube')}</span><b>${count || '--'}</b></p>
    </div>
    ${form.sealed ? html`<div class="notice bad" role="alert">${icon('alert')}<p>${form.sealed}</p></div>` : html`<p class="help">${t('count_swabs')}</p>`}
    <div class="keys" role="group" aria-label=${t('swabs_in_tube')}>
      ${KEYS.map(
        sign =>
          html`<button class="key" @click=${() => press(sign)} aria-label=${sign === 'back' ? t('one_back') : sign === 'clear' ? t('clear') : sign}>
            ${sign === 'back' ? '⌫' : sign === 'clear' ? t('clear') : sign}
          </button>`,
      )}
    </div>`;
}

const sealFoot = (app, shown) => html`${
  nextPlace(shown.tube) ? html`<button class="outlined" @click=${() => step(app, 'fill')}>${t('go_on_sampling')}</button>` : nothing
}<button class="act" ?disabled=${app.form.isBusy} @click=${() => sealTube(app, shown)}>${icon('lock')}${t('seal_tube')}</button>`;

async function sealTube(app, {tube}) {
  const {form} = app;
  form.sealed = sealFault(tube, form.count);
  if (form.sealed) {
    play('turn_back');
    return app.draw();
  }
  form.isBusy = true;
  const row = await app.save({
    id: tube.id,
    action: ACTION,
    title: titleOf(tube),
    data: dataOf(tube, Date.now(), form.count),
    form: app.carried.section('forms')?.[ACTION]?.version ?? null,
    mends: tube.mends ?? null,
  });
  form.isBusy = false;
  if (!row) return;
  play('register');
  await app.count();
  app.go('#/sampling', t('tube_sealed', {code: tube.code, n: tube.people.length}));
}
