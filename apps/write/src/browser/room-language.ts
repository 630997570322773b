import { ROOM_LANGUAGES, type RoomLanguage } from '../words/room-words.ts';

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
}
