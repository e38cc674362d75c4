/** Ids made where a record is born: UUIDv7, never twice, in order within a page. */
let last = 0,
  count = 0;

export function uuid7(ms = Date.now()) {
  if (ms <= last) {
    ms = last;
    count += 1;
  } else {
    last = ms;
    count = 0;
  }
  if (count > 0xfff) {
    last = ms += 1;
    count = 0;
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let at = 5; at >= 0; at -= 1) {
    bytes[at] = ms % 256;
    ms = Math.floor(ms / 256);
  }
  bytes[6] = 0x70 | (count >> 8);
  bytes[7] = count & 0xff;
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A moment of the phone's own clock with its zone, as it goes on the wire: 2020-03-18T18:31:07.250+08:00. */
export function moment(at = new Date()) {
  const ahead = -at.getTimezoneOffset();
  const two = n => String(Math.floor(Math.abs(n))).padStart(2, '0');
  return (
    new Date(at.getTime() + ahead * 60000).toISOString().slice(0, -1) + (ahead < 0 ? '-' : '+') + two(ahead / 60) + ':' + two(ahead % 60)
  );
}
