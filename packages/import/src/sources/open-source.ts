import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Source } from '../record.ts';
import { openFolder } from './folder/open-folder.ts';
import { openGhost } from './ghost.ts';
import { openJsonLines } from './json-lines.ts';
import { SourceError } from './source-error.ts';
import { openSubstack } from './substack.ts';
import { openWordpress } from './wordpress.ts';

/** Bytes that tell what a file is. */
const HEAD_BYTES = 4_096;

/** Opens an export by what is in it. Throws SourceError for what is none. */
export function openSource(file: string): Source {
  const entry = statSync(file, { throwIfNoEntry: false });
  if (entry?.isDirectory()) return openFolder(file);
  if (!entry?.isFile())
    throw new SourceError({
      en: `There is no file or folder “${file}”.`,
      ru: `Файла или папки «${file}» нет.`,
    });
  const head = readHead(file);
  if (head.startsWith('PK\u0003\u0004')) return openSubstack(file);
  if (/<rss\b/.test(head) || /^\uFEFF?\s*<\?xml/.test(head)) return openWordpress(file);
  if (/\.(?:jsonl|ndjson)$/i.test(file)) return openJsonLines(file);
  if (/^\uFEFF?\s*\{/.test(head)) {
    const line = head.split('\n')[0] ?? '';
    return /^\s*\{\s*("db"|"data"|"meta")/.test(head) || !line.includes('"html"')
      ? openGhost(file)
      : openJsonLines(file);
  }
  throw new SourceError({
    en: `“${file}” is neither a WordPress export (XML), a Ghost export (JSON), a Substack export (zip) nor JSON lines, nor the folder of a site. docs/moving-in.md says how to make one of these.`,
    ru: `«${file}» — не выгрузка WordPress (XML), не выгрузка Ghost (JSON), не выгрузка Substack (zip), не строки JSON и не папка сайта. Как их получить, сказано в docs/moving-in.md.`,
  });
}

function readHead(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(HEAD_BYTES);
    return bytes.toString('latin1', 0, readSync(handle, bytes, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(handle);
  }
}
