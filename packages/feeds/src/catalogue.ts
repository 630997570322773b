import { parseInstant } from './instant.ts';
import { buildLegalValue } from './legal-text.ts';
import { buildElement } from './xml.ts';

/** A list of books, absolute in all its addresses. */
export interface Catalogue {
  /** `tag:` URI. */
  id: string;
  title: string;
  /** Who publishes the books. */
  publisher: string;
  language: string;
  /** The page of the same books. */
  home: string;
  self: string;
  /** RFC 3339. */
  updated: string;
}

/** A book of it. */
export interface CatalogueBook {
  /** `tag:` URI. */
  id: string;
  title: string;
  /** What is in it. */
  summary: string;
  /** Last day that it covers, `yyyy-mm-dd`. */
  issued: string;
  /** RFC 3339. */
  updated: string;
  url: string;
}

/** OPDS 1.2, 2: feeds that list books, and what they list them by. */
const ACQUISITION_FEED = 'application/atom+xml;profile=opds-catalog;kind=acquisition';
const OPEN_ACCESS = 'http://opds-spec.org/acquisition/open-access';
const EPUB = 'application/epub+zip';

/**
 * A catalogue of books for reading programs (OPDS 1.2: Atom with links by which books are got), in the order given; all on
 * one page, so that the catalogue’s root is itself the list.
 *
 * @throws {FeedDateError} when a date lacks its offset
 */
export function buildCatalogue(catalogue: Catalogue, books: readonly CatalogueBook[]): string {
  const legal = buildLegalValue(catalogue);
  const attributes = {
    xmlns: 'http://www.w3.org/2005/Atom',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xml:lang': legal.language,
  };
  const entries = buildLegalValue([...books]).map((book) => buildEntry(book, legal));
  const feed = buildElement('feed', attributes, '', buildHead(legal) + entries.join(''));
  return `<?xml version="1.0" encoding="UTF-8"?>${feed}`;
}

function buildHead({ id, title, publisher, home, self, updated }: Catalogue): string {
  return [
    buildElement('id', {}, id),
    buildElement('title', {}, title),
    buildElement('updated', {}, parseInstant(updated).toISOString()),
    buildElement('author', {}, '', buildElement('name', {}, publisher)),
    buildElement('link', { rel: 'self', href: self, type: ACQUISITION_FEED }),
    buildElement('link', { rel: 'start', href: self, type: ACQUISITION_FEED }),
    buildElement('link', { rel: 'alternate', href: home, type: 'text/html' }),
  ].join('');
}

function buildEntry(book: CatalogueBook, { publisher, language }: Catalogue): string {
  const inner = [
    buildElement('id', {}, book.id),
    buildElement('title', {}, book.title),
    buildElement('updated', {}, parseInstant(book.updated).toISOString()),
    buildElement('author', {}, '', buildElement('name', {}, publisher)),
    buildElement('dcterms:language', {}, language),
    buildElement('dcterms:publisher', {}, publisher),
    buildElement('dcterms:issued', {}, book.issued),
    buildElement('summary', { type: 'text' }, book.summary),
    buildElement('link', { rel: OPEN_ACCESS, href: book.url, type: EPUB }),
  ];
  return buildElement('entry', {}, '', inner.join(''));
}
