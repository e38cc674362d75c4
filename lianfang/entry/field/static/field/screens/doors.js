/** Door to door: every door of the area with what is known of it, those without an answer first; one visit a form. */
import {html, nothing} from '../../vendor/lit-html.js';
import {fieldset} from '../parts/fields.js';
import {faults} from '../parts/filled.js';
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
    title: app.carried.rows('campaigns')[0]?.title ?? t('tab_doors'), under: t('doors_answered', {n: answered, all: rows.length}),
    main: html`${rows.length ? nothing : html`<p class="lead empty">${icon('done')}${t('no_doors')}</p>`}
      ${[...groups].map(([name, found]) => html`<h2 class="group">${icon('building')}${name}<span class="push">${found.filter(one => one.isDone).length}/${found.length}</span></h2>
        <ul class="cells">${found.map(one => html`<li><a class=${`cell ${one.isDone ? 'done' : one.leads ? 'lead-here' : ''}`} href=${`#/household/${one.id}`}>
          <b>${place(app, one.unit)}</b><small>${app.done.has(one.id) ? t('waits_to_send') : one.leads ? t('leads_n', {n: one.leads}) : one.says || t('unvisited')}</small></a></li>`)}</ul>`)}`,
  });
}

/** One door. */
export function household(app) {
  const found = app.carried.rows('households').find(one => one.id === app.args[0]);
  if (!found) return frame(app, {title: t('tab_doors'), back: '#/doors', main: html`<p class="lead">${t('turn_gone')}</p>`});
  const form = app.carried.section('forms')?.[VISIT] ?? {fields: []};
  const fields = form.fields.filter(field => field.name !== 'record');
  app.form.data ??= {};
  app.form.photos ??= [];
  const save = () => keep(app, found, form, fields);
  return frame(app, {
    title: place(app, found.unit), under: building(app, found.unit), back: '#/doors',
    main: html`${found.leads ? html`<p class="notice warn">${icon('alert')}${t('leads_here', {n: found.leads})}</p>` : nothing}
      <form class="form" @submit=${event => { event.preventDefault(); save(); }}>${fieldset(fields, app.form.data, (name, value) => { app.form.data[name] = value; app.draw(); },
        {wrongs: app.form.wrongs, take: async (file, set) => { const made = await app.takePhoto(file); if (made) { app.form.photos.push(made); set(made.id); } }})}</form>`,
    foot: html`<button class="act" @click=${save} ?disabled=${app.form.isBusy}>${icon('check')}${t('save')}</button>`,
  });
}

async function keep(app, found, form, fields) {
  app.form.wrongs = faults(fields, app.form.data);
  if (Object.keys(app.form.wrongs).length) return app.draw();
  app.form.isBusy = true;
  const data = {...Object.fromEntries(Object.entries(app.form.data).filter(([, value]) => value !== '')), record: found.id};
  const used = new Set(Object.values(data));
  const row = await app.save({action: VISIT, title: `${t('visit')} ${place(app, found.unit)}`, data, record: found.id, base: found.base ?? null, form: form.version ?? null,
    photos: app.form.photos.filter(one => used.has(one.id))});
  app.form.isBusy = false;
  if (row) app.go('#/doors', t('kept_here'));
}
