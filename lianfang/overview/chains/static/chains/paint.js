/** One frame of the chain: the days, the links, the cases; only what lies on the board, in as few strokes as it takes. */
const INK = '#14202b', GREY = '#8a949f', PALE = '#e3e8ee';

const BESIDE = 0.4; // so much more than the board is drawn ahead on each side, so that moving it only moves a picture
const still = {board: null, x: 0, y: 0, sx: 0, sy: 0, colours: null, wide: 0, high: 0, chain: null};

/** One frame: the days anew, the chain as it was drawn ahead, what is picked on top. */
export function paint(board, chain, view, dayOf) {
  const pen = board.getContext('2d'), radius = Math.min(7, Math.max(view.sy > 3 ? 3 : 1.4, view.sy * 0.42));
  const beside = view.wide * BESIDE, above = view.high * BESIDE;
  const isSame = still.chain === chain && still.sx === view.sx && still.sy === view.sy && still.colours === view.colours
    && still.wide === view.wide && still.high === view.high;
  if (!isSame || Math.abs(view.x - still.x) > beside || Math.abs(view.y - still.y) > above) ahead(board, chain, view, radius, beside, above);
  pen.clearRect(0, 0, view.wide, view.high);
  days(pen, chain, view, dayOf);
  pen.drawImage(still.board, view.x - still.x - beside, view.y - still.y - above, view.wide + 2 * beside, view.high + 2 * above);
  if (view.picked >= 0) picked(pen, chain, view, radius);
}

/** Links, cases and numbers, on a picture larger than the board. */
function ahead(board, chain, view, radius, beside, above) {
  const sharp = board.width / view.wide, wide = view.wide + 2 * beside, high = view.high + 2 * above;
  still.board ??= document.createElement('canvas');
  still.board.width = Math.round(wide * sharp);
  still.board.height = Math.round(high * sharp);
  const pen = still.board.getContext('2d'), larger = {...view, x: view.x + beside, y: view.y + above, wide, high};
  pen.setTransform(sharp, 0, 0, sharp, 0, 0);
  links(pen, chain, larger);
  cases(pen, chain, larger, radius);
  if (view.sy >= 13) labels(pen, chain, larger, radius);
  Object.assign(still, {chain, x: view.x, y: view.y, sx: view.sx, sy: view.sy, colours: view.colours, wide: view.wide, high: view.high});
}

const across = (view, chain, n) => view.x + chain.days[n] * view.sx;
const down = (view, chain, n) => view.y + chain.rows[n] * view.sy;

/** A line and a word for so many days that words do not touch. */
function days(pen, chain, view, dayOf) {
  const step = [1, 2, 7, 14, 28, 56, 112].find(n => n * view.sx >= 46) ?? 224;
  pen.font = '13px sans-serif';
  pen.strokeStyle = PALE; pen.lineWidth = 1; pen.fillStyle = '#44525f'; pen.textAlign = 'center';
  pen.beginPath();
  for (let day = Math.max(0, Math.floor(-view.x / view.sx / step) * step); day <= chain.last + step; day += step) {
    const x = view.x + day * view.sx;
    if (x > view.wide + 30) break;
    pen.moveTo(x, 22); pen.lineTo(x, view.high);
    pen.fillText(dayOf(day).slice(5), x, 15);
  }
  pen.stroke();
}

/** From the source down or up on its own day, then to the right; possible ones dashed. */
function links(pen, chain, view) {
  for (const sure of [1, 0]) {
    pen.beginPath();
    for (const [source, item, isSure] of chain.links) {
      if (isSure === sure) elbow(pen, chain, view, source, item, sure || chain.above[item] === source);
    }
    pen.strokeStyle = sure ? GREY : '#b05e12';
    pen.lineWidth = view.sy < 4 ? 0.6 : 1.2;
    if (!sure) pen.setLineDash([5, 4]);
    pen.globalAlpha = !sure && view.sy < 4 ? 0.35 : 1;
    pen.stroke();
    pen.setLineDash([]);
    pen.globalAlpha = 1;
  }
}

function elbow(pen, chain, view, source, item, isOwn) {
  const x = across(view, chain, source), y = down(view, chain, source), right = across(view, chain, item), row = down(view, chain, item);
  if (Math.max(x, right) < 0 || Math.min(x, right) > view.wide || Math.max(y, row) < 0 || Math.min(y, row) > view.high) return;
  pen.moveTo(x, y);
  if (isOwn) pen.lineTo(x, row);
  pen.lineTo(right, row);
}

/** Cases of one colour in one stroke: round, square where imported, hollow where no onset is known. */
function cases(pen, chain, view, radius) {
  const full = new Map(), hollow = new Map();
  for (let n = 0; n < chain.days.length; n += 1) {
    const x = across(view, chain, n), y = down(view, chain, n);
    if (x < -8 || x > view.wide + 8 || y < -8 || y > view.high + 8) continue;
    const kind = chain.nodes[n][3] ? full : hollow, colour = view.colours[n];
    if (!kind.has(colour)) kind.set(colour, new Path2D());
    const path = kind.get(colour);
    if (radius < 2.5 || chain.nodes[n][7]) path.rect(x - radius, y - radius, radius * 2, radius * 2);
    else { path.moveTo(x + radius, y); path.arc(x, y, radius, 0, Math.PI * 2); }
  }
  for (const [colour, path] of full) { pen.fillStyle = colour; pen.fill(path); }
  pen.lineWidth = radius < 2.5 ? 0.8 : 2;
  for (const [colour, path] of hollow) { pen.fillStyle = '#fff'; pen.fill(path); pen.strokeStyle = colour; pen.stroke(path); }
}

/** The way up to the first of its chain, and whom it infected. */
function picked(pen, chain, view, radius) {
  pen.strokeStyle = INK; pen.lineWidth = 2.4;
  pen.beginPath();
  for (let n = view.picked; chain.above[n] >= 0; n = chain.above[n]) elbow(pen, chain, view, chain.above[n], n, true);
  for (const one of chain.below[view.picked]) elbow(pen, chain, view, view.picked, one, true);
  pen.stroke();
  pen.beginPath();
  pen.arc(across(view, chain, view.picked), down(view, chain, view.picked), radius + 4, 0, Math.PI * 2);
  pen.stroke();
}

/** How many days each case has to itself before the next one of its row. */
function roomBeside(chain) {
  const next = new Map(), room = new Array(chain.days.length).fill(Infinity);
  const later = [...chain.days.keys()].sort((a, b) => chain.days[b] - chain.days[a]);
  for (const n of later) {
    if (next.has(chain.rows[n])) room[n] = next.get(chain.rows[n]) - chain.days[n];
    next.set(chain.rows[n], chain.days[n]);
  }
  return room;
}

/** Numbers beside the cases, where there is room for them. */
function labels(pen, chain, view, radius) {
  const room = roomBeside(chain);
  pen.font = '12px sans-serif'; pen.textAlign = 'left';
  let written = 0;
  for (let n = 0; n < chain.days.length && written < 600; n += 1) {
    const x = across(view, chain, n), y = down(view, chain, n);
    if (x < 0 || x > view.wide || y < 0 || y > view.high) continue;
    const text = chain.nodes[n][1];
    if (room[n] * view.sx < pen.measureText(text).width + 2 * radius + 6) continue;
    written += 1;
    pen.strokeStyle = '#fff'; pen.lineWidth = 3;
    pen.strokeText(text, x + radius + 3, y + 4);
    pen.fillStyle = INK;
    pen.fillText(text, x + radius + 3, y + 4);
  }
}
