import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  articleAddress,
  buildClock,
  type Content,
  ContentError,
  digestFolder,
  formerPlaces,
  isArticleAddress,
  loadContent,
  visibilityOf,
} from '@tamizdat/archive';
import { listFormers } from '@tamizdat/article-schema';
import { describeBuild, type DescribedBuild } from '../build/describe-build.ts';
import { isShown, type MadeOf } from './made-of.ts';

type TakenBack = DescribedBuild['takenBack'];

/** An article's page that stands in a tree, and what the content says of the article now. */
export interface Standing {
  address: string;
  /** `gone`: deleted, a draft again, or not to be seen yet. */
  became: 'notice' | 'tombstone' | 'gone';
}

/** In what a tree is older than its content. */
export interface Stale {
  /** Files of the content that are new, gone or have other bytes, relative to it. */
  changed: string[];
  /** What has come at which something was to appear or to go, RFC 3339. */
  due: string | undefined;
  standing: Standing[];
}

/** A tree that was built. */
export interface BuiltTree {
  madeOf: MadeOf;
  takenBack: TakenBack;
  /** Addresses of its files. */
  addresses: Iterable<string>;
}

/**
 * Compares a tree with the content now. Files that have the stamp with which the build read them are not opened; the
 * content is parsed only where something changed.
 * @param content Its folder.
 * @param now Milliseconds since 1970.
 * @returns undefined where the content is not at hand
 */
export async function compareContent(
  content: string,
  { madeOf, takenBack, addresses }: BuiltTree,
  now: number,
): Promise<Stale | undefined> {
  if (!existsSync(path.join(content, 'outlet.yaml'))) return undefined;
  const changed = listChanged(madeOf, digestFolder(content, madeOf.files));
  const { until } = madeOf;
  const due = until !== undefined && Date.parse(until) <= now ? until : undefined;
  if (changed.length === 0) return { changed, due, standing: [] };
  const articles = [...addresses].filter(isArticleAddress);
  return { changed, due, standing: await listStanding(content, { articles, takenBack }, now) };
}

function listChanged({ files }: MadeOf, now: ReadonlyMap<string, string>): string[] {
  const before = new Map(files.map(([file, , , digest]) => [file, digest]));
  const all = new Set([...before.keys(), ...now.keys()]);
  return [...all].filter((file) => isShown(file) && before.get(file) !== now.get(file)).sort();
}

/** Lists pages on which an article stands that the content shows no longer, or less of. */
async function listStanding(
  folder: string,
  tree: { articles: readonly string[]; takenBack: TakenBack },
  now: number,
): Promise<Standing[]> {
  const content = await loadContent(folder).catch((error: unknown) => {
    if (error instanceof ContentError) return undefined;
    throw error;
  });
  if (content === undefined) return [];
  const clock = clockOf(content, now);
  const { takenBack } = describeBuild(content, clock, false);
  const served = listServed(content, clock);
  return tree.articles.flatMap((address): Standing[] => {
    const [became, before] = [takenBack[address], tree.takenBack[address]];
    if (became !== undefined)
      return became === before || before === 'tombstone' ? [] : [{ address, became }];
    if (served.has(address)) return [];
    const broken = readBroken(content, folder, address);
    return broken === 'kept' ? [] : [{ address, became: broken ?? 'gone' }];
  });
}

const clockOf = (content: Content, now: number): string =>
  buildClock({ ...content, fronts: content.fronts.values() }, new Date(now).toISOString());

/** All addresses at which readers find an article, or are led to one or to something else. */
function listServed(content: Content, clock: string): Set<string> {
  const seen = content.articles.filter(
    (article) => visibilityOf(article, clock, false) !== 'hidden',
  );
  return new Set([
    ...seen.flatMap(({ address, formerAddresses = [] }) => [
      articleAddress(address),
      ...formerAddresses.flatMap(formerPlaces),
    ]),
    ...listFormers(content).flatMap((former) => formerPlaces(former.address)),
  ]);
}

/**
 * What is to become of an article that is at its place and has an error: it is kept until that is mended, unless it says
 * that it is taken back.
 */
function readBroken(
  { problems }: Content,
  folder: string,
  address: string,
): Standing['became'] | 'kept' | undefined {
  const place = `articles/${address.replace(/\/([^/]+)\.html$/, '-$1')}/index.md`;
  const hasError = problems.some(
    ({ severity, file }) => severity === 'error' && file.endsWith(`/${place}`),
  );
  const file = path.join(folder, place);
  if (!hasError || !existsSync(file)) return undefined;
  const [, status] =
    /^status: {0,9}["']?(withdrawn|removed)/m.exec(readFileSync(file, 'utf8')) ?? [];
  if (status === undefined) return 'kept';
  return status === 'removed' ? 'tombstone' : 'notice';
}
