/** A tube that is being filled: its code, who is at which place, and what keeps somebody out of it or the tube from being sealed. */
import {isEmpty} from './filled.js';
import {numberFault, phoneFault, plain} from './papers.js';
import {t} from './words.js';

const CODE = /^[0-9A-Z-]{4,32}$/,
  BOOKING = /^B[0-9A-Z]{9,}$/; // longer than any passport's number
const ASKED = ['booking', 'id_number', 'name', 'phone'];

/** A code as it is kept: one width, capitals, no blanks; '' for what is none. */
export function codeOf(text) {
  const code = (text ?? '').normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  return CODE.test(code) ? code : '';
}

/** What was scanned of a person: his number, or the code of his booking. */
export const scanned = text => (BOOKING.test(plain(text)) ? {booking: text.trim().toUpperCase()} : {id_number: plain(text)});

/** The next free place; 0 where the tube is full. */
export function nextPlace({places, people}) {
  const taken = new Set(people.map(one => one.position));
  for (let place = 1; place <= places; place += 1) if (!taken.has(place)) return place;
  return 0;
}

/** Why somebody cannot be registered as he is typed, by field; `others` are those registered in tubes of this phone that are open. */
export function wrongs(one, others, today) {
  const found = {};
  const number = numberFault(one.id_number, today),
    phone = phoneFault(one.phone);
  if (isEmpty(one.booking) && isEmpty(one.name)) found.name = t('who_is_it');
  else if (isEmpty(one.booking) && isEmpty(one.id_number) && isEmpty(one.phone)) found.id_number = t('number_or_phone');
  if (number) found.id_number = t(number);
  if (phone) found.phone = t(phone);
  const twice = others.find(other => isSame(other, one));
  if (twice && !Object.keys(found).length) found[one.booking ? 'booking' : 'id_number'] = t('is_in_tube', {n: twice.position, code: twice.code});
  return found;
}

function isSame(a, b) {
  if (a === b || (a.id && a.id === b.id)) return false;
  const same = name => !isEmpty(a[name]) && plain(a[name]) === plain(b[name]);
  return same('booking') || same('id_number') || (same('phone') && a.name === b.name);
}

/** Whether the table wants a tube of his own for somebody tested for this reason; where nothing is known of it, it does. */
export const isSingle = (rules, reason) => rules[reason]?.tube !== 'pool';

/** For how many a tube of a reason may be, the fewest first. */
export const sizesOf = (rules, reason) => (rules[reason]?.sizes ?? []).map(Number).sort((a, b) => a - b);

/** The size a tube begins with: ten where ten may be, as on the page of the desk. */
export const usualSize = (rules, reason) => Math.max(0, ...sizesOf(rules, reason).slice(0, 3));

/** Why a tube with so many swabs is not sealed; '' where it is. */
export function sealFault({people}, count) {
  if (isEmpty(count)) return t('count_swabs');
  const [n, swabs] = [people.length, Number(count)];
  if (n === swabs) return '';
  return t(swabs < n ? 'swabs_missing' : 'swabs_too_many', {n, swabs, more: Math.abs(n - swabs)});
}

/** The tube as it goes on the wire; times as seconds before the sealing, so that a wrong clock changes nothing. */
export function dataOf(tube, sealedAt, count) {
  const ago = at => Math.max(0, Math.round((sealedAt - at) / 1000));
  const people = tube.people
    .toSorted((a, b) => a.position - b.position)
    .map(({position, reason, taken, ...one}) => ({
      position,
      ago: ago(taken),
      ...(reason && {reason}),
      ...Object.fromEntries(ASKED.filter(name => !isEmpty(one[name])).map(name => [name, one[name].trim()])),
    }));
  const {session, code, places, reason} = tube;
  return {session, code, places, reason, ago: ago(tube.opened), ...(count && {count: Number(count)}), people};
}

/** A refused tube opened again, with everybody in it, to be put right and sealed under a number of its own. */
export function reopened({id, entry, says, saved}, fresh) {
  const {data} = entry;
  const at = Date.parse(entry.at) || saved;
  return {
    id: fresh,
    mends: id,
    says,
    ...Object.fromEntries(['session', 'code', 'places', 'reason'].map(name => [name, data[name]])),
    opened: at - (data.ago ?? 0) * 1000,
    people: (data.people ?? []).map(({ago = 0, ...one}) => ({...one, id: `${id}-${one.position}`, taken: at - ago * 1000})),
  };
}
