/** Where somebody comes from: four large answers and a place; what the phone can tell of it, and no more. */
import {html} from '../../vendor/lit-html.js';
import {t} from './words.js';

// the words by which the register knows "this county" and "this province", whatever the screen speaks
const SAID = {same_county: '\u672c\u53bf', same_province: '\u672c\u7701', other_province: '', abroad: ''};

export function originChoice(app, one) {
  const pick = kind => {
    one.origin_kind = kind;
    if (SAID[kind] || Object.values(SAID).includes(one.origin)) one.origin = SAID[kind];
    app.draw();
  };
  return html`<fieldset class="field">
    <legend>${t('origin_kind')}</legend>
    <div class="choices">
      ${Object.keys(SAID).map(
        kind =>
          html`<label class="choice">
            <input type="radio" name="origin-kind" .checked=${one.origin_kind === kind} @change=${() => pick(kind)} />
            <span>${t(`origin_${kind}`)}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

/** The kind of origin, and the code of the place where the phone knows it: its own county's and province's. */
export function originOf(app, one) {
  const own = app.me.place ?? '';
  const code = {same_county: own, same_province: own && `${own.slice(0, 2)}0000`}[one.origin_kind] ?? '';
  return {kind: one.origin_kind ?? 'unknown', code};
}
