/** A tube that the server refused, opened again: its code, its point and its size are put right, and everybody in it stays. */
import {html, nothing} from '../../vendor/lit-html.js';
import * as codes from '../kept/tubes.js';
import {icon} from '../parts/marks.js';
import {codeFault, tubeFields} from '../parts/sampling.js';
import {codeOf} from '../parts/tube.js';
import {t} from '../parts/words.js';

/** What the server said of it, and what can be put right; `lay` keeps it. */
export function mending(app, tube, lay) {
  const {form} = app;
  form.data ??= {code: tube.code, reason: tube.reason, places: tube.places, session: tube.session};
  const keep = async () => {
    const fault = await codeFault(form.data.code, [tube.id, tube.mends]);
    form.tubeWrongs = fault ? {code: fault} : {};
    if (fault) return app.draw();
    const {reason, places: size, session} = form.data;
    const code = codeOf(form.data.code);
    await codes.take(code, tube.id);
    form.isKept = true;
    await lay({code, reason, places: size, session});
  };
  const points = app.carried.rows('sampling');
  return html`<div class="notice bad" role="alert">${icon('alert')}<p>${tube.says}</p></div>
    <details class="more" ?open=${!form.isKept}>
      <summary>${t('mend_tube')}</summary>
      ${
        points.length
          ? html`<div class="field"><label for="tube-point">${t('which_point')}</label>
              <select class="box" id="tube-point" @change=${event => (form.data.session = event.target.value)}>
                ${points.some(one => one.id === form.data.session) ? nothing : html`<option value=${form.data.session} selected>${t('point_closed')}</option>`}
                ${points.map(one => html`<option value=${one.id} ?selected=${one.id === form.data.session}>${one.name}</option>`)}
              </select></div>`
          : nothing
      }
      ${tubeFields(app, form.data, (form.tubeWrongs ??= {}))}<button class="outlined" @click=${keep}>${icon('check')}${t('keep_tube')}</button>
    </details>`;
}
