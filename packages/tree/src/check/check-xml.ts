import { type SaxesTagNS, SaxesParser } from 'saxes';
import type { Finding } from '../finding.ts';
import { MAX_PROBLEMS_PER_FILE } from '../limits.ts';
import { cleanAddress, findScheme } from '../links/internal-link.ts';
import { takeInventory } from '../policy/page-inventory.ts';

const ATOM = 'http://www.w3.org/2005/Atom';
const CONTENT = 'http://purl.org/rss/1.0/modules/content/';

/** Elements of RSS 2.0, Atom (RFC 4287) and sitemaps whose text is an address. */
const ADDRESSES = new Set('link guid loc id url uri icon logo comments docs'.split(' '));
/** Attributes of the same, and of XHTML within, that hold one. */
const ADDRESS_ATTRIBUTES = new Set('href src url poster cite data background action'.split(' '));

/** An element that is open: where its text begins, and what of it was read. */
interface OpenElement {
  tag: SaxesTagNS;
  offset: number;
  text: string;
}

/**
 * Checks a feed or a sitemap: it is well-formed XML, and every address in it says its scheme and host, those in the HTML
 * of its items included: of readers, some resolve the others against the feed, some against the item, some not at all. What an item quotes in its text is text.
 */
export function checkXml(xml: string): Finding[] {
  const parser = new SaxesParser({ xmlns: true });
  const findings: Finding[] = [];
  const open: OpenElement[] = [];
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  // One fault brings others with it.
  let invalid: Finding | undefined;
  parser.on('error', ({ message }) => {
    invalid ??= { ...XML_INVALID, offset: parser.position, found: message };
  });
  parser.on('opentag', (tag) => {
    findings.push(...checkAttributes(tag, xml.lastIndexOf('<', parser.position - 1)));
    open.push({ tag, offset: parser.position, text: '' });
  });
  parser.on('closetag', () => findings.push(...checkText(open.pop())));
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(xml).close();
  return [...(invalid ? [invalid] : []), ...findings].slice(0, MAX_PROBLEMS_PER_FILE);
}

function checkAttributes({ attributes }: SaxesTagNS, offset: number): Finding[] {
  return Object.values(attributes).flatMap(({ local, value }) =>
    ADDRESS_ATTRIBUTES.has(local) ? checkAddresses([value], offset) : [],
  );
}

function checkText(element: OpenElement | undefined): Finding[] {
  if (element === undefined) return [];
  const { tag, offset, text } = element;
  // Atom’s link has its address in an attribute; a guid that is no permanent link may be any text (RSS 2.0).
  if (ADDRESSES.has(tag.local))
    return text.trim() === '' || isPlainId(tag) ? [] : checkAddresses([text], offset);
  return isHtml(tag) ? checkHtml(text, offset) : [];
}

const isPlainId = ({ local, attributes }: SaxesTagNS): boolean =>
  local === 'guid' && attributes['isPermaLink']?.value === 'false';

/** Whether readers take an element's text for HTML. */
function isHtml({ uri, local, attributes }: SaxesTagNS): boolean {
  if (uri === ATOM) return attributes['type']?.value === 'html';
  return (uri === '' && local === 'description') || (uri === CONTENT && local === 'encoded');
}

/** Finds addresses in the HTML of a feed's item. `offset` is where it stands in its file. */
export function checkHtml(html: string, offset: number): Finding[] {
  const { addresses } = takeInventory(html);
  return checkAddresses(
    addresses.map(({ address }) => address),
    offset,
  );
}

const checkAddresses = (addresses: readonly string[], offset: number): Finding[] =>
  addresses
    .map(cleanAddress)
    .flatMap((address) => faultOf(address).map((fault) => ({ ...fault, offset, found: address })));

function faultOf(address: string): Pick<Finding, 'code' | 'message' | 'why' | 'remedy' | 'ru'>[] {
  if (findScheme(address) !== undefined) return [];
  return [/^[/\\]/.test(address) ? ROOT_LINK : RELATIVE_LINK];
}

const ROOT_LINK = {
  code: 'link-root-absolute',
  message: 'A link in a feed or sitemap has no host.',
  why: 'Feed readers show an item away from the site, where such a link leads nowhere.',
  remedy: 'Write it with the outlet’s full address.',
  ru: {
    message: 'В ссылке в ленте или карте сайта нет хоста.',
    why: 'Программы чтения лент показывают записи отдельно от сайта, там такая ссылка никуда не ведёт.',
    remedy: 'Напишите полный адрес издания.',
  },
};

const RELATIVE_LINK = {
  ...ROOT_LINK,
  code: 'link-relative',
  message: 'A link in a feed or sitemap is relative.',
  ru: { ...ROOT_LINK.ru, message: 'Ссылка в ленте или карте сайта относительная.' },
};

const XML_INVALID = {
  code: 'xml-invalid',
  message: 'The file is no well-formed XML.',
  why: 'Feed readers and search engines refuse the whole file.',
  remedy: 'Escape &, < and > in texts, close every element, and leave out control characters.',
  ru: {
    message: 'Файл не является правильным XML.',
    why: 'Программы чтения лент и поисковики отвергнут весь файл.',
    remedy:
      'Замените в тексте &, < и > на коды, закройте все элементы и уберите управляющие символы.',
  },
};
