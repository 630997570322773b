import {
  articleAnchors,
  EVERY_PAGE,
  fixedPageAnchors,
  fragmentFindings,
  type PageAnchors,
  plainAddress,
  supportAnchors,
  templatePlaces,
} from '@tamizdat/article-schema';
import type { Finding } from '@tamizdat/problem';
import { articleAddress, fixedPageAddress, supportAddress, type Address } from '../addresses.ts';
import type { MadeByKind } from '../kept/made-by-kind.ts';
import { FRAGMENTS_KEPT_MAX } from '../limits.ts';
import type { LoadedFiles } from './check-content.ts';
import type { KnownOutlet } from './check-text-links.ts';
import { readBody } from './load-body.ts';
import { questionOf } from './parse-job.ts';
import type { ContentFile } from './walk-content.ts';

type Judged = MadeByKind['fragments'][number];

/** A page with a text of its own. */
interface TextPage {
  file: ContentFile;
  /** Undefined where its file has an error. */
  build: ((body: string) => PageAnchors) | undefined;
}

/**
 * Judges the parts after `#` of links from the site's root. A page's text is read where the index does not know what
 * such a link leads to. `exists` says whether an address is a page's at all.
 */
export function fragmentJudge(
  loaded: Pick<LoadedFiles, 'job' | 'index' | 'parsed' | 'records'>,
  given: KnownOutlet,
  exists: (address: Address) => boolean,
): (target: string) => readonly Finding[] {
  const { job, index } = loaded;
  let texts: Map<Address, TextPage> | undefined;
  const question = questionOf('fragments', job);
  const read = new Map<Address, { anchors: PageAnchors; digest: string }>();
  const readPlaces = (path: string, build: (body: string) => PageAnchors) => {
    const body = readBody(job.root, path);
    return 'problem' in body ? undefined : { anchors: build(body.text), digest: body.digest };
  };
  return (target) => {
    const address = plainAddress(target);
    texts ??= pagesWithTexts(loaded, given);
    const page = texts.get(address);
    if (page === undefined)
      return exists(address) ? fragmentFindings(target, templateAnchors(address, given)) : [];
    if (page.build === undefined) return [];
    const known = index.find(page.file, question) ?? [];
    const [, found] = known.find(([each]) => each === target) ?? [];
    if (found !== undefined) return found;
    const places = read.get(address) ?? readPlaces(page.file.path, page.build);
    if (places === undefined) return [];
    read.set(address, places);
    const findings = fragmentFindings(target, places.anchors);
    const made = [...known.slice(1 - FRAGMENTS_KEPT_MAX), [target, findings] as Judged];
    index.keep(page.file, question, { made, digest: places.digest });
    return findings;
  };
}

/** The places of a page without a text of its own; a feed has none. */
function templateAnchors(address: Address, given: KnownOutlet): PageAnchors {
  const [lang = ''] = address.split('/');
  const ids = address.endsWith('.html') ? [EVERY_PAGE, ...choicesOn(address, given)] : [];
  return templatePlaces(lang, ids);
}

/** The places that the page about support has for choices; none on any other page. */
function choicesOn(address: Address, { outlet }: KnownOutlet): string[] {
  const [lang = ''] = address.split('/');
  return address === supportAddress(lang) ? supportAnchors(outlet, lang) : [];
}

/** Whether the choices on a page cannot be told. */
function areChoicesUnknown(address: Address, { unknown }: KnownOutlet): boolean {
  const [lang = ''] = address.split('/');
  return unknown.has('support') && address === supportAddress(lang);
}

/** Articles and fixed pages by address. The places of one with an error are not known. */
function pagesWithTexts(
  { parsed, records }: Pick<LoadedFiles, 'parsed' | 'records'>,
  given: KnownOutlet,
): Map<Address, TextPage> {
  const pages = new Map<Address, TextPage>();
  for (const { value, outline } of parsed) {
    if (outline.address === undefined) continue;
    const build = value && ((body: string) => articleAnchors(value, body));
    pages.set(articleAddress(outline.address), { file: fileAt(outline.path), build });
  }
  for (const { value, path } of records.pages) {
    const [, lang = '', name = ''] = path.split('/');
    const address = fixedPageAddress(lang, name.replace(/\.md$/, ''));
    const own = choicesOn(address, given);
    const isKnown = value !== undefined && !areChoicesUnknown(address, given);
    const build = isKnown ? (body: string) => fixedPageAnchors(value, body, own) : undefined;
    pages.set(address, { file: fileAt(path), build });
  }
  return pages;
}

/** Files of texts with an address are spelled in ASCII. */
const fileAt = (path: string): ContentFile => ({ path, onDisk: path });
