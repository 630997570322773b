import { SaxesParser } from 'saxes';
import type { SaxesTagNS } from 'saxes';

/** Namespaces that feeds use, by the prefix this code calls them. */
const PREFIXES: Record<string, string> = {
  '': '',
  'http://www.w3.org/2005/Atom': 'atom:',
  'http://purl.org/rss/1.0/modules/content/': 'content:',
  'http://purl.org/dc/elements/1.1/': 'dc:',
  'http://purl.org/dc/terms/': 'dcterms:',
  'http://search.yahoo.com/mrss/': 'media:',
  'http://www.w3.org/XML/1998/namespace': 'xml:',
};

export interface XmlElement {
  /** With the usual prefix of its namespace, whatever the document calls it. */
  name: string;
  attributes: Map<string, string>;
  children: XmlElement[];
  /** The characters directly inside, CDATA included. */
  text: string;
}

export interface XmlDocument {
  root: XmlElement;
  /** What makes the document ill-formed, with line and column. */
  errors: string[];
  /** The namespaces declared, once for each declaration. */
  declarations: string[];
}

function buildName(uri: string, local: string): string {
  return `${PREFIXES[uri] ?? `{${uri}}`}${local}`;
}

function buildXmlElement(tag: SaxesTagNS): XmlElement {
  const attributes = Object.values(tag.attributes)
    .filter(({ name }) => !name.startsWith('xmlns'))
    .map(({ uri, local, value }): [string, string] => [buildName(uri, local), value]);
  const name = buildName(tag.uri, tag.local);
  return { name, attributes: new Map(attributes), children: [], text: '' };
}

/** An XML 1.0 document as a tree, with everything that makes it ill-formed (namespaces too). */
export function parseXmlTree(document: string): XmlDocument {
  const top: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [top];
  const errors: string[] = [];
  const declarations: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('error', (error) => errors.push(error.message));
  parser.on('opentag', (tag) => {
    const element = buildXmlElement(tag);
    declarations.push(...Object.values(tag.ns));
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(document).close();
  return { root: top.children[0] ?? top, errors, declarations };
}
