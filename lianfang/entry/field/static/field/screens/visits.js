/** Visits of one's own team: what is to be seen today, what is half filled, what waits to be sent; later ones are only named. */
import {html, nothing} from '../../vendor/lit-html.js';
import {dayOf} from '../parts/ages.js';
import {frame} from '../parts/frame.js';
import {icon} from '../parts/marks.js';
import {carriedVisits, dueVisits, openVisits} from '../parts/visits.js';
import {t} from '../parts/words.js';

export function visits(app) {
  const today = dayOf(app.now()),
    open = openVisits(app),
    begun = new Set(open.map(row => row.unfinished.visit.id));
  const all = carriedVisits(app).visits.filter(one => !begun.has(one.id));
  const due = dueVisits(app, today).filter(one => !begun.has(one.id));
  return frame(app, {
    title: t('tab_visits'),
    under: [app.me.name, t('visits_due', {n: due.length + open.length})].join(' · '),
    main: html`${part(t('visits_open'), open, row => job(row.unfinished.visit, `#/visit/${row.id}`, chip('today', 'clock', t('visit_half'))))}
    ${part(t('visits_today'), due, one => job(one, `#/visit/${one.id}`, one.on < today ? chip('late', 'alert', t('visit_since', {on: one.on.slice(5)})) : nothing))}
    ${part(t('visits_later'), all.filter(one => one.on > today), one => job(one, '', chip('', 'day', one.on.slice(5))))}
    ${part(t('done_here'), all.filter(one => app.done.has(one.id)), one => job(one, '', chip('done', 'check', t('waits_to_send'))))}
    ${all.length + open.length ? nothing : html`<p class="lead empty">${icon('done')}${t('no_visits')}</p>`}`,
  });
}

const part = (title, rows, draw) =>
  rows.length
    ? html`<h2 class="group">${icon('list')}${title}<span class="push">${rows.length}</span></h2>
        <ul class="jobs">
          ${rows.map(draw)}
        </ul>`
    : nothing;

const chip = (tone, sign, words) => html`<span class=${`chip ${tone}`}>${icon(sign)}${words}</span>`;

function job(visit, href, mark) {
  const words = html`<span class="job-where">${[visit.place.around, visit.round || visit.team].filter(Boolean).join(' · ')}</span>
    <b class="job-what">${visit.place.name}</b>${visit.is_unannounced ? html`<small>${t('unannounced')}</small>` : nothing}`;
  return html`<li class="job">${href ? html`<a href=${href}>${words}</a>` : html`<div>${words}</div>`}${mark}</li>`;
}
