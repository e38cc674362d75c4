/** One turn done: its form, saved on this phone the moment the button is pressed. */
import {html, nothing} from '../../vendor/lit-html.js';
import * as where from '../kept/place.js';
import {due} from '../parts/ages.js';
import {fieldset} from '../parts/fields.js';
import {faults, filling} from '../parts/filled.js';
import {frame} from '../parts/frame.js';
import {icon} from '../parts/marks.js';
import {building, place} from '../parts/places.js';
import {t} from '../parts/words.js';

export function turn(app) {
  const found = named(
    app,
    app.carried.rows('turns').find(one => one.id === app.args[0]),
  );
  if (!found) return frame(app, {title: t('my_work'), back: '#/work', main: html`<p class="lead">${t('turn_gone')}</p>`});
  const form = app.carried.section('forms')?.[found.action] ?? {fields: []};
  const {data, wrongs, photos} = filled(app, found);
  const save = () => keep(app, found, form);
  return frame(app, {
    title: found.title,
    under: [building(app, found.unit), place(app, found.unit)].join(' '),
    back: '#/work',
    main: html`<p class="about">
        ${found.name ? html`<b>${found.name}</b> ` : nothing}<span class=${`chip ${due(found, app.now()).tone}`}
          >${due(found, app.now()).word}</span
        >
      </p>
      ${found.note ? html`<p class="lead">${found.note}</p>` : nothing}
      <form
        class="form"
        @submit=${event => {
          event.preventDefault();
          save();
        }}
      >
        ${fieldset(
          shown(form),
          data,
          (name, value) => {
            data[name] = value;
            if (wrongs[name]) app.form.wrongs = faults(shown(form), data);
            app.draw();
          },
          {
            wrongs,
            take: filling(app, photos).take,
          },
        )}
      </form>`,
    foot: html`<button class="act" @click=${save} ?disabled=${app.form.isBusy}>${icon('check')}${missing(shown(form), data)}</button>`,
  });
}

const named = (app, turn) => turn && {...turn, name: app.carried.nameOf(turn.subject)};

/** Fields a person fills; the record is known from the turn. */
const shown = form => form.fields.filter(field => field.name !== 'record');

function filled(app, found) {
  app.form.data ??= {...(found.values ?? {})};
  app.form.wrongs ??= {};
  app.form.photos ??= [];
  if (!app.form.isAsked) {
    app.form.isAsked = true;
    where.ask();
  }
  return app.form;
}

/** The button says what it does, or how much is missing. */
function missing(fields, data) {
  const n = fields.filter(field => field.required && faults([field], data)[field.name]).length;
  return n ? t('n_missing', {n}) : t('save');
}

async function keep(app, found, form) {
  const {data, photos} = app.form;
  const wrongs = faults(shown(form), data);
  if (Object.keys(wrongs).length) {
    app.form.wrongs = wrongs;
    app.draw();
    document.querySelector('.field.wrong')?.scrollIntoView({block: 'center'});
    return;
  }
  app.form.isBusy = true;
  const sent = {...Object.fromEntries(Object.entries(data).filter(([, value]) => value !== '')), record: found.record};
  const used = new Set(Object.values(sent));
  const row = await app.save({
    action: found.action,
    title: [found.title, found.name].filter(Boolean).join(' '),
    data: sent,
    record: found.record,
    base: found.base ?? null,
    form: form.version ?? null,
    place: where.known(),
    photos: photos.filter(one => used.has(one.id)),
  });
  if (!row) {
    app.form.isBusy = false;
    return;
  }
  app.go('#/work', t('kept_here'));
}
