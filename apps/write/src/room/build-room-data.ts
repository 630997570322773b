import type { Author, Outlet } from '@tamizdat/article-schema';
import { buildConfig } from '../config/build-config.ts';
import type { RoomSettings } from '../config/room-settings.ts';
import type { RoomData } from './room-data.ts';

/** What the room in the browser is given of an outlet. Names of authors alone: the rest stays in the files. */
export function buildRoomData(
  outlet: Outlet,
  authors: readonly Author[],
  settings: RoomSettings | undefined,
): RoomData {
  return {
    configs: { en: buildConfig(outlet, settings, 'en'), ru: buildConfig(outlet, settings, 'ru') },
    outlet,
    authors: Object.fromEntries(authors.map(({ id, name }) => [id, name])),
  };
}
