import { escapeHtml } from '@tamizdat/body/escape-html';
import type { SourcePicture } from '../../record.ts';
import { readDate } from './read-date.ts';
import { isRow, pick, type Row, rowOf, textOf, textsOf } from './row.ts';
import type { Site } from './site.ts';

/** Fields that are read, in lower case; of all others only their number is told. */
const READ =
  /^(?:title|slug|url|permalink|aliases|redirect_from|redirects|oldurl|lang|language|locale|date|.*date(?:time)?|published.*|updated|created|lastmod|authors?|by|byline|tags?|keywords|categor(?:y|ies)|section|params|draft|status|state|private|hidden|unlisted|headless|visibility|access|password|build|_build|type|layout|cascade|resources|lead|standfirst|dek|summary|description|excerpt|subtitle|(?:.*_)?(?:image|cover|thumbnail|photo|img|banner)(?:_.*)?|.*image(?:alt|caption|credit)?|images|header|alt|caption|credit|link|link_?to|external[-_]?(?:url|link)|link[-_]?url)$/i;

/** How many fields of a page nobody here knows. */
export const countUnknown = (fields: Row): number =>
  Object.keys(fields).filter((name) => !READ.test(name)).length;

/** The date of a page: its own, else that of its name. */
export function dateOf(fields: Row, inName: string): string {
  const published = pick(fields, 'published');
  const given = textOf(
    pick(
      fields,
      'date',
      'pubDate',
      'pubDatetime',
      'publishedAt',
      'published_at',
      'publishDate',
      'datePublished',
    ) ??
      (typeof published === 'boolean' ? undefined : published) ??
      pick(fields, 'created'),
  );
  const read = readDate(given);
  return /^\d{4}-\d{2}-\d{2}/.test(read) ? read : readDate(inName) || read;
}

/** From when, and until when, a page is shown, where it says so. */
export function shownOf(fields: Row): { from?: string; until?: string } | undefined {
  const from = readDate(textOf(pick(fields, 'publishDate', 'publish_date', 'embargo')));
  const until = readDate(textOf(pick(fields, 'expiryDate', 'expires', 'unpublishDate')));
  if (from === '' && until === '') return undefined;
  return { ...(from !== '' && { from }), ...(until !== '' && { until }) };
}

/** Texts that another system showed as they stand, as HTML. */
export const titleOf = (fields: Row): string => escapeHtml(textOf(pick(fields, 'title')));
export const leadOf = (fields: Row): string =>
  escapeHtml(
    textOf(
      pick(fields, 'lead', 'standfirst', 'dek', 'summary', 'description', 'excerpt', 'subtitle'),
    ),
  );

/** What systems call the list that everything is in. */
const EVERYTHING = /^(?:posts?|blogs?|articles?|entries|all|nav|content|news|page)$/i;

/** Sections of a page: those that it names, else its folder. */
export function sectionsOf(fields: Row, folders: readonly string[], site: Site): string[] {
  const value = pick(fields, 'categories', 'category', 'section');
  const words =
    // Jekyll takes words of one line for several.
    site.system === 'Jekyll' && typeof value === 'string' && pick(fields, 'categories') === value
      ? value.split(/\s+/)
      : textsOf(value);
  const named =
    words.length > 0 ? words : [...(site.system === 'Jekyll' ? folders : folders.slice(0, 1))];
  return unique(named.filter((name) => words.includes(name) || !EVERYTHING.test(name)));
}

/** Subjects of a page. */
export function tagsOf(fields: Row): string[] {
  const value = pick(fields, 'tags', 'tag', 'keywords');
  const all = typeof value === 'string' && value.includes(',') ? value.split(',') : textsOf(value);
  return unique(all.map((one) => one.trim()).filter((one) => one !== '' && !EVERYTHING.test(one)));
}

/** Names as they were printed. An address of e-mail beside a name does not come along. */
export function authorsOf(fields: Row, known: ReadonlyMap<string, string>): string[] {
  const params = rowOf(fields, 'params');
  const value =
    pick(fields, 'authors', 'author', 'byline', 'by') ?? pick(params, 'authors', 'author');
  const all = (Array.isArray(value) ? value : [value]).map((one: unknown) => {
    const name = isRow(one) ? textOf(pick(one, 'name', 'display_name', 'title')) : textOf(one);
    return (known.get(name) ?? name)
      .replaceAll(/[<(]?[^\s<>()]{1,64}@[^\s<>()]{1,200}[>)]?/g, '')
      .trim();
  });
  return unique(all.filter(Boolean));
}

/** The picture that stands over a page. */
export function pictureOf(fields: Row): SourcePicture | undefined {
  const params = rowOf(fields, 'params');
  const names = [
    'image',
    'cover',
    'featured_image',
    'featuredImage',
    'feature_image',
    'heroImage',
    'hero',
    'thumbnail',
    'banner',
    'photo',
    'img',
    'ogImage',
  ];
  const value =
    pick(fields, ...names) ??
    pick(params, ...names) ??
    pick(rowOf(fields, 'header'), 'image', 'overlay_image', 'teaser') ??
    textsOf(pick(fields, 'images'))[0];
  const own = isRow(value) ? value : fields;
  const address = isRow(value)
    ? textOf(pick(value, 'src', 'url', 'image', 'path', 'file', 'relative'))
    : textOf(value);
  // Words of a template around it are not its address.
  const bare = address.replaceAll(/\{\{[^{}]{0,200}\}\}/g, '').trim();
  if (bare === '') return undefined;
  const said = (...of: string[]) => escapeHtml(textOf(pick(own, ...of)));
  return {
    address: bare,
    alt: said('alt', 'image_alt', 'imageAlt', 'heroImageAlt', 'featured_image_alt', 'coverAlt'),
    caption: said('caption', 'image_caption', 'imageCaption', 'featured_image_caption'),
    credit: said('credit', 'image_credit', 'imageCredit'),
  };
}

/** Somebody else’s piece that a page is only a link to, as link blogs write it. */
export function linkOf(fields: Row): string | undefined {
  const names = [
    ...['link', 'linkTo', 'link_to', 'linkurl', 'link_url', 'link-url'],
    ...['external_url', 'externalUrl', 'external-url', 'external_link', 'externalLink'],
  ];
  const address = textOf(pick(fields, ...names) ?? pick(rowOf(fields, 'params'), ...names)).trim();
  return /^https?:\/\/\S+$/.test(address) ? address : undefined;
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];
