import type { Outlet, OutletWords } from '@tamizdat/article-schema';
import type { DecapConfig } from '../config/decap.ts';
import type { RoomLanguage } from '../words/room-words.ts';

/** `room.json`: what the room in the browser knows of its outlet. */
export interface RoomData {
  configs: Record<RoomLanguage, DecapConfig>;
  outlet: Outlet;
  /** Names of authors by id and language, for previews. */
  authors: Record<string, Readonly<Record<string, string>>>;
  /** The outlet’s own words by language, set as it is printed. */
  ownWords: Record<string, OutletWords>;
}
