/** The gate: one vehicle, everybody in it, one screen: scan, temperature, verify; nothing left out without a reason. */
import {html, nothing} from '../../vendor/lit-html.js';
import {decide} from '../parts/decide.js';
import {isEmpty} from '../parts/filled.js';
import {frame} from '../parts/frame.js';
import {icon} from '../parts/marks.js';
import {originOf} from '../parts/origins.js';
import {bigWord, onward, result, tone} from '../parts/result.js';
import {play} from '../parts/sounds.js';
import {t} from '../parts/words.js';
import {beginFirst, choosePost, duty, postHere, postLinks} from './posts.js';
import {quick} from './quick.js';
import {done, firstOpen, heatStep, isDone, isEntry, ofCar, scanStep, STEPS, stepsBar, verifyStep} from './steps.js';
import {road, shutWords} from './ways.js';

const ACTION = 'checkpoints.pass_vehicle';
export function gate(app) {
  const post = postHere(app),
    form = app.form;
  if (!post) return choosePost(app);
  form.post ??= post.id;
  if (post.form === 'quick' && !form.isLong) return quick(app, post);
  form.car ??= {plate: '', means: 'car', direction: app.lastDirection ?? 'in', purpose: ''};
  form.people ??= [{}];
  form.at ??= 0;
  form.step ??= 'scan';
  if (form.verdicts) return verdict(app, post);
  const fields = app.carried.section('forms')?.[ACTION]?.fields ?? [];
  const one = form.people[form.at];
  return frame(app, {
    title: post.name,
    under: duty(app, post),
    main: html`<div class="gate">
      ${beginFirst(app, post)}${car(app)}${people(app)}${stepsBar(app, one)}
      ${{scan: scanStep, temperature: heatStep, verify: verifyStep}[form.step](app, one, inner(fields), fields)} ${more(app, fields)}
      ${postLinks(app, post)}
    </div>`,
    foot: foot(app, one, post),
  });
}

const inner = fields => fields.find(field => field.kind === 'several')?.fields ?? [];
function car(app) {
  const {car: vehicle, people: all} = app.form;
  return html`<div class="car">
    <label class="plate-box"
      ><span class="unseen">${t('plate')}</span
      ><input
        class="plate-input"
        autocapitalize="characters"
        autocomplete="off"
        placeholder=${t('plate')}
        .value=${vehicle.plate}
        @input=${event => {
          vehicle.plate = event.target.value.toUpperCase();
        }}
    /></label>
    <button
      class="outlined"
      @click=${() => {
        all.push({});
        app.form.at = all.length - 1;
        app.form.step = 'scan';
        app.draw();
      }}
    >
      ${icon('user-plus')}${t('add_person')}
    </button>
  </div>`;
}

/** What is the same for car after car, out of the way. */
function more(app, fields) {
  const shown = fields.filter(field => ['means', 'direction'].includes(field.name));
  return html`<details class="more">
    <summary>${words(shown, app.form.car)}</summary>
    ${ofCar(app, shown)}
  </details>`;
}

const words = (fields, data) =>
  fields
    .map(field => field.options?.find(([code]) => code === data[field.name])?.[1])
    .filter(Boolean)
    .join(' · ') || t('car_more');

function people(app) {
  const {people: all, at} = app.form;
  return html`<div class="people" role="group" aria-label=${t('who')}>
    ${all.map(
      (one, n) =>
        html`<button
          class=${`who ${n === at ? 'now' : isDone(one) ? 'done' : ''}`}
          aria-pressed=${n === at}
          @click=${() => {
            app.form.at = n;
            app.form.step = firstOpen(one);
            app.draw();
          }}
        >
          <b>${called(app, n)}</b
          ><small>${n === at ? t('checking') : isDone(one) ? t('checked') : t('unchecked')}</small>
        </button>`,
    )}
  </div>`;
}

function called(app, n) {
  const {name} = app.form.people[n];
  return `${n ? t('nth', {n: n + 1}) : t('driver')} ${name ? `${name[0]}＊` : ''}`.trim();
}

function foot(app, one, post) {
  const {at, step} = app.form;
  const next = Object.keys(STEPS).find(name => !done[name](one));
  if (next) return to(app, at, t(next === step ? 'step_open' : 'next_step', {step: t(`step_${next}`)}));
  const other = app.form.people.findIndex(person => !isDone(person));
  if (other >= 0) return to(app, other, t('next_person', {who: called(app, other)}));
  if (!app.form.car.purpose && !app.form.people.some(isEntry)) return to(app, 0, t('purpose_open'));
  return html`<button class="act" ?disabled=${app.form.isBusy} @click=${() => finish(app, post)}>
    ${icon('check')}${t('finish_car')}
  </button>`;
}

