import { basename } from 'node:path';
import {
  type AcrossFinding,
  checkPlaces,
  type Outlet,
  type ParsedArticle,
  plainAddress,
  type TextReferences,
  unseenLink,
} from '@tamizdat/article-schema';
import { articleAddress, formerAddress, type Address } from '../addresses.ts';
import type { ArchiveSource } from '../archive.ts';
import { END_OF_TIME, instantOf } from '../instant.ts';
import { dependsOnArticles } from '../pages/match-page.ts';
import type { LoadedFiles } from './check-content.ts';
import { fragmentJudge } from './find-places.ts';
import { addressesDespite, LinkTargets } from './link-targets.ts';
import { outletDespite, type UnknownPart } from './outlet-despite.ts';
import { isNotShown, severityOf, showings } from './showings.ts';

/** A text whose links are checked. */
interface LinkingText {
  path: string;
  references?: Pick<TextReferences, 'links'>;
}

/** Links from the site’s root that lead to no page which readers of the text can open, or to no place of it. */
export async function checkTextLinks(
  loaded: LoadedFiles,
  pages: readonly { lang: string; slug: string }[],
  transcripts: readonly LinkingText[],
): Promise<AcrossFinding[]> {
  const { parsed, records } = loaded;
  const texts = [
    ...parsed.map(({ outline, references }) => ({
      path: outline.path,
      ...(references === undefined ? {} : { references }),
    })),
    ...records.pages,
    ...records.appeals,
    ...transcripts,
  ].filter(({ references }) => (references?.links.length ?? 0) > 0);
  if (texts.length === 0) return [];
  // Without a time nothing is yet to come.
  const now = instantOf(loaded.options.now ?? END_OF_TIME);
  const { outlet, unknown } = knownOutlet(loaded, texts);
  const targets = openTargets(loaded, pages, { outlet, unknown }, now);
  const seen = await targets.pagesAt(now);
  const removed = removedAddresses(parsed);
  const judgeFragment = fragmentJudge(loaded, { outlet, unknown }, (address) => seen.has(address));
  const shownAt = showings(loaded, now);
  const suggested = suggestions(parsed, seen);
  const findings = texts.map(async ({ path, references }) => {
    const shown = shownAt(path);
    const found = (references?.links ?? []).map(async (link) => {
      const address = plainAddress(link.target);
      const unseen = removed.has(address)
        ? { why: 'removed' as const }
        : await targets.judge(address, shown.from);
      return unseen === undefined || isNotShown(unseen, link, shown)
        ? []
        : [unseenLink(path, link, unseen, suggested(address), severityOf(unseen, shown))];
    });
    return [
      ...(await Promise.all(found)).flat(),
      ...checkPlaces(path, references?.links ?? [], judgeFragment),
    ];
  });
  return (await Promise.all(findings)).flat();
}

/** The outlet as far as it is known, and what of the content is not. */
export interface KnownOutlet {
  outlet: Outlet;
  unknown: ReadonlySet<UnknownPart>;
}

function knownOutlet({ records, parsed }: LoadedFiles, texts: readonly LinkingText[]): KnownOutlet {
  const mirrors = records.areMirrorsUnknown ? ['mirrors' as const] : [];
  if (records.outlet !== undefined) return { outlet: records.outlet, unknown: new Set(mirrors) };
  const targets = texts.flatMap(({ references }) => references?.links ?? []);
  const named = [
    ...targets.map(({ target }) => plainAddress(target).split('/')[0] ?? ''),
    ...parsed.flatMap(({ outline: { lang } }) => lang ?? []),
  ];
  const { outlet, unknown } = outletDespite(records.despite, named);
  return { outlet, unknown: new Set([...mirrors, ...unknown]) };
}

function openTargets(
  { records, parsed, sorted }: LoadedFiles,
  pages: readonly { lang: string; slug: string }[],
  { outlet, unknown }: KnownOutlet,
  now: number,
): LinkTargets {
  const source: ArchiveSource = {
    outlet,
    authors: records.authors,
    pages: records.pages.flatMap(({ value }) => value ?? []),
    mirrors: records.mirrors,
    fronts: new Map(),
    words: new Map(),
    articles: parsed.flatMap(({ value }) => value ?? []),
  };
  const faulty = parsed.filter(({ value }) => value === undefined);
  const read = new Set(source.pages.map(({ lang, slug }) => `${lang}/${slug}`));
  const faultyPages = pages.filter(({ lang, slug }) => !read.has(`${lang}/${slug}`));
  return new LinkTargets(
    {
      source,
      authors: new Set(sorted.authors.map(({ path }) => basename(path, '.yaml'))),
      despiteErrors: addressesDespite(
        faulty.map(({ outline }) => outline),
        faultyPages,
      ),
      unknown,
      broken: faulty.map(({ outline }) => outline),
    },
    now,
  );
}

function removedAddresses(parsed: readonly ParsedArticle[]): Set<Address> {
  const removed = parsed.flatMap(({ value }) => (value?.status === 'removed' ? [value] : []));
  return new Set(removed.map(({ address }) => articleAddress(address)));
}

/**
 * The addresses that a wrong one may have meant: the same whether all articles were read or only those that a checked
 * text leads to.
 */
function suggestions(
  parsed: readonly ParsedArticle[],
  seen: ReadonlySet<Address>,
): (wrong: Address) => ReadonlySet<Address> {
  // Made for the first wrong address: there are more pages than articles.
  let always: ReadonlySet<Address> | undefined;
  const listAlways = (): ReadonlySet<Address> => {
    const articles = parsed.flatMap(({ outline: { address, formerAddresses = [] } }) => [
      ...(address === undefined ? [] : [articleAddress(address)]),
      ...formerAddresses.map(formerAddress),
    ]);
    const others = [...seen].filter((address) => !dependsOnArticles(address));
    return new Set([...articles, ...others]);
  };
  return (wrong) => (dependsOnArticles(wrong) ? seen : (always ??= listAlways()));
}
