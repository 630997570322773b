import { frontAddress } from '@tamizdat/archive';
import type { Stick } from '../stick.ts';

/** Where the start page of a language stands: at the root where there is no other. */
export const frontPath = ({ editions }: Pick<Stick, 'editions'>, lang: string): string =>
  editions.length > 1 ? frontAddress(lang) : 'index.html';

/** The search page, as on the site. */
export const searchPath = (lang: string): string => `${lang}/search.html`;

/** Folder of the index of a language. */
export const indexFolder = (lang: string): string => `search/${lang}/`;

/** Tells how old a copy is. */
export const AGE_SCRIPT = 'kit/age.js';
/** Asks the index. */
export const SEARCH_SCRIPT = 'kit/search.js';
/** How pages look. */
export const LOOK = 'kit/look.css';
