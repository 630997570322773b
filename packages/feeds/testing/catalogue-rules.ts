import { type ElementRules, verifyElement } from './element-rules.ts';
import type { Finding } from './finding.ts';
import { ABSOLUTE_URL, LANGUAGE, NOT_BLANK, oneOf, RFC_3339_DATE, TAG_URI } from './value-rules.ts';
import { parseXmlTree, type XmlElement } from './xml-tree.ts';

const FEED_TYPE = 'application/atom+xml;profile=opds-catalog;kind=acquisition';
const ACQUISITION = /^http:\/\/opds-spec\.org\/acquisition/;

const PERSON: ElementRules = { min: 1, children: { 'atom:name': { min: 1, text: [NOT_BLANK] } } };
const link = (...types: string[]): ElementRules => ({
  min: 1,
  max: Infinity,
  attributes: { rel: NOT_BLANK, href: ABSOLUTE_URL, type: oneOf(...types) },
});

/** An acquisition feed of OPDS 1.2, as narrow as Tamizdat writes it. */
const CATALOGUE: ElementRules = {
  attributes: { 'xml:lang': LANGUAGE },
  children: {
    'atom:id': { min: 1, text: [TAG_URI] },
    'atom:title': { min: 1, text: [NOT_BLANK] },
    'atom:updated': { min: 1, text: [RFC_3339_DATE] },
    'atom:author': PERSON,
    'atom:link': link(FEED_TYPE, 'text/html'),
    'atom:entry': {
      max: Infinity,
      children: {
        'atom:id': { min: 1, text: [TAG_URI] },
        'atom:title': { min: 1, text: [NOT_BLANK] },
        'atom:updated': { min: 1, text: [RFC_3339_DATE] },
        'atom:author': PERSON,
        'dcterms:language': { min: 1, text: [LANGUAGE] },
        'dcterms:publisher': { min: 1, text: [NOT_BLANK] },
        // A day is a date of RFC 3339 and of W3CDTF alike.
        'dcterms:issued': {
          min: 1,
          text: [{ rule: 'InvalidDay', holds: (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) }],
        },
        'atom:summary': { min: 1, text: [NOT_BLANK], attributes: { type: oneOf('text') } },
        'atom:link': link('application/epub+zip'),
      },
    },
  },
};

const relations = ({ children }: XmlElement): string[] =>
  children.filter(({ name }) => name === 'atom:link').map((one) => one.attributes.get('rel') ?? '');

/** Every rule of OPDS 1.2 and of Atom that a catalogue breaks. */
export function verifyCatalogue(document: string): Finding[] {
  const { root, errors } = parseXmlTree(document);
  if (root.name !== 'atom:feed') return [{ rule: 'UndefinedElement', at: '', found: root.name }];
  const entries = root.children.filter(({ name }) => name === 'atom:entry');
  const missing = ['self', 'start'].filter((rel) => !relations(root).includes(rel));
  const ids = [root, ...entries].map(
    ({ children }) => children.find(({ name }) => name === 'atom:id')?.text ?? '',
  );
  return [
    ...errors.map((found) => ({ rule: 'SAXError', at: '', found })),
    ...verifyElement(root, CATALOGUE, 'atom:feed'),
    ...missing.map((found) => ({ rule: 'MissingLink', at: 'atom:feed', found })),
    ...ids
      .filter((id, place) => ids.indexOf(id) !== place)
      .map((found) => ({ rule: 'DuplicateEntries', at: 'atom:feed', found })),
    // OPDS 1.2, 5.2: no entry without a way to its book.
    ...entries.flatMap((entry, place) =>
      relations(entry).some((rel) => ACQUISITION.test(rel))
        ? []
        : [{ rule: 'MissingAcquisition', at: `atom:entry[${place + 1}]`, found: '' }],
    ),
  ];
}
