/** What the screens of sampling share: which tubes are open, what the carried table says, the fields of a tube, keeping it. */
import {html, nothing} from '../../vendor/lit-html.js';
import * as codes from '../kept/tubes.js';
import {ask} from '../screens/scan.js';
import {dayOf} from './ages.js';
import {decide} from './decide.js';
import {icon} from './marks.js';
import {codeOf, dataOf, isSingle, sizesOf, usualSize} from './tube.js';
import {t} from './words.js';

export const ACTION = 'laboratory.seal';

const reasonsOf = app => app.carried.section('forms')?.[ACTION]?.fields.find(field => field.name === 'reason')?.options ?? [];
export const reasonWord = (app, code) => reasonsOf(app).find(([one]) => one === code)?.[1] ?? '';

/** What the carried table says of every reason: read once a day and an edition of it. */
let read = {table: null, on: '', rules: {}};
export function rulesOf(app) {
  const table = app.carried.section('tables')?.tube_rule,
    on = dayOf(app.now());
  if (read.table !== table || read.on !== on) {
    read = {table, on, rules: {}};
    const found = reasonsOf(app).map(async ([reason]) => [reason, await decide(app, 'tube_rule', {reason})]);
    Promise.all(found).then(rules => {
      read.rules = Object.fromEntries(rules);
      app.draw();
    });
  }
  return read.rules;
}

/** Tubes being filled on this phone by whoever is signed in. */
export const openRows = app => app.rows.filter(row => row.state === 'open' && row.account === app.me.id && row.unfinished && row.entry.action === ACTION);

/** The code of a tube, for whom it is, and how many; the sizes follow from the reason. */
export function tubeFields(app, data, wrongs) {
  const rules = rulesOf(app);
  const set = (name, value) => {
    data[name] = value;
    if (name === 'reason') data.places = usualSize(rules, value);
    delete wrongs[name];
    app.draw();
  };
  const chosen = (name, options) => html`<div class="choices">
    ${options.map(
      ([value, word]) =>
        html`<label class="choice"
          ><input type="radio" name=${`tube-${name}`} .checked=${data[name] === value} @change=${() => set(name, value)} /><span>${word}</span></label
        >`,
    )}
  </div>`;
  return html`<button class="outlined big" @click=${() => ask(app, text => set('code', text))}>${icon('scan')}${t('scan_tube')}</button>
    <div class=${`field ${wrongs.code ? 'wrong' : ''}`}>
      <label for="tube-code">${t('tube_code')}</label>
      ${wrongs.code ? html`<p class="wrong-text" id="tube-code-wrong" role="alert">${icon('alert')}${wrongs.code}</p>` : nothing}
      <input
        class="box"
        id="tube-code"
        autocomplete="off"
        autocapitalize="characters"
        aria-describedby=${wrongs.code ? 'tube-code-wrong' : nothing}
        .value=${data.code}
        @input=${event => set('code', event.target.value)}
      />
    </div>
    <fieldset class="field">
      <legend>${t('tube_for')}</legend>
      ${chosen('reason', reasonsOf(app))}
    </fieldset>
    <fieldset class="field">
      <legend>${t('tube_size')}</legend>
      ${!rules[data.reason] ? html`<p class="lead">${t('nothing_carried')}</p>` : isSingle(rules, data.reason) ? html`<p class="lead">${t('single_only')}</p>` : chosen('places', sizesOf(rules, data.reason).map(n => [n, t(n === 1 ? 'size_one' : 'size_n', {n})]))}
    </fieldset>`;
}

/** A code is fit, and free on this phone but for the records named. */
export async function codeFault(text, ours = []) {
  const code = codeOf(text);
  if (!code) return t('tube_code_wrong');
  const holder = await codes.holder(code);
  return holder && !ours.includes(holder) ? t('tube_used_here', {code}) : '';
}

/** Kept before it is shown: nobody is registered in a tube that is not on the disk. */
export async function layTube(app, tube, rev) {
  const form = app.carried.section('forms')?.[ACTION]?.version ?? null;
  const row = await app.lay({id: tube.id, action: ACTION, title: titleOf(tube), data: dataOf(tube, Date.now()), form, unfinished: tube, rev});
  if (!row && !app.fault) app.fault = t('tube_changed');
  if (!row) app.draw();
  return row;
}

export const titleOf = ({code, people}) => t('tube_title', {code, n: people.length});

