/** Where a unit of the area lies: its place in its building, and the building people group their work by. */
const RANKS = ['county', 'township', 'village', 'grid', 'micro_grid', 'compound', 'building', 'stair', 'floor', 'door'];
const rank = unit => RANKS.indexOf(unit.level);
let index = {rows: null, byId: new Map()};

function units(app) {
  const rows = app.carried.rows('units');
  if (index.rows !== rows) index = {rows, byId: new Map(rows.map(unit => [unit.id, unit]))};
  return index.byId;
}

/** From the widest unit carried down to this one. */
function chain(app, id) {
  const known = units(app),
    found = [];
  for (let unit = known.get(id); unit; unit = known.get(unit.parent)) found.unshift(unit);
  return found;
}

/** The path of a unit, as tables name areas; '/' where it is not carried. */
export const pathOf = (app, id) =>
  `/${chain(app, id)
    .map(unit => `${unit.id}/`)
    .join('')}`;

/** 1单元502. */
export function place(app, id) {
  const found = chain(app, id);
  const inside = found.filter(unit => rank(unit) > rank({level: 'building'}));
  return inside.map(unit => unit.name).join('') || found.at(-1)?.name || '';
}

/** 向阳小区3号楼. */
export function building(app, id) {
  const around = chain(app, id).filter(unit => rank(unit) <= rank({level: 'building'}) && rank(unit) >= rank({level: 'compound'}));
  return around.map(unit => unit.name).join('') || chain(app, id).find(unit => rank(unit) <= rank({level: 'grid'}))?.name || place(app, id);
}
