/** Whether the way somebody goes is shut, as far as the phone carries it, and in which words the screen says so. */
import {shutBy} from '../parts/shut.js';
import {t} from '../parts/words.js';
import {isEntry} from './steps.js';

const NOTHING = {orders: [], places: []};

/** {number, name} of the order that shuts a way now. */
export const shutWay = (app, post, vehicle, goal) => shutBy(app.carried.section('shut') ?? NOTHING, post, vehicle, goal, app.now());

/** Where somebody goes: who says nothing goes with the first; what an entry code says of it only the server knows. */
function goal(app, one) {
  const [first] = app.form.people;
  const said = name => one[name] || (!isEntry(one) && first[name]) || '';
  return {goes: said('goes') || (isEntry(one) ? 'unknown' : ''), destination: said('destination')};
}

/** The road in the words of the gate table. */
export function road(app, post, vehicle, one) {
  if (shutWay(app, post, vehicle, goal(app, one))) return 'ordered';
  return post.road === 'open' || post.spared?.includes(vehicle.purpose) ? 'open' : 'closed';
}

/** The order that shuts the way: as the server says, or as the phone carries it. */
export function shutWords(app, post, one, {shut, isServers}) {
  const found = isServers ? null : shutWay(app, post, app.form.car, goal(app, one));
  const order = isServers ? shut : found && `${found.number}：${found.name}`;
  return order ? [t('why_shut', {order})] : [];
}
