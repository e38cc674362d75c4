/** The app's own words in the chosen language; what a loop says of itself comes with the area, in that language too. */
import en from '../vocabulary/en.js';
import zh from '../vocabulary/zh.js';

const CATALOGUES = {'zh-hans': zh, en};
export const NAMES = Object.fromEntries(Object.entries(CATALOGUES).map(([code, words]) => [code, words.language_name]));

export function language() {
  const chosen = globalThis.document?.cookie.match(/(?:^|; )language=([\w-]+)/)?.[1];
  return chosen in CATALOGUES ? chosen : 'zh-hans';
}

/** The cookie pages read too; the area's words come anew at the next contact. */
export function speak(chosen) {
  document.cookie = `language=${chosen}; path=/; max-age=31536000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
  document.documentElement.lang = chosen === 'en' ? 'en' : 'zh-CN';
}

/** The words of a key with its places filled. */
export function t(key, places = {}) {
  const said = CATALOGUES[language()][key] ?? key;
  return said.replace(/\{(\w+)\}/g, (_, name) => places[name] ?? '');
}
