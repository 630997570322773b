import { MARKDOWN_MAX_LENGTH } from '@tamizdat/body';
import type { Reason, Source, SourceArticle, SourceItem } from '../../record.ts';
import * as fieldsOf from './article-fields.ts';
import { detectSite } from './detect-site.ts';
import { findFolderPicture } from './find-folder-picture.ts';
import { type FolderFiles, openFolderFiles } from './folder-files.ts';
import { knownAddresses } from './known-addresses.ts';
import { markdownHtml } from './markdown-html.ts';
import { plainTextOf } from './plain-text.ts';
import { HTML, type Read, readPage, textsIn } from './read-page.ts';
import { pick, textOf } from './row.ts';
import type { Site } from './site.ts';
import { whyNotPublic } from './why-not-public.ts';

/** Opens the folder of a site that a generator made its pages of. Runs nothing. Throws SourceError for any other folder. */
export function openFolder(root: string): Source {
  const files = openFolderFiles(root);
  const site = detectSite(files);
  let known: ReadonlyMap<string, string> | undefined;
  return {
    system: site.system,
    ...(site.zone !== undefined && { zone: site.zone }),
    ...(site.origin !== '' && { host: URL.parse(site.origin)?.host }),
    findPicture: (key, address) => findFolderPicture(root, site, key, address),
    // eslint-disable-next-line @typescript-eslint/require-await -- all sources are read like streams
    async *items() {
      known ??= knownAddresses(files, site);
      if (files.others > 0)
        yield { dropped: { what: 'links and other odd files, not followed', count: files.others } };
      for (const path of textsIn(files, site)) yield* itemsOf(path, files, site, known);
    },
  };
}

function* itemsOf(
  path: string,
  files: FolderFiles,
  site: Site,
  known: ReadonlyMap<string, string>,
): Generator<SourceItem> {
  const read = readPage(path, files, site);
  const leave = (reason: Reason, title: string, detail?: string): SourceItem => ({
    leftOut: { reason, key: path, title, ...(detail && { detail }) },
  });
  if (!('place' in read)) {
    yield leave(read.reason, '', read.detail);
    return;
  }
  const { page, fields, date } = read;
  const title = textOf(pick(fields, 'title'));
  const hidden = whyNotPublic(fields, page.head, path);
  if (hidden !== undefined) {
    yield leave(hidden, title);
    return;
  }
  if (date === '' || page.body.length > MARKDOWN_MAX_LENGTH * 4) {
    yield leave(date === '' ? 'no-date' : 'too-long', title);
    return;
  }
  if (page.isMended)
    yield { dropped: { what: 'faults of front matter, read leniently', count: 1 } };
  const unknown = fieldsOf.countUnknown(fields);
  if (unknown > 0)
    yield { dropped: { what: 'fields of front matter that nobody here knows', count: unknown } };
  const notRun: SourceItem[] = [];
  const text = plainTextOf(read, path, site, known, (item) => notRun.push(item));
  yield* notRun;
  yield { article: articleOf(path, read, site, text) };
}

function articleOf(path: string, read: Read, site: Site, text: string): SourceArticle {
  const { fields, place, date, addresses } = read;
  const lang = /^[a-z]{2,3}/.exec(
    textOf(pick(fields, 'lang', 'language', 'locale')).toLowerCase(),
  )?.[0];
  const shown = fieldsOf.shownOf(fields);
  let html: string | undefined;
  return {
    key: path,
    url: addresses.url,
    feedId: addresses.feedId ?? addresses.url,
    otherUrls: addresses.others,
    date,
    ...(shown && { shown }),
    title: fieldsOf.titleOf(fields),
    /** Plans and places need no text: it is made where one is written. */
    get html() {
      html ??= HTML.test(path) ? text : markdownHtml(text);
      return html;
    },
    lead: fieldsOf.leadOf(fields),
    slug: textOf(pick(fields, 'slug')) || place.base,
    lang: lang ?? place.lang,
    sections: fieldsOf.sectionsOf(fields, place.folders, site),
    tags: fieldsOf.tagsOf(fields),
    authors: fieldsOf.authorsOf(fields, site.authors),
    picture: fieldsOf.pictureOf(fields),
    linkTo: fieldsOf.linkOf(fields),
  };
}
