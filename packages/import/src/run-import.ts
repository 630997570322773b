import { parseArticle, type Outlet } from '@tamizdat/article-schema';
import { carriedAttempts } from './article/carried-fields.ts';
import { composeArticle, type Composing, taxaOf } from './article/compose-article.ts';
import { gatherPictures } from './article/gather-pictures.ts';
import { detachText } from './article/detach-text.ts';
import { digestText } from './article/import-id.ts';
import { addressOf, type ArticleIndex, type Place } from './article/index-articles.ts';
import { listPictures } from './convert/html-to-markdown.ts';
import { showWordpress } from './convert/wordpress-html.ts';
import { count, type Counts, mendText } from './convert/mend-text.ts';
import { RECORD_MAX_LENGTH } from './limits.ts';
import type { ImportMap } from './plan/map.ts';
import type { Reason, Source, SourceArticle } from './record.ts';
import { Tally } from './report/tally.ts';
import { ArticleWriter } from './write/article-writer.ts';
import { findPicture } from './write/find-picture.ts';
import { type Journal, journalKey } from './write/journal.ts';

/** What an import is told; all of it is handed in. */
export interface ImportRun {
  source: Source;
  map: ImportMap;
  index: ArticleIndex;
  journal: Journal;
  /** Folder of the content, whose outlet.yaml knows the map's sections, tags and authors. */
  content: string;
  outlet: Outlet;
  authors: ReadonlySet<string>;
  /** Folder of the uploads; without it no picture comes along. */
  uploads?: string | undefined;
  /** RFC 3339. */
  now: string;
  tally: Tally;
}

/** What became of the articles of a source. */
export interface Outcome {
  written: string[];
  updated: string[];
  unchanged: number;
  /** Changed here and in the source: neither is written over. */
  differing: string[];
  /** Changed or deleted here, and not in the source. */
  kept: string[];
  missingPictures: { key: string; address: string }[];
}

/** Ways of making texts change with the kit: raised, so that what nobody touched is made anew. */
const RECIPE = 2;

/**
 * Writes the articles of a source into a content folder, one after another, each whole or not at all. What was written
 * before and not touched since is updated; what somebody edited stays. May be killed at any point and run again.
 */
export async function runImport(run: ImportRun): Promise<Outcome> {
  const outcome: Outcome = {
    written: [],
    updated: [],
    unchanged: 0,
    differing: [],
    kept: [],
    missingPictures: [],
  };
  const writer = new ArticleWriter(run.content, run.journal);
  const links = new Map<string, Set<string>>();
  const refused = new Set<string>();
  for await (const [article, place] of placed(run)) {
    const became = await takeArticle(article, place, run, writer, outcome, (address) => {
      links.set(address, (links.get(address) ?? new Set()).add(article.key));
    });
    if (became === 'refused') refused.add(addressOf(place));
  }
  await unlinkRefused(run, writer, refused, links);
  return outcome;
}

/** The articles of a source that have a place, each key once. */
async function* placed({
  source,
  index,
}: ImportRun): AsyncGenerator<readonly [SourceArticle, Place]> {
  const seen = new Set<string>();
  for await (const item of source.items()) {
    if (!('article' in item) || seen.has(item.article.key)) continue;
    const place = index.places.get(item.article.key);
    if (place === undefined) continue;
    seen.add(item.article.key);
    yield [item.article, place];
  }
}

