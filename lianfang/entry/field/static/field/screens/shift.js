/** A shift: go on duty, count every car and every person with one thumb, hand over. */
import {html, nothing} from '../../vendor/lit-html.js';
import {fieldset} from '../parts/fields.js';
import {faults} from '../parts/filled.js';
import {frame} from '../parts/frame.js';
import {icon} from '../parts/marks.js';
import {t} from '../parts/words.js';

export function shift(app) {
  const post = app.carried.rows('posts').find(one => String(one.id) === app.args[0]) ?? app.carried.rows('posts')[0];
  if (!post) return frame(app, {title: t('shift'), back: '#/gate', main: html`<p class="lead empty">${t('no_post')}</p>`});
  app.form.data ??= {};
  return frame(app, {
    title: post.name,
    under: t('shift'),
    back: '#/gate',
    main: html`<div class="form">
      ${
        post.shift
          ? [tally(app, post), asked(app, post, 'checkpoints.hand_over_shift', t('hand_over_shift'))]
          : asked(app, post, 'checkpoints.open_shift', t('open_shift'))
      }
    </div>`,
  });
}

/** Every car, every person: one press a count, beside the full records. */
function tally(app, post) {
  const press = what =>
    app
      .save({
        action: 'checkpoints.tally',
        title: `${t('tally')} ${t(what)} +1`,
        data: {post: post.id, [what]: 1},
        form: app.carried.section('forms')?.['checkpoints.tally']?.version ?? null,
      })
      .then(row => row && navigator.vibrate?.(30));
  const waiting = what =>
    app.rows
      .filter(row => row.state === 'waiting' && row.entry?.action === 'checkpoints.tally')
      .reduce((sum, row) => sum + (row.entry.data[what] ?? 0), 0);
  return html`<div class="tally">
      ${['vehicles', 'people'].map(
        what =>
          html`<button class="count-key" @click=${() => press(what)}>
            <b>${(post.shift[what] ?? 0) + waiting(what)}</b><span>${icon('plus')}${t(what)}</span>
          </button>`,
      )}
    </div>
    <p class="lead">${t('recorded_n', {n: post.shift.recorded ?? 0})}</p>`;
}

function asked(app, post, action, title) {
  const form = app.carried.section('forms')?.[action];
  if (!form) return nothing;
  const fields = form.fields.filter(field => !['post', 'record'].includes(field.name));
  const save = async () => {
    app.form.wrongs = faults(fields, app.form.data);
    if (Object.keys(app.form.wrongs).length) return app.draw();
    const row = await app.save({
      action,
      title,
      data: {...app.form.data, post: post.id, ...(post.shift && {record: post.shift.id})},
      record: post.shift?.id ?? null,
      form: form.version,
    });
    if (row) app.go('#/gate', t('kept_here'));
  };
  return html`<h2>${title}</h2>
    ${fieldset(
      fields,
      app.form.data,
      (name, value) => {
        app.form.data[name] = value;
        app.draw();
      },
      {wrongs: app.form.wrongs},
    )} <button class="act" @click=${save}>${icon('check')}${title}</button>`;
}
