/** A fortnight in bars or as a line, in the pixels of its box; each mark is made once and then only moved. */
const SVG = 'http://www.w3.org/2000/svg', STEPS = [1, 2, 5];

function node(tag, classes) {
  const made = document.createElementNS(SVG, tag);
  if (classes) made.setAttribute('class', classes);
  return made;
}

function put(mark, values) {
  for (const [name, value] of Object.entries(values)) if (mark.getAttribute(name) !== String(value)) mark.setAttribute(name, value);
}

function begun(box, series) {
  const svg = node('svg');
  svg.setAttribute('role', 'img');
  box.marks = {svg, rules: [0, 1, 2].map(() => node('path', 'rule')), scales: [0, 1, 2].map(() => node('text', 'scale')),
    days: [0, 1, 2].map(() => node('text', 'day')), line: node('path', 'line'), last: node('text', 'last'), bars: series.map(one => one.values.map(() => node('rect', one.kind)))};
  svg.append(...box.marks.rules, ...box.marks.bars.flat(), box.marks.line, ...box.marks.scales, ...box.marks.days, box.marks.last);
  box.append(svg);
}

/** The next of 1, 2, 5, 10 … that is not below. */
function upTo(n) {
  for (let ten = 1; ; ten *= 10) for (const step of STEPS) if (step * ten >= n) return step * ten;
}

export function chart(box, days, series) {
  if (!box.marks) begun(box, series);
  const {svg, rules, scales, last, line, bars} = box.marks, rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const wide = box.clientWidth, high = box.clientHeight;
  if (!wide || !high) return;
  const left = .66 * rem, right = wide - .14 * rem, top = .2 * rem, bottom = high - .4 * rem;
  const isTwo = series.length > 1, known = series.flatMap(one => one.values).filter(n => n !== null), isLine = series[0].kind === 'line';
  const most = upTo(Math.max(1, ...known)), least = isTwo ? -most : 0, each = (right - left) / days.length;
  const y = n => bottom - (n - least) / (most - least) * (bottom - top), x = n => left + each * (n + .5);
  [most, isTwo ? 0 : most / 2, least].forEach((n, place) => {
    put(rules[place], {d: `M${left} ${y(n)}H${right}`});
    put(scales[place], {x: left - .1 * rem, y: y(n) + .08 * rem});
    const said = Number.isInteger(n) ? String(Math.abs(n)) : '';
    if (scales[place].textContent !== said) scales[place].textContent = said;
  });
  [0, Math.floor(days.length / 2), days.length - 1].forEach((n, place) => {
    put(box.marks.days[place], {x: place === 0 ? left : place === 2 ? right : x(n), y: high - .08 * rem, 'data-end': place});
    const said = days[n].slice(5).replace('-', '/');
    if (box.marks.days[place].textContent !== said) box.marks.days[place].textContent = said;
  });
  series.forEach((one, which) => one.values.forEach((value, n) => {
    const to = isTwo && one.kind === 'down' ? -(value || 0) : value || 0;
    put(bars[which][n], {x: x(n) - each * .36, width: each * .72, y: Math.min(y(to), y(0)), height: isLine ? 0 : Math.abs(y(to) - y(0))});
  }));
  const points = isLine ? series[0].values.map((n, place) => (n === null ? null : `${x(place).toFixed(1)} ${y(n).toFixed(1)}`)) : [];
  put(line, {d: points.some(Boolean) ? `M${points.filter(Boolean).join('L')}` : ''});
  const end = series[0].values[days.length - 1];
  put(last, {x: right, y: Math.max(y(end || 0) - .12 * rem, .3 * rem)});
  const said = isLine && end !== null ? String(end) : '';
  if (last.textContent !== said) last.textContent = said;
  put(svg, {'data-told': series.map(one => one.values.map(n => n ?? '–').join(' ')).join(' / ')});
}
