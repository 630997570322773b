import { closeSync, constants, openSync, readSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import {
  type ArticleOutline,
  type ParsedArticle,
  plainAddress,
  scanOutline,
} from '@tamizdat/article-schema';
import { articleAddress } from '../addresses.ts';
import { dependsOnArticles } from '../pages/match-page.ts';
import { OUTLINE_BYTES } from '../limits.ts';
import { readArticles } from './parse-articles.ts';
import type { ParseJob } from './parse-job.ts';
import type { ContentFile } from './walk-content.ts';

/** A text whose links are checked. */
type Linking = Pick<ParsedArticle, 'references'>;

/**
 * The outlines of the articles that are not checked themselves. Only the beginning of a file is read;
 * one that says more there than can be scanned is parsed, and so is every article that a text of
 * `linking` leads to: which places its page has stands in its text. Where one leads to a list, all are parsed, since each
 * might stand on it.
 */
export function otherArticles(
  files: readonly ContentFile[],
  whole: readonly ParsedArticle[],
  linking: readonly Linking[],
  job: ParseJob,
): ParsedArticle[] {
  if (files.length === whole.length) return [];
  const checked = new Set(whole.map(({ outline }) => outline.path));
  const linked = linkedAddresses([...whole, ...linking]);
  const all = [...linked].some(dependsOnArticles);
  const isLinked = ({ address }: ArticleOutline): boolean =>
    all || (address !== undefined && linked.has(articleAddress(address)));
  const head = Buffer.alloc(OUTLINE_BYTES);
  return files
    .filter(({ path }) => !checked.has(path))
    .flatMap((file) => {
      const read = readHead(join(job.root, file.onDisk), head);
      if (read === undefined) return [];
      const outline = read.text === undefined ? undefined : scanOutline(read.text, file.path);
      return outline === undefined || isLinked(outline)
        ? parseOther(file, job)
        : [{ outline, problems: [] }];
    });
}

/** Its problems are not asked for, and its pictures are nobody's. */
function parseOther(file: ContentFile, job: ParseJob): ParsedArticle[] {
  if (leadsOut(file, job.root)) return [];
  return readArticles([file], { ...job, texts: false }).map(({ made }) => {
    const outline = { ...made.outline };
    delete outline.leadImage;
    return { ...made, outline, problems: [] };
  });
}

function leadsOut({ onDisk }: ContentFile, root: string): boolean {
  try {
    return !realpathSync(join(root, onDisk)).startsWith(`${realpathSync(root)}${sep}`);
  } catch {
    return true;
  }
}

function linkedAddresses(texts: readonly Linking[]): Set<string> {
  const targets = texts.flatMap(({ references }) => references?.links ?? []);
  return new Set(targets.map(({ target }) => plainAddress(target)));
}

const FENCE = Buffer.from('\n---\n');

/**
 * The beginning of a file to the end of its front matter; no text where that is not found, or where the
 * file is a link, which is looked into where it leads; undefined where there is no file.
 */
function readHead(file: string, head: Buffer): { text?: string } | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    const length = readSync(handle, head, 0, OUTLINE_BYTES, 0);
    const end = head.subarray(0, length).indexOf(FENCE, 3);
    return end === -1 ? {} : { text: head.toString('utf8', 0, end + FENCE.length) };
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : {};
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
