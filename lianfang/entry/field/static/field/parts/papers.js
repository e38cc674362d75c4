/** Numbers as people bear them: an identity number is held to its date and check digit at once, as the server does; others by their length. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2],
  CHECK = '10X98765432',
  EARLIEST = '18500101';

/** Half-width, capitals, without blanks and hyphens. */
export const plain = text =>
  (text ?? '')
    .normalize('NFKC')
    .replace(/[\s\-_×Хх]/g, sign => (/[×Хх]/.test(sign) ? 'X' : ''))
    .toUpperCase();

const checkDigit = body => CHECK[WEIGHTS.reduce((sum, weight, n) => sum + weight * Number(body[n]), 0) % 11];

function isDay(digits, today) {
  const said = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  const day = new Date(`${said}T00:00:00Z`);
  return digits >= EARLIEST && said <= today && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(said);
}

/** What is wrong with a number, by the key of its sentence; '' for one that can be borne, or none. Nine digits or fewer are a passport's. */
export function numberFault(text, today) {
  const number = plain(text);
  if (!number) return '';
  if ((number.match(/\d/g) ?? []).length <= 9) return /^[A-Z0-9]{5,20}$/.test(number) ? '' : 'number_length';
  if (/^\d{15}$/.test(number)) return isDay(`19${number.slice(6, 12)}`, today) ? '' : 'number_birth';
  if (number.length !== 18) return 'number_length';
  if (!/^\d{17}[\dX]$/.test(number) || checkDigit(number) !== number[17]) return 'number_check';
  return isDay(number.slice(6, 14), today) ? '' : 'number_birth';
}

/** A mobile is eleven digits that begin with 1; none is none. */
export const phoneFault = text => (!plain(text) || /^(\+?86)?1\d{10}$/.test(plain(text)) ? '' : 'phone_length');
