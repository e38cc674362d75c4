/** Which PINs are fit. */
export const SHORTEST = 4;

/** Digits only, and not the first ones anybody would try. */
export function isFit(pin) {
  const steps = new Set([...pin].slice(1).map((digit, at) => digit - pin[at]));
  return new RegExp(`^\\d{${SHORTEST},8}$`).test(pin) && !(steps.size === 1 && Math.abs([...steps][0]) <= 1);
}
