/** The outbox: what waits and since when, what was not taken and why in words, what has arrived under which number. */
import {html, nothing} from '../../vendor/lit-html.js';
import * as photos from '../kept/photos.js';
import {age, moment} from '../parts/ages.js';
import {frame} from '../parts/frame.js';
import {icon} from '../parts/marks.js';
import {ACTION as TUBE} from '../parts/sampling.js';
import {ACTION as VISIT} from '../parts/visits.js';
import {t} from '../parts/words.js';

export function outboxScreen(app) {
  const of = (...states) => app.rows.filter(row => states.includes(row.state));
  const failed = of('stuck', 'refused'),
    unsent = of('waiting', 'boxed'),
    arrived = of('taken', 'conflict', 'held', 'given_up');
  app.form.photos ??= [];
  if (app.form.seen !== app.counts) {
    app.form.seen = app.counts;
    photos.listed().then(found => {
      app.form.photos = found;
      app.draw();
    });
  }
  return frame(app, {
    title: t('tab_outbox'),
    under: app.counts.oldest ? t('oldest_waits', {age: age(Date.now() - app.counts.oldest)}) : t('nothing_waits'),
    main: html` <p class="lead">${app.isSending ? t('sending_now') : app.isAway ? t('kept_until_signal') : nothing}</p>
      ${part(t('needs_you'), 'bad', failed, row => failedRow(app, row))}
      ${part(t('waits_in_order'), '', unsent.toReversed(), row => html`<li class="job">${words(app, row)}<span class="chip today">${icon('clock')}${age(Date.now() - row.saved)}</span></li>`)}
      ${
        app.form.photos.length
          ? html`<h2 class="group">${icon('upload')}${t('photos_wait', {n: app.form.photos.length})}</h2>
              <ul class="jobs">
                ${app.form.photos
                  .filter(one => one.says)
                  .map(
                    one =>
                      html`<li class="job late">
                        <div><b>${t('photo')}</b><small>${one.says}</small></div>
                        <button class="quiet-button" @click=${() => photos.letGo(one.id).then(app.count)}>${t('photo_let_go')}</button>
                      </li>`,
                  )}
              </ul>`
          : nothing
      }
      ${part(t('arrived'), 'quiet', arrived, row => html`<li class="job">${words(app, row)}<span class="chip done">${icon('check')}${t(`state_${row.state}`)}</span></li>`)}
      ${app.rows.length ? nothing : html`<p class="lead empty">${icon('done')}${t('outbox_empty')}</p>`}
      <button class="act" ?disabled=${app.isSending} @click=${() => app.send()}>
        ${icon('refresh')}${app.isSending ? t('sending_now') : t('send_now')}
      </button>`,
  });
}

const SHOWN = 60; // of many only the first: the number stands above
const part = (title, tone, rows, draw) =>
  rows.length
    ? html`<h2 class=${`group ${tone}`}>${title}<span class="push">${rows.length}</span></h2>
        <ul class="jobs">
          ${rows.slice(0, SHOWN).map(draw)}
        </ul>`
    : nothing;

function words(app, row) {
  return html`<div>
    <span class="job-where">${moment(row.saved + app.offset, app.now())}${row.number ? ` · ${t('receipt_n', {n: row.number})}` : ''}</span>
    <b class="job-what">${row.title ?? t('sealed_row')}</b>${row.says ? html`<small>${row.says}</small>` : nothing}
  </div>`;
}

const MENDS = {[TUBE]: 'sampling', [VISIT]: 'visit'}; // screens of their own
const isTube = row => row.entry.action === TUBE;

/** Not taken: the words, and the two ways on. */
function failedRow(app, row) {
  return html`<li class="job late tall">
    ${words(app, row)}
    <div class="two">
      ${row.entry && row.state === 'refused' ? html`<a class="outlined button" href=${`#/${MENDS[row.entry.action] ?? 'mend'}/${row.id}`}>${t('mend_and_send')}</a>` : nothing}
      ${
        row.state === 'stuck'
          ? html`<button class="outlined" @click=${() => app.send()}>${t('try_again')}</button>`
          : row.entry && isTube(row)
          ? nothing // ten people are in it: it is put right, never put away unread
          : html`<button
              class="quiet-button"
              @click=${async () => {
                await app.outbox.dismiss(row.seq);
                app.count();
              }}
            >
              ${t('put_away')}
            </button>`
      }
    </div>
  </li>`;
}
