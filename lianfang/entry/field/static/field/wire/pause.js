/** How long to wait before the next try. */
const SOONEST = 5_000,
  LATEST = 300_000; // ms

/** When to try again: doubled each time, never twice the same, five minutes at most. */
export function pause(count, chance = Math.random()) {
  return Math.min(LATEST, SOONEST * 2 ** Math.min(count, 10)) * (0.5 + chance / 2);
}
