import { escapeHtml } from '@tamizdat/body/escape-html';
import { toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import { htmlToMarkdown } from '../convert/html-to-markdown.ts';
import { type Counts, count, mendText } from '../convert/mend-text.ts';
import { plainText } from '../convert/parse-html.ts';
import type { ImportMap } from '../plan/map.ts';
import type { SourceArticle } from '../record.ts';
import { TAGS_MAX } from '../limits.ts';
import { addressKey, decode } from './addresses.ts';
import type { Gathered } from './gather-pictures.ts';
import { formersOf, leadWordsOf, plainCarried, wholeText } from './carried-fields.ts';
import type { ArticleIndex, Place } from './index-articles.ts';

/** What an article is made with. */
export interface Composing {
  map: ImportMap;
  index: ArticleIndex;
  place: Place;
  pictures: Gathered;
  /** When it came, RFC 3339. */
  at: string;
  counts: Counts;
  /** It was written before with the kit’s own id in feeds, which readers may have seen. */
  keepsOwnId: boolean;
  /** Is told of each address of the site that the text leads to. */
  tellLink: (address: string) => void;
}

/** The `index.md` of an article, or why there is none. Pure. */
export function composeArticle(
  article: SourceArticle,
  given: Composing,
):
  | { text: string; used: ReadonlySet<string> }
  | { refused: 'no-title' | 'no-text' | 'malformed' | 'carried' } {
  const { counts, pictures, place, map, at } = given;
  const { carried } = article;
  const title = wholeText(plainText(mendText(article.title, counts)), carried, 'title');
  if (title === '') return { refused: 'no-title' };
  const used = new Set<string>();
  const around: string[] = [];
  const tellCarried =
    carried === undefined ? undefined : (addresses: readonly string[]) => around.push(...addresses);
  const answers = { ...answersFor(article, given, used), tellCarried };
  const linked = linkOf(article, answers.whole);
  const html = linked.line === undefined ? article.html : article.html + linked.line;
  const body = htmlToMarkdown(html, answers, counts);
  if (body === undefined) return { refused: 'malformed' };
  // Fields that name pictures know them by the names they had.
  for (const address of around) {
    const name = pictures.names.get(address);
    if (name === undefined || !decode(address).endsWith(`/${name}`)) return { refused: 'carried' };
    used.add(name);
  }
  const lead = leadFields(article, pictures, used, counts);
  const isBare = body.trim() === '';
  const standfirst = standfirstOf(article, body, counts);
  const isWhole = linked.linkTo !== undefined && standfirst.standfirst !== undefined;
  if (isBare && lead === undefined && !isWhole) return { refused: 'no-text' };
  if (linked.linkTo !== undefined) count(counts, 'links to pieces elsewhere');
  const formers = formersOf(place.former, carried);
  const fields = {
    id: place.id,
    lang: place.lang,
    ...(formers.length > 0 && { formerAddresses: formers }),
    ...feedIdOf(article, given),
    kind: linked.linkTo === undefined ? 'news' : 'link',
    title,
    ...standfirst,
    ...taxaOf(article, map, counts),
    publishedAt: place.publishedAt,
    status: 'ready',
    ...(linked.linkTo && { linkTo: linked.linkTo }),
    imported: { from: map.from, at },
    ...(lead && (!isBare || isWhole) && { leadImage: leadWordsOf(carried, lead) ?? lead }),
    ...plainCarried(carried),
  };
  const yaml = stringify(fields, {
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
  });
  // Of an article that is a picture alone, the picture is the text.
  const text = isBare && !isWhole ? pictureLine(lead ?? {}) : body;
  return { text: `---\n${yaml}---\n\n${text}`, used };
}

/**
 * What an article that is only a link points to. Of a piece at an address that is no https, or of the outlet’s own, the
 * link becomes a line of the text.
 */
function linkOf(
  { linkTo, carried }: SourceArticle,
  whole: (address: string) => string | undefined,
): { linkTo?: { publisher: string; url: string }; line?: string } {
  if (linkTo === undefined || linkTo.trim() === '' || carried !== undefined) return {};
  const url = whole(linkTo);
  const host = url === undefined ? undefined : URL.parse(url)?.hostname;
  if (url?.startsWith('https:') && host !== undefined)
    return { linkTo: { publisher: host.replace(/^www\./, ''), url } };
  const shown = escapeHtml(linkTo.trim());
  return { line: `<p><a href="${shown}">${shown}</a></p>` };
}

/** Under which id feeds had it; nothing where nobody can say it in one line. */
function feedIdOf(
  { key, feedId = '', carried }: SourceArticle,
  { map, index, keepsOwnId }: Composing,
): { feedId?: string } {
  // What the kit wrote itself says under which id it stood in feeds.
  if (carried !== undefined || keepsOwnId || index.feedIds.get(feedId) !== key) return {};
  const [host] = map.ownHosts;
  const whole = feedId.startsWith('/') && host !== undefined ? `https://${host}${feedId}` : feedId;
  const isId = whole !== '' && !whole.startsWith('/') && /^\P{C}{1,1000}$/u.test(whole);
  return isId ? { feedId: whole } : {};
}

function pictureLine({ file = '', alt = '', caption = '' }: Record<string, string>): string {
  const image = {
    type: 'image' as const,
    url: file,
    alt,
    ...(caption !== '' && { title: caption }),
  };
  return toMarkdown({ type: 'paragraph', children: [image] });
}

function answersFor(article: SourceArticle, given: Composing, used: Set<string>) {
  const { map, index, pictures, tellLink } = given;
  const own = new Set(map.ownHosts);
  const home = `https://${map.ownHosts[0] ?? 'outlet.invalid'}/`;
  const base = URL.parse(article.url ?? '', home)?.href ?? home;
  const whole = (address: string): string | undefined => {
    const url = URL.parse(address.trim().replace(/^__GHOST_URL__/, ''), base);
    if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
    // What was the outlet’s own stands in the uploads or nowhere.
    if (url.host === 'outlet.invalid' || own.has(url.host)) return undefined;
    url.username = '';
    url.password = '';
    return url.href;
  };
  return {
    whole,
    picture: (address: string): string | undefined => {
      const name = pictures.names.get(address);
      if (name !== undefined) used.add(name);
      return name;
    },
    link: (address: string): string | undefined => {
      const written = address.trim();
      if (/^mailto:[^\s<>"]+$/i.test(written) || /^tel:[+\d().\s-]+$/i.test(written))
        return written.replaceAll(' ', '');
      // Headings that came along as they were have the places that they had.
      if (written.startsWith('#')) return article.carried && written;
      const url = URL.parse(written.replace(/^__GHOST_URL__/, ''), base);
      if (url === null) return undefined;
      if (!own.has(url.host) && url.host !== 'outlet.invalid') return whole(written);
      const target = index.links.get(addressKey(url.href));
      if (target !== undefined) tellLink(target);
      return target === undefined || article.carried === undefined ? target : target + url.hash;
    },
  };
}

/** A featured picture stands once: over the text, and not in it again. */
function leadFields(
  { picture }: SourceArticle,
  { names }: Gathered,
  used: Set<string>,
  counts: Counts,
): Record<string, string> | undefined {
  if (picture === undefined) return undefined;
  const file = names.get(picture.address);
  if (file === undefined) {
    count(counts, 'lead pictures that are not in the uploads');
    return undefined;
  }
  if (used.has(file)) {
    count(counts, 'lead pictures that stand in the text already');
    return undefined;
  }
  used.add(file);
  const clean = (text: string | undefined) => plainText(mendText(text ?? '', counts));
  const words = {
    alt: clean(picture.alt),
    caption: clean(picture.caption),
    credit: clean(picture.credit),
  };
  const given = Object.entries(words).filter(([, value]) => value !== '');
  // The same sentence twice describes nothing.
  const fields = given.filter(([name, value]) => name !== 'alt' || value !== words.caption);
  return { file, ...Object.fromEntries(fields) };
}

/** A summary that the text begins with, or holds, would be read twice. */
function standfirstOf(
  { lead, carried }: SourceArticle,
  body: string,
  counts: Counts,
): { standfirst?: string } {
  const standfirst = plainText(mendText(lead ?? '', counts)).replace(
    / ?(?:\[…\]|\[\.\.\.\])$/,
    '…',
  );
  if (standfirst === '') return {};
  const whole = wholeText(standfirst, carried, 'standfirst');
  // One that was written as a summary is one.
  if (carried !== undefined) return { standfirst: whole };
  const words = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
  if (words(body).includes(words(standfirst.replace(/(?:…|\.\.\.)$/, '')))) {
    count(counts, 'summaries that repeat the text');
    return {};
  }
  return { standfirst };
}

/** Section, tags and authors of an article, as the map has them. */
export function taxaOf(
  article: SourceArticle,
  map: ImportMap,
  counts: Counts,
): { section: string; tags?: string[]; authors?: string[] } {
  const { sections, tags, authors } = entriesOf(map);
  const named = article.sections.flatMap((name) => sections.get(name) ?? []);
  const [main, ...others] = named.filter(({ as }) => as === 'section');
  const fromTags = article.tags.flatMap((name) => tags.get(name) ?? sections.get(name) ?? []);
  const asTags = [
    ...named.filter(({ as }) => as === 'tag'),
    ...fromTags.filter(({ as }) => as === 'tag'),
  ];
  count(counts, 'further sections of an article', others.length);
  const people = article.authors.flatMap((name) => authors.get(name) ?? []);
  const shown = people.filter((one) => one.named).map(({ id }) => id);
  count(counts, 'authors who are not to be named', people.length - shown.length);
  const ids = [...new Set(asTags.map(({ id }) => id))].slice(0, TAGS_MAX);
  return {
    section: main?.id ?? map.otherSection.id,
    ...(ids.length > 0 && { tags: ids }),
    ...(shown.length > 0 && { authors: [...new Set(shown)].slice(0, TAGS_MAX) }),
  };
}

/** A map has thousands of entries, and its articles are many: they are sorted once. */
const sorted = new WeakMap<ImportMap, ReturnType<typeof sortEntries>>();

function entriesOf(map: ImportMap): ReturnType<typeof sortEntries> {
  const entries = sorted.get(map) ?? sortEntries(map);
  sorted.set(map, entries);
  return entries;
}

const sortEntries = ({ sections, tags, authors }: ImportMap) => ({
  sections: new Map(sections.map((one) => [one.old, one])),
  tags: new Map(tags.map((one) => [one.old, one])),
  authors: new Map(authors.map((one) => [one.old, one])),
});
