/** One refused entry opened in its form again, with what was filled in: put right it goes under its own number, and the old one is given up. */
import {html, nothing} from '../../vendor/lit-html.js';
import {fieldset} from '../parts/fields.js';
import {asked, faults, filling, isEmpty} from '../parts/filled.js';
import {frame} from '../parts/frame.js';
import {icon} from '../parts/marks.js';
import {t} from '../parts/words.js';

export function mend(app) {
  const row = app.rows.find(one => one.id === app.args[0] && one.state === 'refused' && one.entry);
  const form = row && app.carried.section('forms')?.[row.entry.action];
  if (!form) return frame(app, {title: t('mend_and_send'), back: '#/outbox', main: html`<p class="lead">${t('cannot_mend')}</p>`});
  app.form.data ??= structuredClone(row.entry.data);
  app.form.answers ??= {...row.entry.data.answers};
  app.form.photos ??= [];
  const {data, answers, photos, wrongs = {}} = app.form;
  const questions = asked(app.carried.rows('campaigns').find(one => one.version === data.questions)?.questions ?? [], answers);
  const {into, take} = filling(app, photos);
  return frame(app, {
    title: row.title,
    under: t('mend_and_send'),
    back: '#/outbox',
    main: html`${row.says ? html`<div class="notice bad" role="alert">${icon('alert')}<p>${row.says}</p></div>` : nothing}
      <div class="form">
        ${fieldset(form.fields, data, into(data), {wrongs, take})} ${fieldset(questions, answers, into(answers), {wrongs, prefix: 'q'})}
      </div>`,
    foot: html`<button class="act" @click=${() => keep(app, row, form, questions)} ?disabled=${app.form.isBusy}>
      ${icon('check')}${t('save')}
    </button>`,
  });
}

async function keep(app, row, form, questions) {
  const {data, answers, photos} = app.form;
  app.form.wrongs = {...faults(form.fields, data), ...faults(questions, answers)};
  if (Object.keys(app.form.wrongs).length) {
    app.draw();
    document.querySelector('.field.wrong')?.scrollIntoView({block: 'center'});
    return;
  }
  app.form.isBusy = true;
  const filled = Object.fromEntries(Object.entries(data).filter(([, value]) => !isEmpty(value)));
  const used = new Set(Object.values(filled));
  const {action, base} = row.entry;
  const made = await app.save({
    action,
    base,
    title: row.title,
    data: {...filled, ...(questions.length && {answers})},
    record: row.record,
    form: form.version ?? null,
    mends: row.id,
    photos: photos.filter(one => used.has(one.id)),
  });
  app.form.isBusy = false;
  if (!made) return;
  await app.count();
  app.go('#/outbox', t('kept_here'));
}
