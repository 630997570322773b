import type { Archive } from '@tamizdat/archive';
import { buildStick } from '@tamizdat/stick';
import { say } from '../language/say.ts';
import { PICTURE_SIZES, type PictureSize } from './arguments.ts';
import { type Chosen, yearsOf } from './choose.ts';
import { compose, type Setting } from './compose.ts';
import { gather, picturesOf } from './gather.ts';
import { drawForStick, type PicturePlace, playOnStick, type Recordings } from './pictures.ts';

/** How much a year of a language takes, in bytes. */
export interface YearSize {
  lang: string;
  year: string;
  articles: number;
  /** Pages and search, as a folder; a zip takes about a third. */
  text: number;
  /** Pictures by their size. */
  pictures: Record<PictureSize, number>;
  /** Audio and video, with --recordings. */
  recordings: number;
}

/** Measures each year of each language, by making all of it but the files. */
export async function measureYears(
  door: Archive,
  chosen: readonly Chosen[],
  place: PicturePlace,
  setting: Setting,
): Promise<YearSize[]> {
  const sizes: YearSize[] = [];
  for (const one of chosen)
    for (const year of yearsOf([one])) {
      const articles = one.articles.filter(({ address }) => address.year === year);
      const whole = { lang: one.lang, articles };
      const pictures = { large: 0, medium: 0, small: 0 };
      const recordings: Recordings = new Map();
      const play = playOnStick({ ...place, isTaken: false, say: String }, recordings);
      let text = 0;
      for (const size of Object.keys(PICTURE_SIZES) as PictureSize[]) {
        const found = new Map<string, number>();
        const draw = drawForStick(place, size, found);
        const own = { sources: place.sources, draw, play, hosts: setting.hosts };
        const shown = await gather(door, whole, own, setting.addresses);
        pictures[size] = sum(picturesOf(shown).map((name) => found.get(name) ?? 0));
        if (size !== 'large') continue;
        const files = await buildStick(
          await compose(setting, [{ lang: one.lang, articles: shown }]),
        );
        text = sum(files.map((file) => Buffer.byteLength(file.text)));
      }
      sizes.push({
        lang: one.lang,
        year,
        articles: articles.length,
        text,
        pictures,
        recordings: sum(recordings.values()),
      });
    }
  return sizes;
}

const sum = (bytes: Iterable<number>): number => [...bytes].reduce((all, one) => all + one, 0);

/** The same as a table for people. */
export function describeSizes(sizes: readonly YearSize[]): string {
  const head = say({
    en: 'year|articles|text, kB|+ large|+ medium|+ small|+ recordings',
    ru: 'год|статей|текст, кБ|+ large|+ medium|+ small|+ записи',
  }).split('|');
  const rows = sizes.map(({ lang, year, articles, text, pictures, recordings }) => [
    `${year} ${lang}`,
    String(articles),
    ...[text, pictures.large, pictures.medium, pictures.small, recordings].map((bytes) =>
      String(Math.ceil(bytes / 1000)),
    ),
  ]);
  const widths = head.map((cell, at) =>
    Math.max(...[head, ...rows].map((row) => row[at]?.length ?? cell.length)),
  );
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  );
  return `${lines.join('\n')}\n`;
}
