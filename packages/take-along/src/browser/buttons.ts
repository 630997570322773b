import { copyArticle } from './copy-article.ts';
import { copyText } from './copy-text.ts';
import { lastDate } from './last-date.ts';
import { plainText } from './plain-text.ts';
import { saveFile } from './save-file.ts';
import type { ScriptData } from './script-data.ts';

/**
 * The policy of pages lets no stylesheet in, and a script may set properties. What has a colour is inherited from a link
 * around the button that leads nowhere: so it follows the page, light and dark, by itself.
 */
const LIKE_A_LINK =
  'font:inherit;color:inherit;background:none;border:0;margin:0;padding:.5rem 0;text-decoration:underline;text-decoration-color:inherit;text-underline-offset:inherit;cursor:pointer';

/** Adds buttons for what this browser can do, and what a saved file is to tell. */
export function showButtons(
  article: Element,
  place: Element,
  { words, name, hosts, address }: ScriptData & { address: string },
): void {
  const told = document.createElement('span');
  told.setAttribute('role', 'status');
  const tell = (text: string): void => {
    // Said again where it is the same: a reader who hears the page would hear nothing.
    told.textContent = '';
    setTimeout(() => (told.textContent = text));
  };
  const addButton = (label: string, act: () => Promise<string>): void => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.style.cssText = LIKE_A_LINK;
    button.onclick = () => {
      act().then(tell, () => {
        tell(words.failed);
      });
    };
    const link = document.createElement('a');
    link.style.padding = '0';
    link.append(button);
    place.append(' ', link);
  };
  const textOf = (): string => {
    const copy = copyArticle(article, name, hosts);
    return `${plainText(copy)}\n\n${fill(words.asOf, 'date', lastDate(copy).text)}\n`;
  };
  const options = document.createElement('details');
  const withSource = addChoice(options, words.withSource);
  const withName = addChoice(options, words.withName);
  if ('download' in HTMLAnchorElement.prototype && 'fetch' in window) {
    addButton(words.save, async () => {
      const leftOut = await saveFile(
        copyArticle(article, withSource.checked ? '' : name, hosts),
        words.asOf,
        {
          source: withSource.checked ? { name, address } : undefined,
          isNamed: withName.checked,
        },
      );
      return leftOut > 0 ? fill(words.leftOut, 'count', String(leftOut)) : words.saved;
    });
    // Pages print no rows: paper saves nothing.
    const row = document.createElement('div');
    row.className = 'row meta';
    row.append(options);
    place.after(row);
    const summary = document.createElement('summary');
    summary.textContent = words.options;
    options.prepend(summary);
  }
  addButton(words.copy, async () => {
    await copyText(textOf());
    return words.copied;
  });
  if ('share' in navigator)
    addButton(words.share, async () => {
      await navigator.share({ text: textOf() }).catch((error: unknown) => {
        if ((error as Error).name !== 'AbortError') throw error;
      });
      return '';
    });
  if ('print' in window)
    addButton(words.print, () => {
      window.print();
      return Promise.resolve('');
    });
  place.append(' ', told);
}

function addChoice(options: Element, label: string): HTMLInputElement {
  const [line, box] = [document.createElement('label'), document.createElement('input')];
  box.type = 'checkbox';
  line.style.display = 'block';
  line.append(box, ` ${label}`);
  options.append(line);
  return box;
}

/** Fills a word; “2026 г.” ends a sentence by itself. */
const fill = (word: string, name: string, value: string): string =>
  word.replace(`{${name}}`, () => value).replace(/\.\.(?!\.)/, '.');