/** Nothing leads to what was refused, which is known only when all are written: texts that did are written anew. */
async function unlinkRefused(
  run: ImportRun,
  writer: ArticleWriter,
  refused: ReadonlySet<string>,
  links: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<void> {
  const { index } = run;
  for (const [old, address] of index.links) if (refused.has(address)) index.links.delete(old);
  index.moves = index.moves.filter(([, address]) => !refused.has(address));
  const keys = new Set([...refused].flatMap((address) => [...(links.get(address) ?? [])]));
  if (keys.size === 0) return;
  const again: ImportRun = { ...run, tally: new Tally() };
  for await (const [article, place] of placed(run))
    if (keys.has(article.key))
      await takeArticle(article, place, again, writer, undefined, () => undefined);
}

async function takeArticle(
  article: SourceArticle,
  place: Place,
  run: ImportRun,
  writer: ArticleWriter,
  /** Absent: it was written a moment ago, and is written anew. */
  outcome: Outcome | undefined,
  tellLink: (address: string) => void,
): Promise<'refused' | undefined> {
  const { map, index, tally } = run;
  const { key, title } = article;
  const refuse = (reason: Reason, detail?: string): 'refused' => {
    tally.leaveOut(reason, { key, title, detail });
    return 'refused';
  };
  if (article.html.length > RECORD_MAX_LENGTH) return refuse('too-long');
  const digest = digestOf(article, place, run);
  const noted = journalKey(map.from, key);
  const state = writer.stateOf(noted, place, digest);
  if (outcome !== undefined && state.is !== 'new' && state.is !== 'update') {
    if (state.is === 'unchanged') outcome.unchanged += 1;
    else outcome[state.is].push(place.folder);
    return undefined;
  }
  const at = state.at ?? run.now;
  const mended = mendText(article.html, tally.converted);
  const html = article.form === 'wordpress' ? showWordpress(mended, tally.converted) : mended;
  const lead = article.picture === undefined ? [] : [article.picture.address];
  const own = new Set(map.ownHosts);
  const pictures = await gatherPictures(
    [...lead, ...listPictures(html)],
    (address) =>
      run.source.findPicture?.(key, address) ??
      (run.uploads === undefined ? undefined : findPicture(address, run.uploads, own)),
    tally.converted,
  );
  const keepsOwnId = 'hasFeedId' in state && !state.hasFeedId;
  const given = { map, index, place, pictures, at, tellLink, keepsOwnId };
  const composed = composeTaken({ ...article, html }, given, run);
  if ('refused' in composed) return refuse(composed.refused, composed.detail);
  const files = pictures.files.filter(({ name }) => composed.used.has(name));
  const became = writer.write(composed.text, files, place, { key: noted, source: digest, at });
  if (outcome === undefined) return undefined;
  for (const address of pictures.missing)
    outcome.missingPictures.push({ key, address: detachText(address) });
  if (became === 'same') outcome.unchanged += 1;
  else if (became === 'differing') outcome.differing.push(place.folder);
  else (state.is === 'update' ? outcome.updated : outcome.written).push(place.folder);
  return undefined;
}

/** Composes an article with the fields that it brought along, as far as this outlet takes them. */
function composeTaken(
  article: SourceArticle,
  given: Omit<Composing, 'counts'>,
  run: ImportRun,
): { text: string; used: ReadonlySet<string> } | { refused: Reason; detail?: string } {
  let refused: { refused: Reason; detail?: string } = { refused: 'malformed' };
  for (const carried of carriedAttempts(article.carried)) {
    const counts: Counts = new Map();
    const composed = composeArticle({ ...article, carried }, { ...given, counts });
    if ('refused' in composed) {
      if (composed.refused !== 'carried') refused = { refused: composed.refused };
      continue;
    }
    const refusal = refusalOf(composed.text, given.place, run);
    if (refusal !== undefined) {
      refused = { refused: 'check', detail: refusal };
      continue;
    }
    for (const [what, times] of counts) count(run.tally.converted, what, times);
    if (carried !== article.carried)
      count(run.tally.converted, 'articles whose fields from Tamizdat this outlet does not take');
    return composed;
  }
  return refused;
}

/** SHA-256 of everything that decides what is written of an article; what the map says of others is not among it. */
function digestOf(article: SourceArticle, place: Place, { map, uploads }: ImportRun): string {
  const { from, ownHosts } = map;
  const mapped = taxaOf(article, map, new Map());
  return digestText(
    JSON.stringify([RECIPE, article, place, from, ownHosts, mapped, uploads !== undefined]),
  );
}

/** What the check would refuse is not written: no import leaves content that does not build. */
function refusalOf(
  text: string,
  place: Place,
  { outlet, authors, now }: ImportRun,
): string | undefined {
  const { problems } = parseArticle(text, {
    path: `${place.folder}/index.md`,
    outlet,
    authors,
    now,
  });
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return undefined;
  const codes = [...new Set(errors.map(({ code }) => code))].join(', ');
  return `${codes}: ${first.message}`;
}
