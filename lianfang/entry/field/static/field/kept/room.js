/** Room on the phone: asked to be kept, warned of at four fifths, photos refused before records. */
export const FULL = 0.8,
  NO_PHOTOS = 0.9;

/** Ask the browser not to clear us away; it may say no. */
export const ask = async () => Boolean(await navigator.storage?.persist?.());

/** What there is: the share used, and whether it is time to warn or to refuse photos. */
export async function left() {
  const {usage = 0, quota = 0} = (await navigator.storage?.estimate?.()) ?? {};
  const share = quota ? usage / quota : 0;
  return {share, isShort: share >= FULL, refusesPhotos: share >= NO_PHOTOS, isKept: Boolean(await navigator.storage?.persisted?.())};
}
