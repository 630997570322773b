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
    ...(image ? imageProperties(image) : []),
    // An article's would cost its readers 30 bytes; without one a network falls back to Open Graph.
    image && facts.type === 'website'
      ? voidElement('meta', { name: 'twitter:card', content: 'summary_large_image' })
      : '',
  ].join('');
}

function imageProperties({ url, width, height, alt }: SocialImage): string[] {
  return [
    property('og:image', url),
    property('og:image:width', String(width)),
    property('og:image:height', String(height)),
    property('og:image:alt', alt),
  ];
}
