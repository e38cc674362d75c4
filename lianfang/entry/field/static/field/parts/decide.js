/** The gate's verdict at once, from the table the phone carries; the server decides again on arrival. */
import {dayOf} from './ages.js';
import {pathOf} from './places.js';

let evaluator = null;

/** The evaluator of the house, the same for every table. */
async function reader() {
  evaluator ??= await import('../../decisions/evaluator.js');
  return evaluator;
}

/** {outcome, next, document, clause, row} or manual review where the phone has no table: never “pass” by default. */
export async function decide(app, name, facts, unit = null) {
  const table = app.carried.section('tables')?.[name];
  const nothing = {outcome: 'manual_review', next: [], document: '', clause: '', row: null, version: null};
  if (!table) return nothing;
  try {
    const found = (await reader()).decide(table, facts, {on: dayOf(app.now()), path: pathOf(app, unit)});
    return {
      ...nothing,
      ...found.result,
      document: found.document ?? '',
      clause: found.clause ?? '',
      row: found.row ?? null,
      version: found.version ?? null,
      doubts: found.doubts ?? [],
    };
  } catch {
    return nothing;
  }
}

/** The words a table has for a code. */
export const label = (app, name, column, code) => app.carried.section('tables')?.[name]?.labels?.[column]?.[code] ?? code;
