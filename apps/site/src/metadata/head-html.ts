import type { Alternate } from './alternates.ts';
import { voidElement } from './attributes.ts';

/** A picture for link previews. */
export interface SocialImage {
  /** Absolute. */
  url: string;
  width: number;
  height: number;
  alt: string;
}

/** What previews of links and search engines read in a page's head. All addresses are absolute, under the origin. */
export interface HeadFacts {
  title: string;
  description: string;
  url: string;
  type: 'article' | 'website';
  siteName?: string;
  /** `ll_RR`, as Open Graph writes it. */
  locale?: string;
  image: SocialImage | undefined;
  alternates: readonly Alternate[];
}

const property = (name: string, content: string | undefined): string =>
  content === undefined || content === '' ? '' : voidElement('meta', { property: name, content });

/** The elements for a head: description, hreflang, Open Graph, the card's form. One description serves them all. */
export function headHtml(facts: HeadFacts): string {
  const { description, image } = facts;
  return [
    description &&
      voidElement('meta', {
        name: 'description',
        property: 'og:description',
        content: description,
      }),
    ...facts.alternates.map(({ hreflang, address }) =>
      voidElement('link', { rel: 'alternate', hreflang, href: address }),
    ),
    property('og:title', facts.title),
    property('og:type', facts.type),
    property('og:url', facts.url),
    property('og:site_name', facts.siteName),
    property('og:locale', facts.locale),
    ...(image ? imageProperties(image, facts.type === 'article') : []),
    // An article's would cost its readers 30 bytes; without one a network falls back to Open Graph.
    image && facts.type === 'website'
      ? voidElement('meta', { name: 'twitter:card', content: 'summary_large_image' })
      : '',
  ].join('');
}

/** The size of an article's picture, which networks find out by themselves, would cost its readers 20 bytes. */
function imageProperties({ url, width, height, alt }: SocialImage, isArticle: boolean): string[] {
  const size = [
    property('og:image:width', String(width)),
    property('og:image:height', String(height)),
  ];
  return [property('og:image', url), ...(isArticle ? [] : size), property('og:image:alt', alt)];
}
