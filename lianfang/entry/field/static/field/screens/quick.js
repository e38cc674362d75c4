/** The short form of posts whose people are not trained: how many, the hottest, from here or not; one press, one big result. */
import {html} from '../../vendor/lit-html.js';
import {decide} from '../parts/decide.js';
import {fieldset} from '../parts/fields.js';
import {faults, isEmpty} from '../parts/filled.js';
import {frame} from '../parts/frame.js';
import {icon} from '../parts/marks.js';
import {onward, result, tone} from '../parts/result.js';
import {play} from '../parts/sounds.js';
import {t} from '../parts/words.js';
import {beginFirst, duty, postLinks} from './posts.js';
import {shutWay} from './ways.js';

const ACTION = 'checkpoints.quick';

export function quick(app, post) {
  if (app.form.verdict) return verdict(app, post);
  const form = app.carried.section('forms')?.[ACTION] ?? {fields: []};
  const fields = form.fields.filter(field => field.name !== 'post');
  app.form.data ??= {direction: 'in', people: '1'};
  const {data} = app.form;
  const save = async () => {
    app.form.wrongs = faults(fields, data);
    if (Object.keys(app.form.wrongs).length) return app.draw();
    const found = await decide(app, 'quick', facts(app, post, data), post.unit);
    if (found.outcome === 'full') return oneByOne(app, post, data);
    const filled = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== ''));
    const row = await app.save({
      action: ACTION,
      title: t('passage'),
      data: {...filled, post: post.id},
      form: form.version ?? null,
      decided: {outcome: found.outcome},
    });
    if (!row) return;
    app.form = {post: post.id, data, verdict: found};
    hear(app, row.id);
    play(tone(found.outcome));
    app.draw();
    scrollTo(0, 0);
  };
  const change = (name, value) => {
    data[name] = value;
    app.draw();
  };
  return frame(app, {
    title: post.name,
    under: duty(app, post),
    main: html`<div class="form">
      ${beginFirst(app, post)}${fieldset(fields, data, change, {wrongs: app.form.wrongs})}
      ${postLinks(app, post)}
    </div>`,
    foot: html`<button class="act" @click=${save}>${icon('check')}${t('save')}</button>`,
  });
}

/** In the words of the table; whether a pass that was shown is valid only the county knows: it answers when there is a signal. */
function facts(app, post, data) {
  const vehicle = {plate: data.plate, purpose: data.is_urgent === 'yes' ? 'emergency' : 'unknown'};
  const isOpen = post.road === 'open' || post.spared?.includes(vehicle.purpose);
  return {
    direction: data.direction,
    purpose: vehicle.purpose,
    road: isOpen && !shutWay(app, post, vehicle, {goes: 'elsewhere'}) ? 'open' : 'closed',
    stranger: data.is_stranger === 'yes',
    temperature: isEmpty(data.temperature) ? 'not_measured' : Number(data.temperature),
    pass: data.slip ? 'valid' : 'none',
  };
}

/** Strangers are asked one by one, in the long form. */
function oneByOne(app, post, data) {
  const car = {plate: data.plate ?? '', means: data.plate ? 'car' : 'foot', direction: data.direction, purpose: ''};
  app.form = {post: post.id, isLong: true, car};
  app.say(t('one_by_one'));
  app.draw();
  scrollTo(0, 0);
}

/** The server's own answer, when it comes while the result still stands there: it counts. */
function hear(app, id) {
  const form = app.form;
  app.verdicts = receipt => {
    if (receipt.id !== id || app.form !== form || !receipt.verdict?.outcome) return;
    form.verdict = {...form.verdict, outcome: receipt.verdict.outcome, isServers: true};
    app.draw();
  };
}

function verdict(app, post) {
  const {verdict: found, data} = app.form;
  return frame(app, {
    title: post.name,
    under: t('people_n', {n: data.people}),
    main: result(app, {
      ...found,
      why: data.temperature ? [t('why_heat', {n: data.temperature})] : [],
      phone: post.team_phone,
      kept: t(found.isServers ? 'server_says' : 'kept_here'),
    }),
    foot: onward(app, post, t('next_group')),
  });
}
