/** Sounds of a result, so that one need not look: short is go, long is stop; made here, no files. */
const TUNES = {
  pass: [[880, 0.12]],
  register: [
    [880, 0.12],
    [880, 0.12],
  ],
  observe: [
    [330, 0.5],
    [330, 0.5],
    [330, 0.5],
  ],
  transfer: [
    [330, 0.5],
    [330, 0.5],
    [330, 0.5],
  ],
  turn_back: [
    [392, 0.5],
    [392, 0.5],
  ],
  manual_review: [[587, 0.6]],
  scanned: [[1200, 0.06]],
};
let context = null;

export function play(name) {
  const tune = TUNES[name];
  const Context = globalThis.AudioContext;
  if (!tune || !Context) return;
  context ??= new Context();
  let at = context.currentTime + 0.02;
  for (const [pitch, length] of tune) {
    const tone = context.createOscillator(),
      loud = context.createGain();
    tone.frequency.value = pitch;
    tone.type = 'square';
    loud.gain.setValueAtTime(0.2, at);
    loud.gain.setTargetAtTime(0, at + length - 0.02, 0.01);
    tone.connect(loud).connect(context.destination);
    tone.start(at);
    tone.stop(at + length + 0.05);
    at += length + 0.12;
  }
  navigator.vibrate?.(tune.flatMap(([, length]) => [length * 1000, 120]));
}