/** A person's open step; the button that leads to where one stands already only says what is missing. */
function to(app, at, words) {
  const step = firstOpen(app.form.people[at]);
  const isHere = app.form.at === at && app.form.step === step;
  return html`<button
    class="act"
    ?disabled=${isHere}
    @click=${() => {
      Object.assign(app.form, {at, step});
      app.draw();
      scrollTo(0, 0);
    }}
  >
    ${words}${isHere ? nothing : icon('arrow')}
  </button>`;
}

/** Saved first, then shown: the result on the screen is of a record that is on the disk. */
async function finish(app, post) {
  const {car: vehicle, people: all} = app.form;
  app.form.isBusy = true;
  const verdicts = [];
  for (const one of all) verdicts.push(await decide(app, 'gate', await facts(app, post, vehicle, one), post.unit));
  const clean = all.map(({typed, origin_kind: kind, ...one}) => Object.fromEntries(Object.entries(one).filter(([, value]) => !isEmpty(value))));
  const row = await app.save({
    action: ACTION,
    title: [t('passage'), vehicle.plate].filter(Boolean).join(' '),
    data: {...vehicle, post: post.id, people: clean},
    form: app.carried.section('forms')?.[ACTION]?.version ?? null,
    decided: {people: verdicts.map(({outcome, next}, n) => (isEntry(all[n]) ? {} : {outcome, next}))},
  });
  app.form.isBusy = false;
  if (!row) return;
  app.lastDirection = vehicle.direction;
  app.form.verdicts = verdicts;
  hear(app, row.id);
  app.form.at = worst(verdicts);
  play(tone(verdicts[app.form.at].outcome));
  app.draw();
  scrollTo(0, 0);
}

/** The server's own answer, when it comes while the result still stands there: it counts. */
function hear(app, id) {
  const form = app.form;
  app.verdicts = receipt => {
    if (receipt.id !== id || app.form !== form || !receipt.verdict?.people) return;
    form.verdicts = form.verdicts.map((ours, n) => ({...ours, ...receipt.verdict.people[n], isServers: true}));
    form.at = worst(form.verdicts);
    app.draw();
  };
}

const ORDER = ['pass', 'register', 'manual_review', 'turn_back', 'observe', 'transfer'];
const worst = verdicts => verdicts.reduce((at, one, n) => (ORDER.indexOf(one.outcome) > ORDER.indexOf(verdicts[at].outcome) ? n : at), 0);

/** What was seen and said, in the words of the gate table; what the phone cannot know it says so. */
async function facts(app, post, vehicle, one) {
  const {kind, code} = originOf(app, one);
  const risk = code ? ((await decide(app, 'risk_places', {place: code}, post.unit)).risk ?? 'unknown') : 'unknown';
  return {
    tier: post.tier,
    direction: vehicle.direction,
    road: road(app, post, vehicle, one),
    purpose: vehicle.purpose || 'unknown',
    origin: kind,
    origin_risk: risk,
    code: one.code || 'unknown',
    temperature: isEmpty(one.temperature) ? 'not_measured' : Number(one.temperature),
    symptoms: one.symptoms ? one.symptoms === 'yes' : 'unknown',
    destination: one.goes || 'unknown',
    pass: 'none',
    proof: one.proof ? 'confirmed' : 'none',
    standing: 'free',
  };
}

function verdict(app, post) {
  const {verdicts, people: all, at, car: vehicle} = app.form;
  return frame(app, {
    title: post.name,
    under: [vehicle.plate, called(app, at)].filter(Boolean).join(' · '),
    main: html`${result(app, {...verdicts[at], why: [...shutWords(app, post, all[at], verdicts[at]), ...why(all[at])], phone: post.team_phone, kept: t(verdicts[at].isServers ? 'server_says' : 'kept_here')})}
    ${
      all.length > 1
        ? html`<div class="people">
            ${verdicts.map(
              (one, n) =>
                html`<button
                  class=${`who ${n === at ? 'now' : ''}`}
                  aria-pressed=${n === at}
                  @click=${() => {
                    app.form.at = n;
                    app.draw();
                  }}
                >
                  <b>${called(app, n)}</b><small>${bigWord(one.outcome)}</small>
                </button>`,
            )}
          </div>`
        : nothing
    }`,
    foot: onward(app, post, t('next_car')),
  });
}

const why = one =>
  [
    one.temperature && t('why_heat', {n: one.temperature}),
    one.origin && t('why_from', {place: one.origin}),
    ...['scan', 'temperature', 'verify'].filter(step => one[`skip_${step}`]).map(step => t('why_skipped', {step: t(`step_${step}`)})),
  ].filter(Boolean);
