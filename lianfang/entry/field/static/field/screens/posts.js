/** Which post somebody stands at: the only one, or the one chosen here before; where there are several, it is asked, never guessed. */
import {html, nothing} from '../../vendor/lit-html.js';
import {remember} from '../kept/store.js';
import {frame} from '../parts/frame.js';
import {icon} from '../parts/marks.js';
import {t} from '../parts/words.js';

/** The post of this screen; null where it is to be chosen. */
export function postHere(app) {
  const posts = app.carried.rows('posts');
  const named = id => posts.find(one => one.id === id);
  return named(app.form.post) ?? named(app.post) ?? (posts.length === 1 ? posts[0] : null);
}

export function choosePost(app) {
  const posts = app.carried.rows('posts');
  if (!posts.length) return frame(app, {title: t('tab_gate'), main: html`<p class="lead empty">${t('no_post')}</p>`});
  return frame(app, {
    title: t('which_post'),
    main: html`<div class="form choices tall">
      ${posts.map(one => html`<button class="choice" @click=${() => take(app, one.id)}>${icon('gate')}<span>${one.name}<small>${duty(app, one)}</small></span></button>`)}
    </div>`,
  });
}

/** Chosen once, it stands until another is chosen: on this phone, whatever is signed in. */
async function take(app, id) {
  app.post = id;
  app.form = {};
  app.draw();
  await remember('post', id);
}

/** Who is on duty there, as far as the phone knows. */
export function duty(app, post) {
  if (post.shift) return t('on_duty', {n: post.shift.recorded ?? 0});
  return t(isSaid(app, post) ? 'shift_waits' : 'no_shift');
}

const isSaid = (app, post) =>
  app.rows.some(row => row.state === 'waiting' && row.entry?.action === 'checkpoints.open_shift' && row.entry.data.post === post.id);

/** Before anything else where nobody is on duty; nobody at the barrier waits for it. */
export const beginFirst = (app, post) =>
  post.shift || isSaid(app, post) ? nothing : html`<div class="post-links">${shiftLink(post, 'open_shift')}</div>`;

const shiftLink = (post, words) => html`<a class="outlined button" href=${`#/shift/${post.id}`}>${icon('refresh')}${t(words)}</a>`;

/** Below what is filled in: count and hand over; and another post, where there is one. */
export const postLinks = (app, post) => html`<div class="post-links">
  ${post.shift ? shiftLink(post, 'shift') : nothing}
  ${
    app.carried.rows('posts').length > 1
      ? html`<button class="outlined" @click=${() => take(app, null)}>${icon('gate')}${t('other_post')}</button>`
      : nothing
  }
</div>`;
