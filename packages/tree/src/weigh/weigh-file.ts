import { gzipSync } from 'node:zlib';
import { type HtmlTag, scanHtml } from '../html/scan-html.ts';
import type { Budget } from './budget.ts';

/** Bytes of one page or feed. */
export interface FileWeight {
  path: string;
  /** The whole, gzipped at level 9. */
  bytes: number;
  /** The text of its `<article>` elements, gzipped alone. */
  textBytes: number;
  /** What the page adds to that text. */
  overhead: number;
  /** Of inline styles and scripts, not gzipped. */
  styleBytes: number;
  scriptBytes: number;
  /** Gzipped bytes allowed. */
  budget?: number;
  /** Bytes above the budget; negative while there is room. */
  over?: number;
}

/** Weighs a file by its text; only of HTML more is known than its size. */
export function weighFile(path: string, text: string, budget: Budget | undefined): FileWeight {
  const bytes = countGzipped(text);
  const parts = path.endsWith('.html') ? measureParts(text) : NO_PARTS;
  const textBytes = countGzipped(parts.article.text);
  const { styleBytes, scriptBytes } = parts;
  const weight = { path, bytes, textBytes, overhead: bytes - textBytes, styleBytes, scriptBytes };
  if (!budget) return weight;
  const allowed = allowBytes(budget, parts);
  return { ...weight, budget: allowed, over: bytes - allowed };
}

/** Gzipped bytes that a page may still gain; below 0 where it is too heavy already, infinite where any size is right. */
export function roomOf(path: string, html: string, budget: Budget | undefined): number {
  return -(weighFile(path, html, budget).over ?? -Infinity);
}

/** The size of a gzip file at level 9, in bytes; of no text, 0. */
function countGzipped(text: string): number {
  return text === '' ? 0 : gzipSync(text, { level: 9 }).length;
}

function allowBytes(budget: Budget, parts: PageParts): number {
  const { bytes, text, perLink = 0, perChoice = 0, perForm = 0 } = budget;
  if (!text) return bytes;
  const { links, choices, forms, text: words } = parts[text];
  return bytes + countGzipped(words) + perLink * links + perChoice * choices + perForm * forms;
}

interface PagePart {
  text: string;
  links: number;
  choices: number;
  forms: number;
}

interface PageParts {
  article: PagePart;
  main: PagePart;
  styleBytes: number;
  scriptBytes: number;
}

const NO_PARTS: PageParts = {
  article: { text: '', links: 0, choices: 0, forms: 0 },
  main: { text: '', links: 0, choices: 0, forms: 0 },
  styleBytes: 0,
  scriptBytes: 0,
};

function measureParts(html: string): PageParts {
  const parts = structuredClone(NO_PARTS);
  const depth = { article: 0, main: 0 };
  let raw: 'styleBytes' | 'scriptBytes' | undefined;
  const elements = ['article', 'main'] as const;
  scanHtml(html, {
    openTag: ({ name }: HtmlTag) => {
      raw = name === 'style' ? 'styleBytes' : name === 'script' ? 'scriptBytes' : undefined;
      for (const element of elements) {
        if (name === element) depth[element] += 1;
        if (depth[element] === 0) continue;
        if (name === 'a') parts[element].links += 1;
        if (name === 'fieldset') parts[element].choices += 1;
        if (name === 'form') parts[element].forms += 1;
      }
    },
    closeTag: (name) => {
      raw = undefined;
      for (const element of elements) {
        if (name === element && depth[element] > 0) depth[element] -= 1;
      }
    },
    text: (text) => {
      if (raw) parts[raw] += Buffer.byteLength(text);
      else for (const element of elements) if (depth[element] > 0) parts[element].text += text;
    },
  });
  return parts;
}
