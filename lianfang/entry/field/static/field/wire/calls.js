/** Speaking with the server: three ways it fails, told apart, so that a captive portal is never taken for a receipt. */
export class Away extends Error {} // no signal, or no answer in time
export class Strange extends Error {} // an answer, but not ours: somebody's login page, a proxy
export class Refused extends Error {
  // ours, and it says no
  constructor(status, told) {
    super(told.says || '');
    Object.assign(this, {status, says: told.says || '', mend: told.mend || '', forget: Boolean(told.forget)});
  }
}

const PATIENCE = 30_000;

const cookie = () => document.cookie.match(/(?:^|; )(?:__Host-)?csrf=([^;]+)/)?.[1] ?? '';

/** One call; the JSON of a 200, or one of the three. */
export async function call(method, path, {json, bytes, headers = {}, patience = PATIENCE} = {}) {
  let answer, told;
  try {
    answer = await fetch(`/api/v1/${path}`, {
      method,
      redirect: 'manual',
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
      body: bytes ?? (json && JSON.stringify(json)),
      headers: {...(json && {'Content-Type': 'application/json'}), ...(method !== 'GET' && {'X-CSRFToken': cookie()}), ...headers},
    });
    told = await answer.text();
  } catch (fault) {
    throw new Away(fault.message);
  }
  const isOurs = (answer.headers.get('Content-Type') || '').startsWith('application/json');
  if (answer.status >= 500) throw new Away(String(answer.status));
  if (!isOurs) throw new Strange(String(answer.status));
  let read;
  try {
    read = JSON.parse(told);
  } catch {
    throw new Away('cut short');
  }
  if (answer.status !== 200) throw new Refused(answer.status, read);
  return read;
}
