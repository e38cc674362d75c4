/** A form's fields drawn from its JSON, one kind after another; what is typed goes into one plain object. */
import {html, nothing} from '../../vendor/lit-html.js';
import {faults, pointed} from './filled.js';
import {icon} from './marks.js';
import {t} from './words.js';

/** All fields of a form; `change(name, value)` writes, `wrongs` are shown once somebody tried to save. */
export function fieldset(fields, data, change, {wrongs = {}, prefix = 'f', take = null} = {}) {
  return fields
    .filter(field => field.kind !== 'id' && field.kind !== 'answers')
    .map(field => {
      const id = `${prefix}-${field.name}`;
      const ctx = {field, id, value: data[field.name], now: () => data[field.name], set: value => change(field.name, value), take, wrong: wrongs[field.name]};
      return (KINDS[field.kind] ?? KINDS.text)(ctx);
    });
}

const optional = field => (field.required || field.asked ? nothing : html`<span class="optional">${t('optional')}</span>`);
const told = ctx =>
  html`${ctx.field.help ? html`<p class="help" id=${`${ctx.id}-help`}>${ctx.field.help}</p>` : nothing}
  ${ctx.wrong ? html`<p class="wrong-text" id=${`${ctx.id}-wrong`}>${icon('alert')}${ctx.wrong}</p>` : nothing}`;
const says = ctx => [ctx.field.help && `${ctx.id}-help`, ctx.wrong && `${ctx.id}-wrong`].filter(Boolean).join(' ') || nothing;

function labelled(ctx, control) {
  return html`<div class=${`field ${ctx.wrong ? 'wrong' : ''}`}>
    <label for=${ctx.id}>${ctx.field.label}${optional(ctx.field)}</label> ${told(ctx)}${control}
  </div>`;
}

function grouped(ctx, control) {
  return html`<fieldset class=${`field ${ctx.wrong ? 'wrong' : ''}`} id=${ctx.id} aria-describedby=${says(ctx)}>
    <legend>${ctx.field.label}${optional(ctx.field)}</legend>
    ${told(ctx)}${control}
  </fieldset>`;
}

function input(ctx, type, more = {}) {
  const {field} = ctx;
  return labelled(
    ctx,
    html`<input
      class="box"
      id=${ctx.id}
      type=${type}
      .value=${String(ctx.value ?? '')}
      autocomplete="off"
      inputmode=${more.inputmode ?? field.inputmode ?? nothing}
      maxlength=${field.longest ?? nothing}
      placeholder=${field.hint || nothing}
      aria-describedby=${says(ctx)}
      aria-invalid=${ctx.wrong ? 'true' : nothing}
      @focus=${event => field.kind === 'number' && event.target.select()}
      @input=${event => ctx.set(event.target.value)}
    />`,
  );
}

function choices(ctx, isMany) {
  const chosen = isMany ? new Set(ctx.value ?? []) : new Set([ctx.value ?? '']);
  const pick = code => ctx.set(isMany ? [...(chosen.has(code) ? [...chosen].filter(one => one !== code) : [...chosen, code])] : code);
  const options = (ctx.field.options ?? []).filter(([code]) => code !== '' || !isMany);
  if (!isMany && options.length > 7) return select(ctx, options);
  return grouped(
    ctx,
    html`<div class="choices">
      ${options.map(
        ([code, label]) =>
          html`<label class="choice">
            <input type=${isMany ? 'checkbox' : 'radio'} name=${ctx.id} .checked=${chosen.has(code)} @change=${() => pick(code)} /><span
              >${label}</span
            ></label
          >`,
      )}
    </div>`,
  );
}

function select(ctx, options) {
  return labelled(
    ctx,
    html`<select class="box" id=${ctx.id} aria-describedby=${says(ctx)} @change=${event => ctx.set(event.target.value)}>
      <option value="" ?selected=${!ctx.value}>${t('please_choose')}</option>
      ${options.filter(([code]) => code !== '').map(([code, label]) => html`<option value=${code} ?selected=${ctx.value === code}>${label}</option>`)}
    </select>`,
  );
}

