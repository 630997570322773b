import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { contentFolder } from './built-site.ts';

/**
 * What feeds must know of an article, read from its front matter here and not through the packages
 * under test.
 */
export interface WrittenArticle {
  id: string;
  /** Shared by the versions of a story. */
  translationKey?: string;
  lang: string;
  kind: string;
  title: string;
  leadImage?: { alt?: string };
  section: string;
  tags: string[];
  authors: string[];
  status: 'draft' | 'ready' | 'withdrawn' | 'removed';
  publishedAt?: string;
  embargoUntil?: string;
  corrections: { kind: string; text: string }[];
  /** Name of its file in the tree, with its day's folders. */
  page: string;
}

export interface WrittenOutlet {
  tagAuthority: { domain: string; date: string };
  origin: string;
  languages: { code: string }[];
  newsletters: { id: string; lang: string }[];
}

function readYaml(text: string): unknown {
  return parse(text, { schema: 'core' });
}

function readArticle(file: string): WrittenArticle {
  const text = readFileSync(path.join(contentFolder, file), 'utf8');
  const [, lang = '', year = '', month = '', day = '', slug = ''] =
    /articles\/([^/]+)\/(\d{4})\/(\d\d)\/(\d\d)-([^/]+)\/index\.md$/.exec(file) ?? [];
  const front = readYaml(/^---\r?\n(.*?)\r?\n---/s.exec(text)?.[1] ?? '') as WrittenArticle;
  const lists = { tags: [], authors: [], corrections: [] };
  return { ...lists, ...front, page: `${lang}/${year}/${month}/${day}/${slug}.html` };
}

/** Every article of the content, whether it may be seen or not. */
export function readWrittenArticles(): WrittenArticle[] {
  return globSync('articles/*/*/*/*/index.md', { cwd: contentFolder }).sort().map(readArticle);
}

export function readWrittenOutlet(): WrittenOutlet {
  return readYaml(readFileSync(path.join(contentFolder, 'outlet.yaml'), 'utf8')) as WrittenOutlet;
}

/** Whether feeds may carry an article at a moment (milliseconds): it, or the notice in its place. */
export function isFollowed(article: WrittenArticle, now: number): boolean {
  if (article.status !== 'ready' && article.status !== 'withdrawn') return false;
  if (article.publishedAt === undefined || Date.parse(article.publishedAt) > now) return false;
  return article.embargoUntil === undefined || Date.parse(article.embargoUntil) <= now;
}
