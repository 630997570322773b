import { copyArticle } from './copy-article.ts';
import { copyText } from './copy-text.ts';
import { lastDate } from './last-date.ts';
import { plainText } from './plain-text.ts';
import { saveFile } from './save-file.ts';
import type { ScriptData } from './script-data.ts';

/** The policy of pages lets no stylesheet in, and a script may set properties. */
const LIKE_A_LINK =
  'font:inherit;color:CanvasText;background:none;border:0;margin:0;padding:.5rem 0;text-decoration:underline;cursor:pointer';

/** What of a link's look a button takes over: its colours have other names on each page, and follow light and dark. */
const OF_A_LINK = ['color', 'textDecoration', 'textUnderlineOffset'] as const;
const isDark = (): MediaQueryList => matchMedia('(prefers-color-scheme:dark)');

function paintLike(link: Element | null, buttons: readonly HTMLElement[]): void {
  if (link === null) return;
  const look = getComputedStyle(link);
  for (const button of buttons) for (const key of OF_A_LINK) button.style[key] = look[key];
}

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
  const buttons: HTMLElement[] = [];
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
    buttons.push(button);
    place.append(' ', button);
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
  const paint = (): void => {
    paintLike(place.querySelector('a'), buttons);
  };
  paint();
  // Browsers of 2019 know no listener of it.
  (isDark() as Partial<MediaQueryList>).addEventListener?.('change', paint);
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
