/** Times as people say them: how old, how late, until when; by the server's clock where the phone's is off. */
import {t} from './words.js';

const MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
const ZONE = 'Asia/Shanghai';

/** 刚刚, 12 分钟, 3 小时, 2 天. */
export function age(ms) {
  if (ms < MINUTE) return t('age_now');
  if (ms < HOUR) return t('age_minutes', {n: Math.floor(ms / MINUTE)});
  return ms < 2 * DAY ? t('age_hours', {n: Math.floor(ms / HOUR)}) : t('age_days', {n: Math.floor(ms / DAY)});
}

export const dayOf = at => new Date(at).toLocaleDateString('sv-SE', {timeZone: ZONE});
export const clock = at => new Date(at).toLocaleTimeString('zh-CN', {timeZone: ZONE, hour: '2-digit', minute: '2-digit', hour12: false});

/** 3-18 10:00, or only 10:00 when it is today. */
export function moment(at, now) {
  return dayOf(at) === dayOf(now) ? clock(at) : `${dayOf(at).slice(5)} ${clock(at)}`;
}

/** What stands beside a turn: late by so long, before when, or not before when. */
export function due(turn, now) {
  const until = Date.parse(turn.due), from = turn.opens ? Date.parse(turn.opens) : 0;
  if (from > now) return {tone: 'later', word: t('due_from', {at: moment(from, now)})};
  if (until < now) return {tone: 'late', word: t('due_late', {age: age(now - until)})};
  return {tone: dayOf(until) === dayOf(now) ? 'today' : 'then', word: t('due_before', {at: moment(until, now)})};
}
