import { BODY_MAX } from './limits.ts';
import type { SearchProblem } from './search-index-error.ts';

/** What the index knows of one page. All texts are plain but `bodyHtml`. */
export interface SearchDocument {
  /** The page's path in the tree, for example `en/2026/11/22/slug.html`. */
  address: string;
  /** BCP 47, the same for all documents of an index. */
  lang: string;
  title: string;
  standfirst?: string;
  /** HTML of any origin: only its text and its blocks are taken. */
  bodyHtml: string;
  section: { id: string; name: string };
  /** Names as readers know them; the filter `author` goes by them. */
  authors: string[];
  /** Four digits, in the outlet's time zone; the filter `year` goes by it. */
  year: string;
  /** RFC 3339 with offset. */
  publishedAt: string;
  /** The date as people write it in this language. */
  dateText: string;
  tags: string[];
}

/** Order by UTF-16 code units, the same on every machine. */
export function compareAddresses(a: SearchDocument, b: SearchDocument): number {
  return a.address < b.address ? -1 : a.address > b.address ? 1 : 0;
}

/** A path of the tree: relative, no empty, `.` or `..` parts, only characters that need no escape in a URL. */
const TREE_PATH = /^(?!\.{1,2}(?:\/|$))[\w.~-]+(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)*$/;

/** What is wrong with documents for an index of `language`: every problem, in the order of the addresses. */
export function checkDocuments(
  sorted: readonly SearchDocument[],
  language: string,
): SearchProblem[] {
  return sorted.flatMap((document, position) => [
    ...checkDocument(document, language),
    ...checkTwin(document, sorted[position - 1]),
  ]);
}

function checkTwin(document: SearchDocument, before: SearchDocument | undefined): SearchProblem[] {
  if (before?.address !== document.address) return [];
  return [
    {
      code: 'search-address-twice',
      address: document.address,
      message: {
        en: 'two documents have this address',
        ru: 'этот адрес у двух документов',
      },
      remedy: { en: 'hand in each page once', ru: 'отдайте каждую страницу один раз' },
    },
  ];
}

function checkDocument(document: SearchDocument, language: string): SearchProblem[] {
  const { address } = document;
  const problems: SearchProblem[] = [];
  if (!TREE_PATH.test(address)) {
    problems.push({
      code: 'search-address-unsafe',
      address,
      message: {
        en: 'the address is not a plain path of the tree',
        ru: 'адрес — не простой путь в дереве',
      },
      remedy: {
        en: 'write it relative and in ASCII, for example en/2026/11/22/slug.html',
        ru: 'напишите его относительным и в ASCII, например en/2026/11/22/slug.html',
      },
    });
  }
  if (document.lang !== language) {
    problems.push({
      code: 'search-language-differs',
      address,
      message: {
        en: `the document is in “${document.lang}”, the index in “${language}”`,
        ru: `документ на «${document.lang}», а указатель на «${language}»`,
      },
      remedy: {
        en: 'build one index for each language',
        ru: 'собирайте указатель для каждого языка отдельно',
      },
    });
  }
  if (Number.isNaN(Date.parse(document.publishedAt))) {
    problems.push({
      code: 'search-date-unreadable',
      address,
      message: {
        en: `publishedAt is “${document.publishedAt}”`,
        ru: `publishedAt здесь «${document.publishedAt}»`,
      },
      remedy: {
        en: 'write it with an offset, for example 2026-11-22T09:30:00+03:00',
        ru: 'напишите его с часовым поясом, например 2026-11-22T09:30:00+03:00',
      },
    });
  }
  if (document.bodyHtml.length > BODY_MAX) {
    problems.push({
      code: 'search-body-too-long',
      address,
      message: {
        en: `the text has ${document.bodyHtml.length} characters; at most ${BODY_MAX} can be indexed`,
        ru: `в тексте символов: ${document.bodyHtml.length}; для поиска можно не больше ${BODY_MAX}`,
      },
      remedy: { en: 'split the article', ru: 'разделите статью' },
    });
  }
  return problems;
}
