/** One visit in the inspector's hand: the checklists, then problem by problem with its photo, then who went; kept as it is filled. */
import {html, nothing} from '../../vendor/lit-html.js';
import {uuid7} from '../kept/ids.js';
import * as where from '../kept/place.js';
import {dayOf} from '../parts/ages.js';
import {fieldset} from '../parts/fields.js';
import {asked, filling} from '../parts/filled.js';
import {frame} from '../parts/frame.js';
import {icon} from '../parts/marks.js';
import {ACTION, answersOf, begun, carriedVisits, dataOf, formOf, keepNow, keepSoon, openVisits, renewed, reopened, titleOf, wrongs} from '../parts/visits.js';
import {t} from '../parts/words.js';

const STEPS = ['lists', 'problems', 'end'];

/** The visit of this address: one half filled, one that was refused, opened again, or one that is to be begun. */
function heldHere(app) {
  const [id] = app.args;
  const row = openVisits(app).find(one => one.id === id || one.unfinished.mends === id || one.unfinished.visit.id === id);
  if (row) return {draft: row.unfinished, rev: row.rev, photos: []};
  const again = reopened(app, id, uuid7());
  if (again) return {draft: again, rev: 0, photos: []};
  const found = carriedVisits(app).visits.find(one => one.id === id && one.on <= dayOf(app.now()) && !app.done.has(id));
  return found ? {draft: begun(app, found, uuid7()), rev: 0, photos: []} : null;
}

export function visit(app) {
  const {form} = app;
  form.held ??= heldHere(app);
  const {held} = form,
    fields = formOf(app).fields;
  if (!held || !fields.length) {
    return frame(app, {title: t('tab_visits'), back: '#/visits', main: html`<p class="lead empty">${t(held ? 'visit_no_right' : 'visit_gone')}</p>`});
  }
  const {draft} = held;
  if (!form.isAsked) {
    form.isAsked = true;
    where.ask();
  }
  const steps = STEPS.filter(name => name !== 'lists' || (draft.lists.length && !draft.said.adds));
  if (!steps.includes(form.step)) form.step = steps[0];
  return frame(app, {
    title: draft.visit.place.name,
    under: [draft.visit.on < dayOf(app.now()) && draft.visit.on.slice(5), draft.visit.team, draft.visit.is_unannounced && t('unannounced')].filter(Boolean).join(' · '),
    back: '#/visits',
    main: html`<div class="form">
      ${draft.mends ? mendBox(app, held) : changedBox(app, held)} ${stepsBar(app, steps, draft)}
      ${{lists: listsStep, problems: problemsStep, end: endStep}[form.step](app, held, fields)}
      ${held.rev ? html`<p class="lead small">${t('visit_kept')}</p>` : nothing}
    </div>`,
    foot: foot(app, held, steps),
  });
}

/** What was changed is kept, and what was told to be missing is looked at again. */
function changed(app, held) {
  if (app.form.isTold) app.form.wrongs = wrongs(held.draft, formOf(app).fields);
  keepSoon(app, held);
  app.draw();
}

/** Fields that write into one object of the visit; a photo is on the disk at once. */
function drawn(app, held, fields, into, told, prefix) {
  const {take} = filling(app, held.photos);
  const set = (name, value) => {
    into[name] = value;
    changed(app, held);
  };
  const shoot = async (file, put) => {
    await take(file, put);
    await keepNow(app);
  };
  return fieldset(fields, into, set, {wrongs: told ?? {}, prefix, take: shoot});
}

const go = (app, name) => {
  app.form.step = name;
  app.draw();
  scrollTo(0, 0);
};

function stepsBar(app, steps, draft) {
  const {form} = app,
    n = draft.said.problems?.length ?? 0;
  const words = {lists: t('step_lists'), problems: n ? t('step_problems_n', {n}) : t('step_problems'), end: t('step_end')};
  return html`<div class="steps-bar" role="group" aria-label=${t('visit_steps')}>
    ${steps.map(
      name =>
        html`<button type="button" class=${name === form.step ? 'now' : ''} aria-pressed=${name === form.step} @click=${() => go(app, name)}>
          ${words[name]}
        </button>`,
    )}
  </div>`;
}

const listsStep = (app, held) =>
  held.draft.lists.map((list, n) => {
    const answers = answersOf(held.draft, list);
    return html`<h2>${list.title}</h2>
      ${drawn(app, held, asked(list.fields, answers), answers, app.form.wrongs?.lists[list.id], `c${n}`)}`;
  });

