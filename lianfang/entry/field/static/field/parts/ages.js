/** Times as people say them: how old, how late, until when; by the server's clock where the phone's is off. */
import {t} from './words.js';

const MINUTE = 60_000,
  HOUR = 60 * MINUTE,
  DAY = 24 * HOUR;
const ZONE = 'Asia/Shanghai';

/** 刚刚, 12 分钟, 3 小时, 2 天. */
export function age(ms) {
  if (ms < MINUTE) return t('age_now');
  if (ms < HOUR) return t('age_minutes', {n: Math.floor(ms / MINUTE)});
  return ms < 2 * DAY ? t('age_hours', {n: Math.floor(ms / HOUR)}) : t('age_days', {n: Math.floor(ms / DAY)});
}

// made once: making one takes longer than drawing a screen
const DAYS = new Intl.DateTimeFormat('sv-SE', {timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit'});
const CLOCK = new Intl.DateTimeFormat('sv-SE', {timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23'});

export const dayOf = at => DAYS.format(at);
export const clock = at => CLOCK.format(at);

/** 3-18 10:00, or only 10:00 when it is today. */
export function moment(at, now) {
  return dayOf(at) === dayOf(now) ? clock(at) : `${dayOf(at).slice(5)} ${clock(at)}`;
}

/** What stands beside a turn: late by so long, before when, or not before when. */
export function due(turn, now) {
  const until = Date.parse(turn.due),
    from = turn.opens ? Date.parse(turn.opens) : 0;
  if (from > now) return {tone: 'later', word: t('due_from', {at: moment(from, now)})};
  if (until < now) return {tone: 'late', word: t('due_late', {age: age(now - until)})};
  return {tone: dayOf(until) === dayOf(now) ? 'today' : 'then', word: t('due_before', {at: moment(until, now)})};
}