/** A temperature is measured, so it is never filled in beforehand; + and − begin where people are. */
function temperature(ctx) {
  const step = by => ctx.set(((ctx.value ? Number(ctx.value) : 36.5 - by) + by).toFixed(1));
  return labelled(
    ctx,
    html`<div class="stepper">
      <button type="button" class="step" aria-label=${t('less')} @click=${() => step(-0.1)}>−</button>
      <input
        class="box"
        id=${ctx.id}
        inputmode="decimal"
        autocomplete="off"
        placeholder=${t('unfilled')}
        .value=${String(ctx.value ?? '')}
        aria-describedby=${says(ctx)}
        @input=${event => ctx.set(pointed(event.target.value))}
      />
      <button type="button" class="step" aria-label=${t('more')} @click=${() => step(0.1)}>+</button><span class="unit">℃</span>
    </div>`,
  );
}

function photo(ctx) {
  const took = event => event.target.files[0] && ctx.take(event.target.files[0], ctx.set);
  return grouped(
    ctx,
    html`<label class="shot"
        >${icon('plus')}<span>${t(ctx.value ? 'photo_again' : 'photo_take')}</span>
        <input class="unseen" type="file" accept="image/*" capture=${ctx.field.capture ?? 'environment'} @change=${took}
      /></label>
      ${ctx.value ? html`<p class="good">${icon('check')}${t('photo_kept')}</p>` : nothing}`,
  );
}

function several(ctx) {
  const rows = ctx.value ?? [];
  const write = (row, name, value) => {
    row[name] = value; // a photo is ready later than the letters typed meanwhile: it joins them
    ctx.set([...(ctx.now() ?? [])]);
  };
  return grouped(
    ctx,
    html`${rows.map(
      (row, at) =>
        html`<div class="row-card">
          <div class="row-head">
            <b>${t('nth', {n: at + 1})}</b>
            <button type="button" class="quiet-button" @click=${() => ctx.set(rows.filter((_, n) => n !== at))}>${t('take_out')}</button>
          </div>
          ${fieldset(ctx.field.fields, row, (name, value) => write(row, name, value), {
            prefix: `${ctx.id}-${at}`,
            take: ctx.take,
            wrongs: ctx.wrong ? faults(ctx.field.fields, row) : {},
          })}
        </div>`,
    )}
    ${
      rows.length < (ctx.field.most ?? 99)
        ? html`<button type="button" class="outlined" @click=${() => ctx.set([...rows, {}])}>${icon('plus')}${t('add_one')}</button>`
        : nothing
    }`,
  );
}

function tick(ctx) {
  return html`<div class=${`field ${ctx.wrong ? 'wrong' : ''}`}>
    ${told(ctx)}<label class="choice wide"
      ><input type="checkbox" id=${ctx.id} .checked=${Boolean(ctx.value)} @change=${event => ctx.set(event.target.checked)} /><span
        >${ctx.field.label}</span
      ></label
    >
  </div>`;
}

const KINDS = {
  text: ctx => input(ctx, 'text'),
  lines: ctx =>
    labelled(
      ctx,
      html`<textarea
        class="box"
        id=${ctx.id}
        rows="3"
        maxlength=${ctx.field.longest ?? nothing}
        .value=${ctx.value ?? ''}
        aria-describedby=${says(ctx)}
        @input=${event => ctx.set(event.target.value)}
      ></textarea>`,
    ),
  number: ctx => input(ctx, 'text', {inputmode: ctx.field.whole ? 'numeric' : 'decimal'}),
  day: ctx => input(ctx, 'date'),
  moment: ctx => input(ctx, 'datetime-local'),
  choice: ctx => choices(ctx, false),
  choices: ctx => choices(ctx, true),
  unit: ctx => (ctx.field.options ? choices(ctx, false) : input(ctx, 'text')),
  temperature,
  photo,
  several,
  tick,
};
