/** What an order shuts, as far as the phone carries it: the place of a post, or where somebody goes; whom it spares passes. */

const plain = plate => (plate ?? '').toUpperCase().replace(/[\s·.]/g, '');

/** The order that shuts somebody's way at a moment; nothing where it is open. A place is known by its name in what he says. */
export function shutBy(rows, post, {purpose, plate} = {}, {goes, destination} = {}, now = Date.now()) {
  const around = post.around ?? [];
  const there = goes === 'elsewhere' ? '' : (destination ?? '');
  return rows.find(
    row =>
      (!row.until || Date.parse(row.until) > now) &&
      ((around.includes(row.unit) && !row.open.some(one => around.includes(one))) || there.includes(row.name)) &&
      !row.spared.includes(purpose) &&
      !(plate && row.plates.includes(plain(plate))),
  );
}
