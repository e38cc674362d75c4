/** What the screens of a visit share: how far it is filled, kept on the phone with its photos as it is filled, and as it goes on the wire. */
import {asked, faults, filledOf} from './filled.js';
import {t} from './words.js';

export const ACTION = 'inspection.finish_visit';
const PAUSE = 500; // between the last letter typed and the disk

export const carriedVisits = app => app.carried.section('inspection') ?? {visits: [], lists: []};
export const formOf = app => app.carried.section('forms')?.[ACTION] ?? {fields: []};
const isMine = (app, row) => row.account === app.me.id && row.entry?.action === ACTION && row.unfinished;

/** Visits that are being filled on this phone by whoever is signed in. */
export const openVisits = app => app.rows.filter(row => row.state === 'open' && isMine(app, row));

/** Visits of today and before that nobody has recorded on this phone. */
export const dueVisits = (app, today) => carriedVisits(app).visits.filter(one => one.on <= today && !app.done.has(one.id));

const listsOf = (app, visit) => visit.lists.map(id => carriedVisits(app).lists.find(list => list.id === id)).filter(Boolean);

/** A visit as it is begun: with the checklists of that moment, which it keeps though others come. */
export const begun = (app, visit, id) => ({id, visit, lists: listsOf(app, visit), answers: {}, said: {}});

/** A refused one opened again, with all that was filled in. */
export const reopened = (app, id, fresh) => {
  const row = app.rows.find(one => one.id === id && one.state === 'refused' && isMine(app, one));
  return row && {...structuredClone(row.unfinished), id: fresh, mends: id, says: row.says};
};

/** The same for another visit, or by newer checklists: what was answered goes along, question by question. */
export function renewed(app, draft, visit) {
  const lists = listsOf(app, visit);
  const before = code => draft.answers[draft.lists.find(list => list.code === code)?.id] ?? {};
  return {...draft, visit, lists, answers: Object.fromEntries(lists.map(({id, code}) => [id, {...before(code)}]))};
}

export const answersOf = (draft, list) => (draft.answers[list.id] ??= {});

/** What is missing or wrong, by the part of the screen it stands in; only problems count where another has recorded the rest. */
export function wrongs(draft, fields) {
  const {said} = draft;
  const own = fields.filter(field => field.name !== 'record' && field.kind !== 'answers' && !(said.adds && field.name === 'people'));
  const found = faults(own, said);
  if (said.adds && !said.problems?.length) found.problems = t('add_a_problem');
  const lists = said.adds ? [] : draft.lists.map(list => [list.id, faults(asked(list.fields, answersOf(draft, list)), answersOf(draft, list))]);
  const {problems, ...end} = found;
  return {
    lists: Object.fromEntries(lists.filter(([, some]) => Object.keys(some).length)),
    problems: problems ? {problems} : {},
    end,
  };
}

/** The whole visit on the wire: only what was asked, only what was answered. */
export function dataOf({visit, lists, said, ...draft}, fields) {
  const inner = fields.find(field => field.name === 'problems')?.fields ?? [];
  const own = filledOf(fields.filter(field => field.name !== 'problems'), said);
  const answers = lists.map(list => [list.id, filledOf(asked(list.fields, answersOf(draft, list)), answersOf(draft, list))]);
  const problems = (said.problems ?? []).map(one => filledOf(inner, one));
  const went = said.adds ? {people: 1} : {}; // how many went stands on record already
  return {...went, ...own, record: visit.id, answers: Object.fromEntries(answers), problems};
}

export const titleOf = ({visit}) => t('visit_title', {place: visit.place.name});

let waiting = null,
  timer = 0,
  written = Promise.resolve(),
  isWatched = false;

/** Kept soon, and at once when the phone is laid down: `held` is {draft, rev, photos}. */
export function keepSoon(app, held) {
  waiting = held;
  clearTimeout(timer);
  timer = setTimeout(() => keepNow(app), PAUSE);
  if (isWatched) return;
  isWatched = true;
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keepNow(app));
}

/** All that was changed is on the disk when this has come back. */
export function keepNow(app) {
  clearTimeout(timer);
  const held = waiting;
  waiting = null;
  if (held) written = written.catch(() => {}).then(() => lay(app, held));
  return written;
}

async function lay(app, held) {
  if (!app.isOpen) return; // locked meanwhile
  const {draft, rev} = held;
  const photos = [...held.photos];
  const {fields, version = null} = formOf(app);
  const row = await app.lay({id: draft.id, action: ACTION, title: titleOf(draft), data: dataOf(draft, fields), form: version, unfinished: draft, rev, photos});
  if (!row) {
    if (!app.fault) Object.assign(app, {fault: t('visit_changed'), form: {}}); // another tab was faster: its state is shown
    app.draw();
    return;
  }
  held.rev = row.rev;
  held.photos.splice(0, photos.length);
  app.draw();
}
