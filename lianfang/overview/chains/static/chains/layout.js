/** Where the cases of a drawing stand: days go to the right, each case below its source in a row of its own where another would be hit.
    Subtrees are packed by their outlines, so that thousands of cases take few rows. */

/** The one source each case hangs on: the named one, else the first possible; -1 where nobody is known. */
export function sourcesOf(count, links) {
  const above = new Int32Array(count).fill(-1), sure = new Uint8Array(count);
  for (const [source, item, isSure] of links) {
    if (above[item] === -1 || (isSure && !sure[item])) { above[item] = source; sure[item] = isSure; }
  }
  return above;
}

/** An outline: for each day from `from` on the lowest and the highest row that is taken, relative to its own first row. */
class Outline {
  constructor(from, until) {
    this.from = from;
    this.low = new Array(until - from + 1).fill(Infinity);
    this.high = new Array(until - from + 1).fill(-Infinity);
  }

  get until() { return this.from + this.low.length - 1; }

  take(day, row) {
    const at = day - this.from;
    if (row < this.low[at]) this.low[at] = row;
    if (row > this.high[at]) this.high[at] = row;
  }

  /** How far down another outline must go so that the two share no row on any day. */
  below(other) {
    let shift = 0;
    const first = Math.max(this.from, other.from), last = Math.min(this.until, other.until);
    for (let day = first; day <= last; day += 1) {
      const taken = this.high[day - this.from], wanted = other.low[day - other.from];
      if (taken !== -Infinity && wanted !== Infinity && taken + 1 - wanted > shift) shift = taken + 1 - wanted;
    }
    return shift;
  }

  add(other, shift) {
    for (let n = 0; n < other.low.length; n += 1) {
      if (other.low[n] === Infinity) continue;
      this.take(other.from + n, other.low[n] + shift);
      this.take(other.from + n, other.high[n] + shift);
    }
  }
}

/** Rows of all cases, and how many there are: `days[n]` is the day of case n, `above[n]` its source or -1. */
export function rowsOf(days, above) {
  const count = days.length, below = Array.from({length: count}, () => []), roots = [];
  for (let n = 0; n < count; n += 1) (above[n] === -1 ? roots : below[above[n]]).push(n);
  const order = [...roots];
  for (let at = 0; at < order.length; at += 1) order.push(...below[order[at]]);
  const inside = new Array(count), outlines = new Array(count), rows = new Float64Array(count);
  for (let at = order.length - 1; at >= 0; at -= 1) place(order[at], days, below, inside, outlines, rows);
  return {rows, count: stack(roots, days, below, inside, outlines, rows), order, below};
}

/** One subtree: its branches under one another, itself in their middle; rows are relative until all is stacked. */
function place(n, days, below, inside, outlines, rows) {
  const branches = below[n].sort((a, b) => days[a] - days[b] || a - b);
  let from = days[n], until = days[n];
  for (const one of branches) {
    from = Math.min(from, outlines[one].from);
    until = Math.max(until, outlines[one].until);
  }
  const whole = new Outline(from, until), shifts = [];
  for (const one of branches) {
    for (let day = Math.min(days[n], days[one]); day <= Math.max(days[n], days[one]); day += 1) reach(outlines[one], day, rows[one]);
    const shift = whole.below(outlines[one]);
    whole.add(outlines[one], shift);
    shifts.push(shift);
    outlines[one] = null;
  }
  const ends = branches.map((one, at) => rows[one] + shifts[at]);
  rows[n] = ends.length ? Math.round((ends[0] + ends[ends.length - 1]) / 2) : 0;
  whole.take(days[n], rows[n]);
  inside[n] = shifts;
  outlines[n] = whole;
}

/** The line to the source runs in the branch's own row: it takes these days too. */
function reach(outline, day, row) {
  while (day < outline.from) { outline.low.unshift(Infinity); outline.high.unshift(-Infinity); outline.from -= 1; }
  while (day > outline.until) { outline.low.push(Infinity); outline.high.push(-Infinity); }
  outline.take(day, row);
}

/** All chains over one another, the largest first; then every row is made absolute. */
function stack(roots, days, below, inside, outlines, rows) {
  let from = Infinity, until = -Infinity;
  for (const root of roots) { from = Math.min(from, outlines[root].from); until = Math.max(until, outlines[root].until); }
  if (!roots.length) return 0;
  const whole = new Outline(from, until), size = root => outlines[root].low.length;
  const moved = [];
  for (const root of [...roots].sort((a, b) => size(b) - size(a) || days[a] - days[b])) {
    const top = outlines[root].low.reduce((a, b) => Math.min(a, b), Infinity);
    const shift = Math.max(whole.below(outlines[root]), -top);
    whole.add(outlines[root], shift);
    moved.push([root, shift]);
  }
  while (moved.length) {
    const [n, shift] = moved.pop();
    rows[n] += shift;
    below[n].forEach((one, at) => moved.push([one, shift + inside[n][at]]));
  }
  return whole.high.reduce((a, b) => Math.max(a, b), 0) + 1;
}
