/** Decides by a table as the server does: facts are typed and checked first, the first row that hits answers, in doubt a person looks.
    Tables come as JSON of ground/outbox/rulebook.py; days are texts 2020-03-18, which sort as days do. */
const DAY = /^\d{4}-\d\d-\d\d$/, PLACE = /^(\d{2,12}|[A-Z]{2})$/, CODE = /^[a-z][a-z0-9_]*$/, MS = 86_400_000;

const asDay = text => DAY.test(text) && new Date(text + 'T00:00:00Z').toJSON()?.startsWith(text);
const between = (day, later) => Math.round((Date.parse(later) - Date.parse(day)) / MS);

/** The value as it will be compared, or nothing where it is none of its kind. */
function accepted({kind, words}, value) {
  if (kind === 'yes_no' && typeof value === 'boolean') return value ? 'yes' : 'no';
  if (kind === 'number' && typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  if (words.includes(value) || (kind === 'day' && asDay(value)) || (kind === 'place' && PLACE.test(value))) return value;
  if (kind === 'code' && CODE.test(value)) return value;
  return undefined;
}

function within([low, high, lowOpen, highOpen], value) {
  return (low === null || (lowOpen ? value > low : value >= low)) && (high === null || (highOpen ? value < high : value <= high));
}

/** Whether a cell lets a value through; a word of its kind is never measured. */
function hits(cell, value, isWord) {
  if (cell.words.includes(value)) return true;
  if (isWord) return false;
  return cell.roots.length ? cell.roots.some(root => value.startsWith(root)) : cell.spans.some(span => within(span, value));
}

/** The rows that hold on a day at a place, in the order they are tried: narrowest area first, then latest from, then as written. */
export function inForce(table, on, path = '/') {
  const near = [...path.split('/').filter(Boolean).reverse(), ''];
  return table.rows.filter(row => row.from <= on && (row.until === null || on < row.until) && near.includes(row.area))
    .map((row, n) => [row, n])
    .sort(([a, n], [b, m]) => near.indexOf(a.area) - near.indexOf(b.area) || (a.from < b.from ? 1 : a.from > b.from ? -1 : n - m))
    .map(([row]) => row);
}

/** {result, row, version, document, clause, doubts}: the answer of a table on a day at a place; `counted` is the day to which days count. */
export function decide(table, facts, {on, path = '/', counted = on}) {
  const strange = Object.keys(facts).find(name => !table.facts.some(fact => fact.name === name));
  if (strange !== undefined) throw new Error(`${table.name} does not ask for ${strange}`);
  const known = {}, doubts = [], words = {};
  for (const fact of table.facts) {
    const given = facts[fact.name], value = given === null || given === undefined ? undefined : accepted(fact, given);
    words[fact.name] = fact.words;
    if (value !== undefined) known[fact.name] = value;
    else doubts.push([fact.name, given === null || given === undefined ? 'missing' : 'malformed']);
  }
  if (!doubts.length) count(table, known, words, doubts, counted);
  const found = doubts.length ? undefined : inForce(table, on, path).find(row => Object.entries(row.if)
    .every(([name, cell]) => hits(cell, known[name], words[name].includes(known[name]))));
  if (!found) {
    const result = Object.fromEntries(table.results.map(({name, doubtful}) => [name, doubtful]));
    return {result, row: null, version: null, document: '', clause: '', doubts: doubts.length ? doubts : [['', 'no_row']]};
  }
  return {result: {...found.then}, row: found.row, version: found.version, document: found.document, clause: found.clause, doubts};
}

/** Days from the first known of some days; a day after the day of decision is a doubt. */
function count(table, known, words, doubts, on) {
  for (const {name, sources} of table.derived) {
    const isDay = source => !words[source].includes(known[source]) && DAY.test(known[source]);
    const first = sources.find(isDay);
    words[name] = ['unknown'];
    known[name] = first === undefined ? 'unknown' : between(known[first], on);
    for (const source of sources) if (isDay(source) && known[source] > on) doubts.push([source, 'after_on']);
  }
}
