import { writeFileSync } from 'node:fs';
import { localized } from '@tamizdat/render';
import { buildStick } from '@tamizdat/stick';
import { say } from '../language/say.ts';
import { parseMax } from './arguments.ts';
import { compose } from './compose.ts';
import { picturesOf } from './gather.ts';
import { drawOutletIcon } from './icon.ts';
import { XDC_ARTICLES_MAX, XDC_ICON } from './limits.ts';
import { type Gathered, gatherAll, type Making, reportOf } from './making.ts';
import { listFiles, type OutFile, zipInMemory } from './out-file.ts';
import { placeWhole } from './place-out.ts';
import type { Report } from './report.ts';

/** Makes an app for messengers of as many of the newest articles as have room. @throws Error where not even one has */
export async function makeXdc(making: Making): Promise<Report> {
  const { door, out, editions, options } = making;
  const max = parseMax(options.max);
  const [edition] = editions;
  const outlet = await door.outlet();
  const newest = editions.map(({ lang, articles }) => ({
    lang,
    articles: articles.slice(0, XDC_ARTICLES_MAX),
  }));
  const gathered = await gatherAll({ ...making, editions: newest });
  const name = localized(outlet.name, edition?.lang ?? '', outlet);
  const own = [
    fileOf('manifest.toml', Buffer.from(`name = ${JSON.stringify(name)}\n`)),
    fileOf('icon.png', await drawOutletIcon(making.place.content, outlet, XDC_ICON)),
  ];
  const fitted = await fit(making, gathered, own, max);
  if (fitted === undefined) throw new Error(describeHeavy(max));
  await placeWhole(out, (part) => {
    writeFileSync(part, fitted.bytes, { flag: 'wx' });
    return Promise.resolve();
  });
  const counts = { pictures: fitted.pictures, bytes: fitted.bytes.length };
  const of = editions.reduce((sum, { articles }) => sum + articles.length, 0);
  return { ...reportOf(making, fitted.gathered, counts), of };
}

interface Fitted {
  bytes: Buffer;
  pictures: number;
  gathered: Gathered[];
}

/** The most articles, newest first, that fit: halved until it is found. */
async function fit(
  making: Making,
  gathered: readonly Gathered[],
  own: readonly OutFile[],
  max: number,
): Promise<Fitted | undefined> {
  let fits = 0;
  let fitted: Fitted | undefined;
  let tooMany = Math.max(...gathered.map(({ articles }) => articles.length)) + 1;
  while (tooMany - fits > 1) {
    const count = fits === 0 && tooMany > 64 ? 32 : Math.floor((fits + tooMany) / 2);
    const tried = await pack(making, gathered, own, count);
    if (tried.bytes.length <= max) {
      fits = count;
      fitted = tried;
    } else tooMany = count;
  }
  return fitted;
}

async function pack(
  { place, setting }: Making,
  gathered: readonly Gathered[],
  own: readonly OutFile[],
  count: number,
): Promise<Fitted> {
  const some = gathered.map(({ lang, articles, recordings }) => ({
    lang,
    articles: articles.slice(0, count),
    recordings,
  }));
  const texts = await buildStick(await compose(setting, some));
  const pictures = picturesOf(some.flatMap(({ articles }) => articles));
  const bytes = await zipInMemory([...listFiles(texts, pictures, place), ...own]);
  return { bytes, pictures: pictures.length, gathered: some };
}

const fileOf = (path: string, bytes: Uint8Array): OutFile => ({
  path,
  isStored: false,
  load: () => Promise.resolve(bytes),
});

const describeHeavy = (max: number): string =>
  say({
    en: `Not even the newest article has room in ${max / 1000} kB: nothing was written. Take --pictures none, or a larger --max.`,
    ru: `В ${max / 1000} кБ не помещается даже последняя статья; ничего не записано. Возьмите --pictures none или --max побольше.`,
  });
