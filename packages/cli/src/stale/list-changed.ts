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
import { describeBuild } from '../build/describe-build.ts';
import type { BuiltTree, Standing } from './compare-content.ts';
import { isShown, type MadeOf } from './made-of.ts';

/** Lists files of a content folder that are new, gone or have other bytes than those that were read. */
export function listChanged(content: string, { files }: MadeOf): string[] {
  const now = digestFolder(content, files);
  const before = new Map(files.map(([file, , , digest]) => [file, digest]));
  const all = new Set([...before.keys(), ...now.keys()]);
  return [...all].filter((file) => isShown(file) && before.get(file) !== now.get(file)).sort();
}

/** Lists pages on which an article stands that the content shows no longer, or less of. */
export async function listStanding(
  folder: string,
  tree: Omit<BuiltTree, 'madeOf'>,
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
  return [...tree.addresses].filter(isArticleAddress).flatMap((address): Standing[] => {
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
