/** A result to be seen from two metres: colour, shape, three words only, why, and what to do next, numbered. */
import {html, nothing, svg} from '../../vendor/lit-html.js';
import {label} from './decide.js';
import {icon} from './marks.js';
import {t} from './words.js';

const BIG = {pass: 'go', register: 'go', observe: 'stop', transfer: 'stop', turn_back: 'stop', manual_review: 'wait'};
const SHAPES = {
  pass: svg`<circle cx="32" cy="32" r="30" class="plate"/><path d="M18 33l10 10 19-21" class="stroke"/>`,
  register: svg`<circle cx="32" cy="32" r="30" class="plate"/><path d="M16 33L32 18l16 15M21 30v18h22V30" class="stroke"/>`,
  observe: svg`<path d="M20 3h24l17 17v24L44 61H20L3 44V20z" class="plate"/><path d="M16 27h32v10H16z" class="ink"/>`,
  transfer: svg`<path d="M20 3h24l17 17v24L44 61H20L3 44V20z" class="plate"/><path d="M15 20h34v22H15zM22 47a3 3 0 1 0 .1 0M42 47a3 3 0 1 0 .1 0" class="stroke"/>`,
  turn_back: svg`<path d="M4 4h56v56H4z" class="plate"/><path d="M24 50V28a9 9 0 0 1 18 0v14M34 36l8 9 8-9" class="stroke"/>`,
  manual_review: svg`<path d="M32 2l30 30-30 30L2 32z" class="plate"/><path d="M25 25a7 7 0 1 1 10 6c-3 2-3 3-3 6M32 45v1" class="stroke"/>`,
};

export const bigWord = outcome => t(`big_${BIG[outcome] ?? 'wait'}`);
export const tone = outcome => (outcome in BIG ? outcome : 'manual_review');

/** The table's own words, less what stands above them; without a table nothing was decided, and that is said. */
function said(app, outcome) {
  const found = label(app, 'gate', 'outcome', outcome);
  if (found === outcome) return outcome === 'manual_review' ? t('find_lead') : '';
  return found.startsWith(bigWord(outcome)) ? found.slice(bigWord(outcome).length).replace(/^[\s\p{P}]+/u, '') : found;
}

/** The whole screen of one verdict. */
export function result(app, {outcome, next = [], document: paper, clause, row, why = [], kept = nothing, phone = ''}) {
  return html`<section class=${`result ${tone(outcome)}`} aria-live="assertive">
      <svg class="sign" viewBox="0 0 64 64" aria-hidden="true">${SHAPES[tone(outcome)]}</svg>
      <div>
        <h2>${bigWord(outcome)}</h2>
        ${said(app, outcome) ? html`<p>${said(app, outcome)}</p>` : nothing}
      </div>
    </section>
    <div class="result-more">
      ${
        why.length
          ? html`<h3>${t('why')}</h3>
              <ul class="why">
                ${why.map(line => html`<li>${line}</li>`)}
              </ul>`
          : nothing
      }
      ${
        paper
          ? html`<details class="more">
              <summary>${t('by_rule', {row: row ?? ''})} ${paper}</summary>
              <p>${clause}</p>
            </details>`
          : nothing
      }
      <h3>${t('do_next')}</h3>
      <ol class="next">
        ${next.map(code => html`<li>${label(app, 'gate', 'next', code)}</li>`)}
        ${app.isAway && !['pass'].includes(outcome) ? html`<li><b>${t('call_now')}</b></li>` : nothing}
        ${next.length || (app.isAway && outcome !== 'pass') ? nothing : html`<li>${t('nothing_more')}</li>`}
      </ol>
      ${
        phone && BIG[tone(outcome)] !== 'go'
          ? html`<a class="outlined button bad" href=${`tel:${phone}`}>${icon('phone')}${t('call_team', {n: phone})}</a>`
          : nothing
      }
      <p class="quiet">${icon('check')}${kept}</p>
    </div>`;
}

/** From a result to whoever comes next at the same post. */
export const onward = (app, post, words) => html`<button
  class="act"
  @click=${() => {
    app.form = {post: post.id};
    app.draw();
    scrollTo(0, 0);
  }}
>
  ${words}${icon('arrow')}
</button>`;
