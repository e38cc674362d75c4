/** Where the phone is, only where its owner has allowed it in the settings; never waited for. */
import {recall, remember} from './store.js';

const FRESH = 10 * 60_000;
let last = null;

export const isAllowed = async () => Boolean(await recall('place'));
export const allow = wanted => remember('place', wanted);

/** Look, so that it is known by the time something is saved. */
export async function ask() {
  if (!navigator.geolocation || !(await isAllowed())) {
    last = null;
    return;
  }
  navigator.geolocation.getCurrentPosition(
    found => {
      last = found;
    },
    () => {},
    {maximumAge: 60_000, timeout: 20_000},
  );
}

export function known() {
  if (!last || Date.now() - last.timestamp > FRESH) return null;
  const {latitude, longitude, accuracy} = last.coords;
  return {lat: Number(latitude.toFixed(5)), lon: Number(longitude.toFixed(5)), m: Math.round(accuracy)};
}
