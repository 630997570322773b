import type { BrowserContext, Page } from '@playwright/test';
import { buildWords } from '@tamizdat/article-schema';
import { baseOf, ORIGIN } from '../outlet/names.ts';

/** Milliseconds after which a page that says nothing has nothing to say. */
const PATIENCE_MS = 15_000;

/**
 * Opens the front page in both languages and looks for what the worker says above it.
 * @param expected Undefined where all is well: then it says nothing, or that the copy comes from a mirror.
 * @returns what is wrong
 */
export async function findWrongWords(
  context: BrowserContext,
  expected: 'old' | 'unchecked' | undefined,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const lang of ['ru', 'en']) {
    const said = await readLine(context, lang, expected !== undefined);
    const words = buildWords(lang).readerWords;
    const isRight =
      expected === undefined
        ? said === '' || said === `${words.fromMirror} ${words.title}`
        : fills(said, `${words[expected]} ${words.title}`);
    if (!isRight) wrong.push(`${lang}: says “${said}”, not ${expected ?? 'nothing'}`);
  }
  return wrong;
}

/** Whether a text is a word with its date filled in. */
function fills(text: string, word: string): boolean {
  const [before = '', after] = word.split('{date}');
  if (after === undefined) return text === word;
  const date = text.slice(before.length, -after.length);
  return text === before + date + after && /\d{4}/.test(date);
}

async function readLine(
  context: BrowserContext,
  lang: string,
  isAwaited: boolean,
): Promise<string> {
  const page: Page = await context.newPage();
  try {
    await page.goto(`${baseOf(ORIGIN)}${lang}/index.html`);
    const line = page.locator('main > p.meta[role=status]').first();
    if (isAwaited) await line.waitFor({ timeout: PATIENCE_MS });
    return (await line.count()) > 0 ? await line.innerText() : '';
  } catch (error) {
    return String(error).split('\n')[0] ?? '';
  } finally {
    await page.close();
  }
}
