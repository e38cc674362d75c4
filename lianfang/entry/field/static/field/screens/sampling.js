/** Sampling: at which point, which tubes are open on this phone, and the next one, opened by its code. */
import {html, nothing} from '../../vendor/lit-html.js';
import {uuid7} from '../kept/ids.js';
import {remember} from '../kept/store.js';
import * as codes from '../kept/tubes.js';
import {frame} from '../parts/frame.js';
import {icon} from '../parts/marks.js';
import {ACTION, codeFault, layTube, openRows, reasonWord, rulesOf, tubeFields} from '../parts/sampling.js';
import {play} from '../parts/sounds.js';
import {ACTION as VISIT} from '../parts/visits.js';
import {codeOf, sizesOf, usualSize} from '../parts/tube.js';
import {t} from '../parts/words.js';
import {fill} from './tube.js';

export function sampling(app) {
  if (app.args[0]) return fill(app);
  const points = app.carried.rows('sampling');
  const here = points.find(one => one.id === app.form.point) ?? points.find(one => one.id === app.samplingAt) ?? (points.length === 1 ? points[0] : null);
  if (here) return point(app, here);
  return frame(app, {
    title: points.length ? t('which_point') : t('tab_sampling'),
    under: [app.me.name, app.where].filter(Boolean).join(' · '),
    main: [
      openTubes(app),
      points.length
        ? html`<div class="form choices tall">
            ${points.map(one => html`<button class="choice" @click=${() => choose(app, one.id)}>${icon('test')}<span>${one.name}<small>${words(app, one)}</small></span></button>`)}
          </div>`
        : html`<p class="lead empty">${icon('test')}${t('no_point')}</p>`,
    ],
  });
}

/** Chosen once, it stands on this phone until another is chosen. */
async function choose(app, id) {
  app.samplingAt = id;
  app.form = {};
  app.draw();
  await remember('sampling point', id);
}

const words = (app, one) => [one.disease, reasonWord(app, one.reason)].filter(Boolean).join(' · ');

function openTubes(app) {
  const rows = openRows(app),
    others = app.rows.filter(row => row.state === 'open' && row.account !== app.me.id && row.entry?.action !== VISIT).length;
  return html`${
    rows.length
      ? html`<h2 class="group">${icon('test')}${t('open_tubes')}<span class="push">${rows.length}</span></h2>
          <ul class="jobs">
            ${rows.map(
              ({id, unfinished: one}) =>
                html`<li class="job">
                  <a href=${`#/sampling/${id}`}
                    ><span class="job-where">${reasonWord(app, one.reason)}</span><b class="job-what">${one.code}</b></a
                  ><span class="chip today">${t('n_of', {n: one.people.length, all: one.places})}</span>
                </li>`,
            )}
          </ul>`
      : nothing
  }
  ${others ? html`<p class="lead">${t('tubes_of_others', {n: others})}</p>` : nothing}`;
}

function point(app, here) {
  const {form} = app,
    rules = rulesOf(app);
  form.point ??= here.id;
  form.data ??= {code: '', reason: app.handed?.reason || here.reason, places: 0};
  if (!sizesOf(rules, form.data.reason).includes(form.data.places)) form.data.places = usualSize(rules, form.data.reason);
  const sealed = app.rows.filter(row => row.entry?.action === ACTION && !['open', 'refused', 'given_up'].includes(row.state));
  const people = sealed.reduce((sum, row) => sum + row.entry.data.people.length, 0);
  return frame(app, {
    title: here.name,
    under: sealed.length ? t('sealed_here', {tubes: sealed.length, n: people}) : words(app, here),
    back: '#/work',
    main: html`<div class="gate">
      ${app.handed ? html`<div class="notice warn" role="status">${icon('warn')}<p>${t('handed_on')}</p></div>` : openTubes(app)}
      ${tubeFields(app, form.data, form.wrongs ?? {})}
      ${
        app.carried.rows('sampling').length > 1
          ? html`<div class="post-links"><button class="outlined" @click=${() => choose(app, null)}>${icon('test')}${t('other_point')}</button></div>`
          : nothing
      }
    </div>`,
    foot: html`<button class="act" ?disabled=${form.isBusy || !form.data.places} @click=${() => begin(app, here)}>
        ${form.data.code ? t('open_tube') : t('scan_tube_first')}
    </button>`,
  });
}

async function begin(app, here) {
  const {form} = app,
    {data} = form;
  const fault = await codeFault(data.code);
  form.wrongs = fault ? {code: fault} : {};
  if (fault) {
    play('turn_back');
    app.draw();
    document.getElementById('tube-code')?.scrollIntoView({block: 'center'});
    return;
  }
  form.isBusy = true;
  const tube = {id: uuid7(), session: here.id, code: codeOf(data.code), places: data.places, reason: data.reason, opened: Date.now(), people: []};
  await codes.take(tube.code, tube.id);
  const row = await layTube(app, tube, 0);
  form.isBusy = false;
  if (row) app.go(`#/sampling/${tube.id}`);
}
