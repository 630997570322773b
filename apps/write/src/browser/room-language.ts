import { ROOM_LANGUAGES, ROOM_WORDS, type RoomLanguage } from '../words/room-words.ts';

const KEY = 'room-language';

/** The interface’s language: the one chosen here before, else the browser’s. */
export function roomLanguage(): RoomLanguage {
  const wanted = [localStorage.getItem(KEY) ?? '', ...navigator.languages];
  const found = wanted.flatMap((tag) =>
    ROOM_LANGUAGES.filter((code) => tag.split('-')[0] === code),
  );
  return found[0] ?? ROOM_LANGUAGES[0];
}

/** A button that changes the interface’s language. */
export function offerLanguage(current: RoomLanguage, label: string): void {
  const other = ROOM_LANGUAGES.find((code) => code !== current) ?? current;
  const button = document.createElement('button');
  button.className = 'room-language';
  button.lang = other;
  button.textContent = label;
  button.addEventListener('click', () => {
    localStorage.setItem(KEY, other);
    location.reload();
  });
  document.body.append(button);
  // Over a form it would be in the way.
  const show = () => {
    button.hidden = /\/(?:new|entries)\b/.test(location.hash);
  };
  globalThis.addEventListener('hashchange', show);
  show();
}

interface Phrases {
  [name: string]: string | Phrases;
}

/** Puts the room’s words in the place of Decap’s: its “Publish” only saves where the room is this machine’s own. */
export function registerPhrases(language: RoomLanguage, local: boolean): void {
  const { always, local: saving } = ROOM_WORDS[language].decap;
  const phrases = structuredClone(CMS.getLocale(language)) as Phrases;
  for (const [path, phrase] of Object.entries({ ...always, ...(local ? saving : {}) })) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    const group = names.reduce<Phrases>((at, name) => (at[name] ??= {}) as Phrases, phrases);
    group[last] = phrase;
  }
  CMS.registerLocale(language, phrases);
}
