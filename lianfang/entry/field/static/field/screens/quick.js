/** The short form of posts whose people are not trained: how many, the hottest, from here or not; one press. */
import {html} from '../../vendor/lit-html.js';
import {fieldset} from '../parts/fields.js';
import {faults} from '../parts/filled.js';
import {frame} from '../parts/frame.js';
import {icon} from '../parts/marks.js';
import {t} from '../parts/words.js';

const ACTION = 'checkpoints.quick';

export function quick(app, post) {
  const form = app.carried.section('forms')?.[ACTION] ?? {fields: []};
  const fields = form.fields.filter(field => field.name !== 'post');
  app.form.data ??= {direction: 'in', people: '1'};
  const {data} = app.form;
  const save = async () => {
    app.form.wrongs = faults(fields, data);
    if (Object.keys(app.form.wrongs).length) return app.draw();
    const filled = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== ''));
    const row = await app.save({action: ACTION, title: t('passage'), data: {...filled, post: post.id}, form: form.version ?? null});
    if (!row) return;
    app.form = {post: post.id};
    app.say(t('kept_here'));
  };
  const change = (name, value) => {
    data[name] = value;
    app.draw();
  };
  return frame(app, {
    title: post.name,
    under: post.shift ? t('on_duty', {n: post.shift.recorded ?? 0}) : t('no_shift'),
    main: html`<div class="form">
      ${fieldset(fields, data, change, {wrongs: app.form.wrongs})}
      <a class="outlined button" href=${`#/shift/${post.id}`}>${icon('refresh')}${t('shift')}</a>
    </div>`,
    foot: html`<button class="act" @click=${save}>${icon('check')}${t('save')}</button>`,
  });
}
