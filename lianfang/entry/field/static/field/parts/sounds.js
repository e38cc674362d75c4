/** Sounds of a result, so that one need not look: short is go, long is stop; made here, no files. */
const TUNES = {pass: [[880, .12]], register: [[880, .12], [880, .12]], observe: [[330, .5], [330, .5], [330, .5]],
  transfer: [[330, .5], [330, .5], [330, .5]], turn_back: [[392, .5], [392, .5]], manual_review: [[587, .6]], scanned: [[1200, .06]]};
let context = null;

export function play(name) {
  const tune = TUNES[name];
  const Context = globalThis.AudioContext;
  if (!tune || !Context) return;
  context ??= new Context();
  let at = context.currentTime + .02;
  for (const [pitch, length] of tune) {
    const tone = context.createOscillator(), loud = context.createGain();
    tone.frequency.value = pitch;
    tone.type = 'square';
    loud.gain.setValueAtTime(.2, at);
    loud.gain.setTargetAtTime(0, at + length - .02, .01);
    tone.connect(loud).connect(context.destination);
    tone.start(at);
    tone.stop(at + length + .05);
    at += length + .12;
  }
  navigator.vibrate?.(tune.flatMap(([, length]) => [length * 1000, 120]));
}
