/** The three steps of one person at the gate: scan or type, temperature, verify; what cannot be done has a reason of the list. */
import {html, nothing} from '../../vendor/lit-html.js';
import {fieldset} from '../parts/fields.js';
import {isEmpty, pointed} from '../parts/filled.js';
import {feverOf} from '../parts/heat.js';
import {icon} from '../parts/marks.js';
import {originChoice} from '../parts/origins.js';
import {t} from '../parts/words.js';
import {ask} from './scan.js';

export const STEPS = {
  scan: ['id_number', 'slip', 'name'],
  temperature: ['temperature'],
  verify: ['code', 'symptoms', 'origin', 'goes', 'destination', 'phone', 'proof'],
};
const ASKED = new Set(['id_number', 'slip', 'name', 'code', 'symptoms', 'origin']); // one of the first three is enough
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'again', '0', 'back'];

/** Somebody's own entry code: where from and what for he has said before, which the server fills in when the record comes. */
export const isEntry = one => /^E[0-9A-Z]{3}/i.test(one.slip?.trim() ?? '');

export const done = {
  scan: one => STEPS.scan.some(name => !isEmpty(one[name])) || one.skip_scan,
  temperature: one => !isEmpty(one.temperature) || one.skip_temperature,
  verify: one => (!isEmpty(one.code) && !isEmpty(one.symptoms) && (!isEmpty(one.origin) || isEntry(one))) || one.skip_verify,
};
export const isDone = one => Object.values(done).every(is => is(one));
export const firstOpen = one => Object.keys(STEPS).find(step => !done[step](one)) ?? 'verify';

const set = (app, name, value) => {
  app.form.people[app.form.at][name] = value;
  app.draw();
};

export const ofCar = (app, fields) =>
  fieldset(
    fields,
    app.form.car,
    (name, value) => {
      app.form.car[name] = value;
      app.draw();
    },
    {prefix: 'car'},
  );

export function stepsBar(app, one) {
  return html`<div class="steps-bar" role="group">
    ${Object.keys(STEPS).map(
      (step, n) =>
        html`<button
          class=${app.form.step === step ? 'now' : done[step](one) ? 'done' : ''}
          aria-pressed=${app.form.step === step}
          @click=${() => {
            app.form.step = step;
            app.draw();
          }}
        >
          <i>${done[step](one) ? '✓' : n + 1}</i>${t(`step_${step}`)}
        </button>`,
    )}
  </div>`;
}

export function scanStep(app, one, fields) {
  const scanned = text => {
    one[/^\d{17}[\dXx]$/.test(text) ? 'id_number' : 'slip'] = text;
    app.form.step = 'temperature';
  };
  return html`<button class="outlined big" @click=${() => ask(app, scanned)}>${icon('scan')}${t('scan')}</button>
    <p class="help">${t('one_is_enough')}</p>
    ${some(app, one, fields, [...STEPS.scan, 'skip_scan'])}`;
}

/** Three digits, no point to type; a fever is seen before any button. */
export function heatStep(app, one, fields) {
  const typed = one.typed ?? '';
  const press = sign => {
    one.typed = sign === 'back' ? typed.slice(0, -1) : sign === 'again' ? '' : (typed + sign).slice(0, 3);
    one.temperature = one.typed.length === 3 ? pointed(one.typed) : '';
    app.draw();
  };
  const fever = feverOf(app.carried.section('tables')?.gate);
  const isHot = Number(one.temperature) >= fever;
  return html`<div class=${`heat ${isHot ? 'hot' : ''}`}>
      <p><span>${t('heat_of')}</span><b>${one.temperature || (typed ? typed.replace(/^(\d\d)/, '$1.') : '--.-')}</b>℃</p>
      ${isHot ? html`<p class="hot-word">${icon('alert')}${t('fever', {n: fever})}</p>` : nothing}
    </div>
    <div class="keys" role="group" aria-label=${t('heat_of')}>
      ${KEYS.map(
        sign =>
          html`<button
            class="key"
            @click=${() => press(sign)}
            aria-label=${sign === 'back' ? t('one_back') : sign === 'again' ? t('measure_again') : sign}
          >
            ${sign === 'back' ? '⌫' : sign === 'again' ? t('measure_again') : sign}
          </button>`,
      )}
    </div>
    <details class="more">
      <summary>${t('cannot_measure')}</summary>
      ${some(app, one, fields, ['skip_temperature'])}
    </details>`;
}

/** What for is asked once a vehicle, of the driver. */
export function verifyStep(app, one, fields, outer) {
  const purpose = app.form.at === 0 ? outer.filter(field => field.name === 'purpose') : [];
  return [
    some(app, one, fields, STEPS.verify.slice(0, 2)),
    ofCar(app, purpose),
    originChoice(app, one),
    some(app, one, fields, [...STEPS.verify.slice(2), 'skip_verify']),
  ];
}

const some = (app, one, fields, names) =>
  fieldset(
    names
      .map(name => fields.find(field => field.name === name))
      .filter(Boolean)
      .map(field => ({...field, asked: ASKED.has(field.name), label: field.name === 'origin' ? t('origin_place') : field.label})),
    one,
    (name, value) => set(app, name, value),
    {prefix: `p${app.form.at}`},
  );

