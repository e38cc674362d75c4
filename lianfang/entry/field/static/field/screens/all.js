/** Every screen by the name that stands in its address. */
import {doors, household} from './doors.js';
import {gate} from './gate.js';
import {mend} from './mend.js';
import {outboxScreen} from './outbox.js';
import {sampling} from './sampling.js';
import {scan} from './scan.js';
import {settings} from './settings.js';
import {shift} from './shift.js';
import {start} from './start.js';
import {turn} from './turn.js';
import {visit} from './visit.js';
import {visits} from './visits.js';
import {work} from './work.js';

export const SCREENS = {start, work, turn, outbox: outboxScreen, settings, scan, sampling, gate, shift, doors, household, visits, visit, mend};
