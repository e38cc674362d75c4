/** My work: late first, then building by building, oldest first; what is done here says so until it is sent. */
import {html, nothing} from '../../vendor/lit-html.js';
import {dayOf, due} from '../parts/ages.js';
import {frame} from '../parts/frame.js';
import {icon} from '../parts/marks.js';
import {t} from '../parts/words.js';
import {building, place} from '../parts/places.js';
import {dueVisits, ACTION as VISIT} from '../parts/visits.js';

export function work(app) {
  const {late, groups, done, later} = sorted(app);
  app.lateCount = late.length;
  const open = late.length + groups.reduce((sum, group) => sum + group.turns.length, 0);
  return frame(app, {
    title: t('my_work'),
    under: [app.me.name, app.where].filter(Boolean).join(' · '),
    main: html` <div class="sums">
        <span class=${late.length ? 'late' : ''}>${t('sum_late')} <b>${late.length}</b></span> <span>${t('sum_open')} <b>${open}</b></span
        ><span>${t('sum_done')} <b>${done.length}</b></span>
      </div>
      ${visits(app)} ${masked(app)} ${open + done.length + later.length || app.hasVisits ? nothing : html`<p class="lead empty">${icon('done')}${t(app.carried.isHere() ? 'nothing_to_do' : 'nothing_carried')}</p>
              ${app.hasGate ? html`<p class="lead"><a class="act button" href="#/gate">${icon('gate')}${t('to_gate')}</a></p>` : nothing}`}
      ${
        late.length
          ? html`<h2 class="group late">${icon('alert')}${t('late_first', {n: late.length})}</h2>
              ${list(app, late, true)}`
          : nothing
      }
      ${groups.map(
        group =>
          html`<h2 class="group">${icon('building')}${group.name}<span class="push">${t('n_things', {n: group.turns.length})}</span></h2>
            ${list(app, group.turns)}`,
      )}
      ${
        later.length
          ? html`<h2 class="group quiet">${icon('clock')}${t('later')}</h2>
              ${list(app, later, true)}`
          : nothing
      }
      ${
        done.length
          ? html`<h2 class="group quiet">${icon('check')}${t('done_here')}</h2>
              ${list(app, done, true)}`
          : nothing
      }`,
  });
}

/** Where one goes with a team that another leads: the turn is the head's, so that it stands here by itself. */
function visits(app) {
  const own = new Set(app.carried.rows('turns').map(turn => turn.record));
  const n = dueVisits(app, dayOf(app.now())).filter(one => !own.has(one.id)).length;
  return n ? html`<p class="lead"><a class="outlined button" href="#/visits">${icon('list')}${t('visits_here', {n})}</a></p>` : nothing;
}

/** Names come masked; whoever may see the whole ones says why, once a day. */
function masked(app) {
  const reasons = app.me.reasons ?? [];
  if (!reasons.length || app.carried.areWhole() || !app.carried.rows('turns').some(turn => turn.subject)) return nothing;
  return html`<details class="more inset">
    <summary>${icon('eye')}${t('names_masked')}</summary>
    <p>${t('names_why')}</p>
    <div class="stack">
      ${reasons.map(([code, word]) => html`<button class="outlined" @click=${() => whole(app, code)}>${word}</button>`)}
    </div>
  </details>`;
}

async function whole(app, reason) {
  try {
    await app.sync.names(reason);
  } catch (fault) {
    app.fault = fault.says || t('names_need_signal');
  }
  app.draw();
}

function sorted(app) {
  const now = app.now();
  const turns = app.carried
    .rows('turns')
    .map(turn => ({
      ...turn,
      name: app.carried.nameOf(turn.subject),
      when: due(turn, now),
      house: building(app, turn.unit),
      isDone: app.done.has(turn.record),
    }));
  turns.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  const open = turns.filter(turn => !turn.isDone && turn.when.tone !== 'later');
  const groups = new Map();
  for (const turn of open.filter(one => one.when.tone !== 'late')) {
    groups.set(turn.house, [...(groups.get(turn.house) ?? []), turn]);
  }
  return {
    late: open.filter(turn => turn.when.tone === 'late'),
    groups: [...groups].map(([name, found]) => ({name, turns: found})),
    later: turns.filter(turn => !turn.isDone && turn.when.tone === 'later'),
    done: turns.filter(turn => turn.isDone),
  };
}

const list = (app, turns, isMixed = false) =>
  html`<ul class="jobs">
    ${turns.map(turn => job(app, turn, isMixed))}
  </ul>`;

function job(app, turn, isMixed) {
  const words = html`<span class="job-where"
      >${isMixed && turn.house !== place(app, turn.unit) ? `${turn.house} ` : ''}${place(app, turn.unit)}</span
    >
    <b class="job-what">${turn.title}${turn.name ? html` <span>${turn.name}</span>` : nothing}</b>`;
  const mark = turn.isDone
    ? html`<span class="chip done">${icon('check')}${t('waits_to_send')}</span>`
    : html`<span class=${`chip ${turn.when.tone}`}>${icon('clock')}${turn.when.word}</span>`;
  const opens = !turn.isDone && turn.action && turn.when.tone !== 'later';
  return html`<li class=${`job ${turn.when.tone}`}>
    ${
      opens
        ? html`<a href=${turn.action === VISIT ? `#/visit/${turn.record}` : `#/turn/${turn.id}`}>${words}</a>`
        : html`<div>${words} ${turn.action || turn.isDone ? nothing : html`<small>${t('only_at_desk')}</small>`}</div>`
    }${mark}
  </li>`;
}
