/** Which area to carry: few as large answers, many as a list to choose from. */
import {html} from '../../vendor/lit-html.js';
import {t} from './words.js';

const FEW = 7;

export function areaChoice(areas, chosen, choose) {
  if (areas.length <= FEW) {
    return html`<div class="choices tall">
      ${areas.map(
        one =>
          html`<label class="choice"
            ><input type="radio" name="area" .checked=${one.id === chosen} @change=${() => choose(one)} /><span
              >${one.name}<small>${one.place}</small></span
            ></label
          >`,
      )}
    </div>`;
  }
  return html`<select
    class="box"
    name="area"
    aria-label=${t('area')}
    @change=${event => choose(areas.find(one => String(one.id) === event.target.value))}
  >
    ${areas.map(one => html`<option value=${one.id} ?selected=${one.id === chosen}>${[one.place, one.name].filter(Boolean).join(' ')}</option>`)}
  </select>`;
}
