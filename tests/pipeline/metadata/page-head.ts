import { DomUtils, parseDocument } from 'htmlparser2';

/** What a page's head says to machines, read from its bytes. */
export interface PageHead {
  lang: string;
  noindex: boolean;
  /** Open Graph: property to content. */
  properties: Map<string, string>;
  /** hreflang to address. */
  alternates: Map<string, string>;
  /** JSON-LD blocks. */
  data: Record<string, unknown>[];
}

/** Reads a page's head. Throws when a data block is not JSON. */
export function readHead(html: string): PageHead {
  const elements = DomUtils.findAll(() => true, parseDocument(html).children);
  const named = (name: string) => elements.filter((element) => element.name === name);
  const metas = named('meta').map(({ attribs }) => attribs);
  return {
    lang: named('html')[0]?.attribs['lang'] ?? '',
    noindex: metas.some(({ name, content }) => name === 'robots' && content === 'noindex'),
    properties: new Map(
      metas.flatMap(({ property, content = '' }) => (property ? [[property, content]] : [])),
    ),
    alternates: new Map(
      named('link').flatMap(({ attribs: { hreflang, href = '' } }) =>
        hreflang ? [[hreflang, href]] : [],
      ),
    ),
    data: named('script')
      .filter(({ attribs }) => attribs['type'] === 'application/ld+json')
      .map((element) => JSON.parse(DomUtils.textContent(element)) as Record<string, unknown>),
  };
}
