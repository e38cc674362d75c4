/** What was filled in: what is missing or out of bounds, field by field; the server's form decides. */
import {t} from './words.js';

/** What is still missing or out of bounds, by field: the phone's first look; the server's form decides. */
export function faults(fields, data) {
  return Object.fromEntries(fields.map(field => [field.name, wrong(field, data[field.name])]).filter(([, said]) => said));
}

function wrong(field, value) {
  if (isEmpty(value) || (field.kind === 'tick' && !value))
    return field.required && field.kind !== 'id' ? t(PICKED.has(field.kind) ? 'choose_it' : 'fill_it', {label: field.label}) : '';
  if (field.kind === 'number' || field.kind === 'temperature') {
    const number = Number(value);
    if (!Number.isFinite(number) || (field.whole && !Number.isInteger(number))) return t('numbers_only');
    if ((field.min !== undefined && number < field.min) || (field.max !== undefined && number > field.max)) {
      return t('between', {min: field.min ?? '…', max: field.max ?? '…'});
    }
  }
  if (field.longest && String(value).length > field.longest) return t('too_long', {n: field.longest});
  if (field.kind === 'several') return value.some(row => Object.keys(faults(field.fields, row)).length) ? t('row_unfinished') : '';
  return '';
}

const TICKED = ['OK', 'yes', 'true'];

/** Whether an answer is the one that a condition names, as the server compares them too. */
function isSaid(kind, given, answer) {
  if (Array.isArray(given)) return given.includes(answer);
  if (kind === 'tick') return given === true && TICKED.includes(answer);
  if (kind === 'number') return !isEmpty(given) && /^-?\d+(\.\d+)?$/.test(answer) && Number(given) === Number(answer);
  return given === answer;
}

/** The questions that are asked as things stand: one may hang on the answer to another, and what is not asked answers nothing. */
export function asked(fields, answers) {
  const said = {...answers},
    kinds = Object.fromEntries(fields.map(({name, kind}) => [name, kind]));
  const isCalledFor = ([name, answer]) => isSaid(kinds[name], said[name], answer);
  return fields.filter(({name, when}) => {
    if (!when || isCalledFor(when)) return true;
    delete said[name];
    return false;
  });
}

/** What was filled in of these fields, without what is empty. */
export const filledOf = (fields, data) => Object.fromEntries(fields.map(({name}) => [name, data[name]]).filter(([, value]) => !isEmpty(value)));

const PICKED = new Set(['choice', 'choices', 'unit', 'day', 'moment', 'photo']);
export const isEmpty = value => value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length);

/** Three digits make a temperature: 365 is 36.5. */
export const pointed = said => (/^\d{3}$/.test(said) ? `${said.slice(0, 2)}.${said[2]}` : said.replace('。', '.').replace('，', '.'));

/** What a form on the screen calls: a value set where it belongs, and a photo taken, kept with the others until the record is saved. */
export const filling = (app, photos) => ({
  into: where => (name, value) => {
    where[name] = value;
    app.draw();
  },
  take: async (file, set) => {
    const made = await app.takePhoto(file);
    if (made) {
      photos.push(made);
      set(made.id);
    }
  },
});
