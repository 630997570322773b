import { escapeHtml } from '@tamizdat/render';

/** An entry of a sitemap. Addresses are absolute. */
export interface SitemapEntry {
  url: string;
  /** RFC 3339, a profile of the W3C date-time that sitemaps ask for. */
  changed?: string | undefined;
  /** The same page in each language, itself included; none where it stands in one alone. */
  alternates?: readonly { hreflang: string; url: string }[];
  /** For Google News. */
  news?: { publication: string; language: string; published: string; title: string };
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const PROTOCOL = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A sitemap (sitemaps.org 0.9) with the extensions that its entries use. */
export function buildSitemap(entries: readonly SitemapEntry[], news = false): string {
  const extensions =
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' +
    (news ? ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"' : '');
  const urls = entries.map((entry) => `<url>${entryXml(entry)}</url>\n`);
  return `${HEAD}<urlset xmlns="${PROTOCOL}"${extensions}>\n${urls.join('')}</urlset>\n`;
}

/** An index of sitemaps. */
export function buildSitemapIndex(entries: readonly SitemapEntry[]): string {
  const maps = entries.map((entry) => `<sitemap>${entryXml(entry)}</sitemap>\n`);
  return `${HEAD}<sitemapindex xmlns="${PROTOCOL}">\n${maps.join('')}</sitemapindex>\n`;
}

function entryXml({ url, changed, alternates = [], news }: SitemapEntry): string {
  return [
    element('loc', url),
    changed === undefined ? '' : element('lastmod', changed),
    ...alternates.map(
      (alternate) =>
        `<xhtml:link rel="alternate" hreflang="${escapeHtml(alternate.hreflang)}" href="${escapeHtml(alternate.url)}"/>`,
    ),
    news ? newsXml(news) : '',
  ].join('');
}

function newsXml({
  publication,
  language,
  published,
  title,
}: NonNullable<SitemapEntry['news']>): string {
  const outlet = element('news:name', publication) + element('news:language', language);
  return `<news:news><news:publication>${outlet}</news:publication>${element('news:publication_date', published)}${element('news:title', title)}</news:news>`;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeHtml(text)}</${name}>`;
}