function problemsStep(app, held, fields) {
  const {draft} = held,
    {topics} = draft.visit;
  const field = fields.find(one => one.name === 'problems');
  const narrowed = one => (one.name === 'topic' ? {...one, options: one.options.filter(([code]) => !topics.length || topics.includes(code))} : one);
  return html`<p class="help">${t('problems_help', {place: draft.visit.place.name})}</p>
    ${drawn(app, held, [{...field, fields: field.fields.map(narrowed)}], draft.said, app.form.wrongs?.problems, 'p')}`;
}

const endStep = (app, held, fields) =>
  held.draft.said.adds
    ? html`<p class="lead">${t('adds_only')}</p>`
    : drawn(app, held, fields.filter(one => ['people', 'note', 'photo'].includes(one.name)), held.draft.said, app.form.wrongs?.end, 'e');

/** What the server said of it, and what can be put right: another visit, newer checklists, or problems alone. */
function mendBox(app, held) {
  const {draft} = held,
    {visits: all} = carriedVisits(app);
  const isThere = all.some(one => one.id === draft.visit.id),
    others = all.filter(one => one.place.id === draft.visit.place.id); // what was seen here is of nowhere else
  const adds = formOf(app).fields.filter(one => one.name === 'adds');
  return html`${draft.says ? html`<div class="notice bad" role="alert">${icon('alert')}<p>${draft.says}</p></div>` : nothing}
    ${isThere ? nothing : drawn(app, held, adds, draft.said, {}, 'm')}
    ${isThere || !others.length ? nothing : otherVisit(app, held, others)} ${newerLists(app, held)}`;
}

function otherVisit(app, held, all) {
  const choose = event => {
    const found = all.find(one => one.id === event.target.value);
    if (found) replace(app, held, found);
  };
  return html`<div class="field"><label for="visit-other">${t('visit_other')}</label>
    <select class="box" id="visit-other" @change=${choose}>
      <option value="">${t('visit_same')}</option>
      ${all.map(one => html`<option value=${one.id}>${one.on.slice(5)} ${one.round || one.team}</option>`)}
    </select></div>`;
}

function replace(app, held, other) {
  held.draft = renewed(app, held.draft, other);
  changed(app, held);
}

/** Checklists that were changed since this was begun: one may go on as it is, or take the new ones. */
function newerLists(app, held) {
  const {draft} = held;
  const carried = carriedVisits(app).visits.find(one => one.id === draft.visit.id);
  if (!carried || String(carried.lists) === String(draft.lists.map(list => list.id))) return nothing;
  return html`<div class="notice warn" role="status">${icon('warn')}<p>${t('lists_changed')}</p>
    <button type="button" @click=${() => replace(app, held, carried)}>${t('lists_take')}</button></div>`;
}

/** It is no longer among the visits of one's team: somebody else has recorded it, or it was dropped. */
const changedBox = (app, held) =>
  carriedVisits(app).visits.some(one => one.id === held.draft.visit.id)
    ? newerLists(app, held)
    : html`<div class="notice warn" role="status">${icon('warn')}<p>${t('visit_not_ours')}</p></div>`;

function foot(app, held, steps) {
  const at = steps.indexOf(app.form.step);
  const back = at ? html`<button class="outlined" @click=${() => go(app, steps[at - 1])}>${t('step_back')}</button>` : nothing;
  return at < steps.length - 1
    ? html`${back}<button class="act" @click=${() => go(app, steps[at + 1])}>${t('step_next')}${icon('arrow')}</button>`
    : html`${back}<button class="act" ?disabled=${app.form.isBusy} @click=${() => finish(app, held)}>${icon('check')}${t('finish_visit')}</button>`;
}

async function finish(app, held) {
  const {form} = app,
    {draft} = held,
    {fields, version = null} = formOf(app);
  if (form.isBusy) return; // pressed twice
  Object.assign(form, {isTold: true, wrongs: wrongs(draft, fields)});
  const step = STEPS.find(name => Object.keys(form.wrongs[name]).length);
  if (step) {
    go(app, step);
    document.querySelector('.field.wrong')?.scrollIntoView({block: 'center'});
    return;
  }
  form.isBusy = true;
  keepSoon(app, held); // its photos lie beside it before it is closed
  await keepNow(app);
  const row = held.rev && !held.photos.length && (await app.save({
    id: draft.id,
    action: ACTION,
    title: titleOf(draft),
    data: dataOf(draft, fields),
    record: draft.visit.id,
    form: version,
    place: where.known(),
    mends: draft.mends ?? null,
    unfinished: draft,
  }));
  form.isBusy = false;
  if (!row) return app.draw();
  await app.count();
  app.go('#/visits', t('kept_here'));
}
