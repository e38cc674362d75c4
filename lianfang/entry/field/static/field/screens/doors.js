/** Door to door: every door of the area with what is known of it, those without an answer first; one visit a form. */
import {html, nothing} from '../../vendor/lit-html.js';
import {fieldset} from '../parts/fields.js';
import {asked, faults, filledOf, filling, isEmpty} from '../parts/filled.js';
import {frame} from '../parts/frame.js';
import {icon} from '../parts/marks.js';
import {building, place} from '../parts/places.js';
import {t} from '../parts/words.js';

const VISIT = 'doorstep.visit';
const ANSWERED = new Set(['visited', 'refused', 'empty', 'rented_out', 'moved']);

export function doors(app) {
  const rows = app.carried.rows('households').map(one => ({...one, isDone: app.done.has(one.id) || ANSWERED.has(one.state)}));
  const groups = new Map();
  for (const one of rows) groups.set(building(app, one.unit), [...(groups.get(building(app, one.unit)) ?? []), one]);
  const answered = rows.filter(one => one.isDone).length;
  return frame(app, {
    title: app.carried.rows('campaigns')[0]?.title ?? t('tab_doors'),
    under: t('doors_answered', {n: answered, all: rows.length}),
    main: html`${rows.length ? nothing : html`<p class="lead empty">${icon('done')}${t('no_doors')}</p>`}
    ${[...groups].map(
      ([name, found]) =>
        html`<h2 class="group">
            ${icon('building')}${name}<span class="push">${found.filter(one => one.isDone).length}/${found.length}</span>
          </h2>
          <ul class="cells">
            ${found.map(
              one =>
                html`<li>
                  <a class=${`cell ${one.isDone ? 'done' : one.leads ? 'lead-here' : ''}`} href=${`#/household/${one.id}`}>
                    <b>${place(app, one.unit)}</b
                    ><small
                      >${app.done.has(one.id) ? t('waits_to_send') : one.leads ? t('leads_n', {n: one.leads}) : one.says || t('unvisited')}</small
                    ></a
                  >
                </li>`,
            )}
          </ul>`,
    )}`,
  });
}

/** One door. */
export function household(app) {
  const found = app.carried.rows('households').find(one => one.id === app.args[0]);
  if (!found) return frame(app, {title: t('tab_doors'), back: '#/doors', main: html`<p class="lead">${t('turn_gone')}</p>`});
  const form = app.carried.section('forms')?.[VISIT] ?? {fields: []};
  const visit = {found, form, campaign: app.carried.rows('campaigns').find(one => one.id === found.campaign)};
  Object.assign(app.form, {data: app.form.data ?? {}, answers: app.form.answers ?? {}, photos: app.form.photos ?? []});
  const {data, answers, photos, wrongs = {}} = app.form;
  const {into, take} = filling(app, photos);
  const save = () => keep(app, visit);
  return frame(app, {
    title: place(app, found.unit),
    under: building(app, found.unit),
    back: '#/doors',
    main: html`${found.leads ? html`<p class="notice warn">${icon('alert')}${t('leads_here', {n: found.leads})}</p>` : nothing}
      <div class="form">
        ${fieldset(form.fields, data, into(data), {wrongs, take})}
        ${fieldset(questionsOf(visit, data, answers), answers, into(answers), {wrongs, prefix: 'q'})}
      </div>`,
    foot: html`<button class="act" @click=${save} ?disabled=${app.form.isBusy}>${icon('check')}${t('save')}</button>`,
  });
}

/** What the campaign asks besides, of whoever was met; a question may hang on the answer to another. */
const questionsOf = ({campaign}, data, answers) => (data.outcome === 'visited' ? asked(campaign?.questions ?? [], answers) : []);

async function keep(app, {found, form, campaign}) {
  const {data, answers, photos} = app.form;
  const questions = questionsOf({campaign}, data, answers);
  app.form.wrongs = {...faults(form.fields, data), ...faults(questions, answers)};
  if (Object.keys(app.form.wrongs).length) {
    app.draw();
    document.querySelector('.field.wrong')?.scrollIntoView({block: 'center'});
    return;
  }
  app.form.isBusy = true;
  const filled = Object.fromEntries(Object.entries(data).filter(([, value]) => !isEmpty(value)));
  const said = filledOf(questions, answers);
  const used = new Set(Object.values(filled));
  const row = await app.save({
    action: VISIT,
    title: `${t('visit')} ${place(app, found.unit)}`,
    data: {...filled, record: found.id, ...(questions.length && {questions: campaign.version, answers: said})},
    record: found.id,
    base: found.base ?? null,
    form: form.version ?? null,
    photos: photos.filter(one => used.has(one.id)),
  });
  app.form.isBusy = false;
  if (row) app.go('#/doors', t('kept_here'));
}
