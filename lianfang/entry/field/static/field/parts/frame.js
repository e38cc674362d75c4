/** The frame of every screen: where I am, what waits, what is in the way, and the four places one thumb reaches. */
import {html, nothing} from '../../vendor/lit-html.js';
import {age, clock} from './ages.js';
import {icon} from './marks.js';
import {t} from './words.js';

/** A screen with its bar, notices and foot; `main` is its content, `foot` its main button. */
export function frame(app, {title, under = '', back = '', main, foot = nothing, tone = ''}) {
  return html` <header class="bar">
      ${back ? html`<a class="bar-back" href=${back} aria-label=${t('back')}>${icon('left')}</a>` : nothing}
      <div class="bar-words">
        <h1>${title}</h1>
        ${under ? html`<p>${under}</p>` : nothing}
      </div>
      ${app.isOpen ? status(app) : nothing}
    </header>
    <div class="notices">${notices(app)}</div>
    <main class=${`main ${tone}`} id="main" tabindex="-1">${main}</main>
    ${foot === nothing ? nothing : html`<div class="foot">${foot}</div>`} ${app.isOpen && foot === nothing ? tabs(app) : nothing}
    <p class=${app.said ? 'said' : 'unseen'} role="status" aria-live="polite">${app.said}</p>`;
}

/** Top right on every screen: signal and what waits; dashed when there is no signal. */
function status(app) {
  const {waiting, photos} = app.counts;
  const total = waiting + photos;
  const kind = app.isAway ? 'away' : total ? 'waits' : 'clear';
  const word = app.isAway ? t('offline') : total ? t('to_send') : t('all_sent');
  const under = total ? t('waiting_n', {n: total}) : app.contact ? clock(app.now()) && clock(app.contact + app.offset) : '';
  return html`<a class=${`status ${kind}`} href="#/outbox"
    >${icon(app.isAway ? 'offline' : total ? 'upload' : 'done')} <span><b>${word}</b><small>${under}</small></span></a
  >`;
}

function notices(app) {
  return [
    app.isWechat && notice('warn', 'help', t('open_in_browser'), html`<button @click=${app.copyLink}>${t('copy_link')}</button>`),
    app.hasUpdate && notice('plain', 'refresh', t('update_here'), html`<button @click=${app.takeUpdate}>${t('update_now')}</button>`),
    app.isOpen && app.room.isShort && notice('warn', 'warn', t(app.room.refusesPhotos ? 'room_no_photos' : 'room_short')),
    app.isOpen && app.isStrange && notice('warn', 'warn', t('strange_network')),
    app.isOpen &&
      app.mustSignIn &&
      notice('bad', 'lock', app.forgottenWords || t('sign_in_again'), html`<a class="button" href=${app.signInUrl}>${t('sign_in')}</a>`),
    app.isOpen &&
      app.counts.failed > 0 &&
      app.screen !== 'outbox' &&
      notice('bad', 'alert', t('some_failed', {n: app.counts.failed}), html`<a class="button" href="#/outbox">${t('look')}</a>`),
    app.isOpen && app.isLongUnsent && notice('warn', 'clock', t('long_unsent', {age: age(Date.now() - app.counts.oldest)})),
    app.fault && notice('bad', 'alert', app.fault, html`<button @click=${app.clearFault}>${t('understood')}</button>`),
  ].filter(Boolean);
}

const notice = (tone, sign, words, act = nothing) =>
  html`<div class=${`notice ${tone}`} role="alert">
    ${icon(sign)}
    <p>${words}</p>
    ${act}
  </div>`;

function tabs(app) {
  const places = [
    ['work', 'work', t('tab_work'), app.lateCount],
    ...(app.hasGate ? [['gate', 'gate', t('tab_gate')]] : []),
    ...(app.hasDoors ? [['doors', 'home', t('tab_doors')]] : []),
    ...(app.hasVisits ? [['visits', 'list', t('tab_visits')]] : []),
    ...(app.maySample ? [['sampling', 'test', t('tab_sampling')]] : []),
    ['outbox', 'upload', t('tab_outbox'), app.counts.waiting],
    ['settings', 'settings', t('tab_settings')],
  ];
  return html`<nav class="tabs" aria-label=${t('places')}>
    ${places.map(
      ([name, sign, word, n]) =>
        html` <a href=${`#/${name}`} aria-current=${app.screen === name ? 'page' : 'false'}
          >${icon(sign)}<span>${word}</span> ${n ? html`<b class="count">${n}</b>` : nothing}</a
        >`,
    )}
  </nav>`;
}
