import path from 'node:path/posix';
import type { Appeal, Page, Words } from '@tamizdat/article-schema';
import { renderProse } from './article-prose.ts';
import { loadText } from './load-text.ts';

/** Text of a fixed page as HTML, with links from the site's root. */
export async function pageProse(page: Page, words: Words): Promise<string> {
  const markdown = await loadText(page);
  return renderProse(
    markdown,
    { folder: path.dirname(page.file), lang: page.lang, sources: [] },
    'page',
    words,
  );
}

/** Text of an appeal as HTML: words alone, whatever it holds. */
export async function textProse(appeal: Appeal, words: Words): Promise<string> {
  const markdown = await loadText(appeal);
  const { lang } = appeal;
  return renderProse(markdown, { folder: '', lang, sources: [] }, 'none', words, 'ask-');
}
