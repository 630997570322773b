import { createHash } from 'node:crypto';
import type { StickEdition } from '@tamizdat/stick';
import { ZIM_DESCRIPTION_MAX, ZIM_TITLE_MAX } from '../limits.ts';
import { zimLanguage } from './language-code.ts';

/** Where things lie for `zimwriterfs`; paths of the icon and of the first page are from the folder. */
export interface ZimPlaces {
  folder: string;
  icon: string;
  out: string;
}

/** What `zimwriterfs` is told. One thread, so that what it writes has one order. */
export function zimArguments(
  { lang, name, description, asOf }: StickEdition,
  { folder, icon, out }: ZimPlaces,
): string[] {
  return [
    '--welcome=index.html',
    `--illustration=${icon}`,
    `--language=${zimLanguage(lang)}`,
    `--title=${shorten(name, ZIM_TITLE_MAX)}`,
    `--description=${shorten(`${asOf}. ${description}`, ZIM_DESCRIPTION_MAX)}`,
    `--creator=${shorten(name, ZIM_DESCRIPTION_MAX)}`,
    `--publisher=${shorten(name, ZIM_DESCRIPTION_MAX)}`,
    `--name=${nameOf(name, lang)}`,
    '--scraper=tamizdat',
    '--threads=1',
    folder,
    out,
  ];
}

/** A name that stays from issue to issue, in ASCII. */
const nameOf = (name: string, lang: string): string =>
  `tamizdat_${lang.toLowerCase()}_${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;

/** At most so many characters, as people count them, on one line. */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment);
  return letters.length <= most
    ? line
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
