import { ATOM } from './atom-rules.ts';
import { verifyElement } from './element-rules.ts';
import type { Finding } from './finding.ts';
import { RSS } from './rss-rules.ts';
import type { XmlDocument, XmlElement } from './xml-tree.ts';
import { parseXmlTree } from './xml-tree.ts';

function listChildren(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

function textOf(element: XmlElement, name: string): string {
  return listChildren(element, name)[0]?.text ?? '';
}

function verifyUnique(values: string[], rule: string, at: string): Finding[] {
  return values
    .filter((value, index) => values.indexOf(value) !== index)
    .map((found) => ({ rule, at, found }));
}

/** The W3C validator asks that the picture of a channel repeat the channel's title and link. */
function verifyChannelImage(channel: XmlElement): Finding[] {
  return listChildren(channel, 'image').flatMap((image) =>
    ['title', 'link']
      .filter((name) => textOf(image, name) !== textOf(channel, name))
      .map((name) => ({
        rule: name === 'title' ? 'ImageTitleDoesntMatch' : 'ImageLinkDoesntMatch',
        at: 'rss/channel/image',
        found: textOf(image, name),
      })),
  );
}

function verifyRss(root: XmlElement): Finding[] {
  const channel = listChildren(root, 'channel')[0];
  if (channel === undefined) return [];
  const ids = listChildren(channel, 'item').map((item) => textOf(item, 'guid'));
  return [...verifyUnique(ids, 'DuplicateGuid', 'rss/channel'), ...verifyChannelImage(channel)];
}

/** RFC 4287, 4.1.1 and 4.1.2: one alternate link of a kind; here one self link, too. */
function verifyAtomLinks(element: XmlElement, at: string): Finding[] {
  const links = listChildren(element, 'atom:link').map(
    ({ attributes }) => `${attributes.get('rel') ?? ''} ${attributes.get('hreflang') ?? ''}`,
  );
  const wanted = element.name === 'atom:feed' ? ['self ', 'alternate '] : ['alternate '];
  const missing = wanted.filter((rel) => !links.some((link) => link.startsWith(rel)));
  return [
    ...missing.map((found) => ({ rule: 'MissingLink', at, found: found.trim() })),
    ...verifyUnique(links, 'DuplicateLink', at),
  ];
}

function verifyAtom(feed: XmlElement): Finding[] {
  const entries = listChildren(feed, 'atom:entry');
  const ids = entries.map((entry) => textOf(entry, 'atom:id'));
  return [
    ...verifyUnique([textOf(feed, 'atom:id'), ...ids], 'DuplicateEntries', 'atom:feed'),
    ...verifyAtomLinks(feed, 'atom:feed'),
    ...entries.flatMap((entry, index) => {
      const at = `atom:feed/atom:entry[${index + 1}]`;
      const early = textOf(entry, 'atom:updated') < textOf(entry, 'atom:published');
      const found = textOf(entry, 'atom:updated');
      return [
        ...verifyAtomLinks(entry, at),
        ...(early ? [{ rule: 'UpdatedBeforePublished', at, found }] : []),
      ];
    }),
  ];
}

function verifyRoot({ root }: XmlDocument): Finding[] {
  if (root.name === 'rss') return [...verifyElement(root, RSS, 'rss'), ...verifyRss(root)];
  if (root.name === 'atom:feed') {
    return [...verifyElement(root, ATOM, 'atom:feed'), ...verifyAtom(root)];
  }
  return [{ rule: 'UndefinedElement', at: '', found: root.name }];
}

/** What breaks a rule in an RSS 2.0 or Atom 1.0 document. */
export function verifyXmlFeed(document: string): Finding[] {
  const parsed = parseXmlTree(document);
  return [
    ...parsed.errors.map((found) => ({ rule: 'SAXError', at: '', found })),
    ...verifyUnique(parsed.declarations, 'NamespaceDeclaredTwice', ''),
    ...verifyRoot(parsed),
  ];
}
