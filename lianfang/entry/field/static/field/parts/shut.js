/** What an order shuts, as far as the phone carries it: the place of a post, or where somebody goes; whom it spares passes. */

const plain = plate => (plate ?? '').toUpperCase().replace(/[\s·.]/g, '');
const isOver = (until, now) => Boolean(until) && Date.parse(until) <= now;
const holds = (outer, inner) => outer.every((id, n) => inner[n] === id);

/** The narrowest town, village or compound that a text names, by its chain; none where it names none, or two: as the server reads it. */
export function homeOf(places, text) {
  const words = (text ?? '').trim();
  const found = places.filter(([name]) => words.includes(name));
  const inmost = found.filter(([, path]) => !found.some(([, other]) => other !== path && holds(path, other)));
  const towns = found.filter(([, , level]) => level === 'township');
  const left = inmost.length > 1 && towns.length === 1 ? inmost.filter(([, path]) => holds(towns[0][1], path)) : inmost;
  return left.length === 1 ? left[0][1] : null;
}

/** Whom an order lets through all the same, now. */
const letNow = (order, now) => order.let.filter(one => !isOver(one.until, now));

/** {number, name} of the order that shuts somebody's way at a moment; nothing where it is open. */
export function shutBy({orders, places}, post, {purpose, plate} = {}, {goes, destination} = {}, now = Date.now()) {
  const around = post.around ?? [];
  const isHere = goes === 'here' || (!goes && post.at_home);
  const home = isHere ? homeOf(places.filter(([, path]) => path[0] === around[0]), destination) : null;
  for (const order of orders) {
    if (Date.parse(order.from) > now || isOver(order.until, now) || order.spared.includes(purpose)) continue;
    const lets = letNow(order, now);
    if (lets.some(one => (one.plate && one.plate === plain(plate)) || (one.purpose && one.purpose === purpose))) continue;
    const names = new Map(order.areas);
    const open = [...order.open, ...lets.map(one => one.unit)];
    const way = [around, home].find(ids => ids?.some(id => names.has(id)) && !ids.some(id => open.includes(id)));
    if (way) return {number: order.number, name: names.get(way.find(id => names.has(id)))};
  }
}
