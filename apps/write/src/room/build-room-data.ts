import type { Author, Outlet, OutletWords } from '@tamizdat/article-schema';
import { setWords } from '@tamizdat/render';
import { buildConfig } from '../config/build-config.ts';
import type { RoomSettings } from '../config/room-settings.ts';
import type { RoomData } from './room-data.ts';

/** What the room in the browser is given of an outlet. Names of authors alone: the rest stays in the files. */
export function buildRoomData(
  {
    outlet,
    authors,
    words,
  }: {
    outlet: Outlet;
    authors: readonly Author[];
    words: ReadonlyMap<string, OutletWords>;
  },
  settings: RoomSettings | undefined,
): RoomData {
  return {
    configs: { en: buildConfig(outlet, settings, 'en'), ru: buildConfig(outlet, settings, 'ru') },
    outlet,
    authors: Object.fromEntries(authors.map(({ id, name }) => [id, name])),
    ownWords: Object.fromEntries(Array.from(words, ([lang, own]) => [lang, setWords(own, lang)])),
  };
}
