import { asOfHtml, standalonePage } from '../forms/standalone-page.ts';
import { fileName } from './file-name.ts';
import { lastDate } from './last-date.ts';

/** What a reader wants the file to tell. */
export interface FileChoice {
  /** Whose it is and where it stands; absent where the file is to say neither. */
  source?: { name: string; address: string } | undefined;
  /** Whether the headline is its name. */
  isNamed: boolean;
}

/**
 * Saves an article as one file with its pictures inside.
 * @param copy Of the article; its pictures get their bytes.
 * @returns how many pictures could not come along: a page that is a file may read none.
 */
export async function saveFile(
  copy: HTMLElement,
  asOf: string,
  { source, isNamed }: FileChoice,
): Promise<number> {
  const leftOut = await drawInside(copy);
  const { lang, dir } = document.documentElement;
  const title = copy.querySelector('h1')?.textContent ?? '';
  const foot = asOfHtml(asOf, lastDate(copy)) + (source ? sourceHtml(source) : '');
  const page = {
    lang,
    dir: dir === 'rtl' ? dir : 'ltr',
    title,
    article: copy.innerHTML,
    foot,
  } as const;
  download(standalonePage(page), isNamed ? fileName(title) : 'text.html');
  return leftOut;
}

function sourceHtml({ name, address }: { name: string; address: string }): string {
  const [line, link] = [document.createElement('p'), document.createElement('a')];
  link.href = link.textContent = address;
  line.append(name, document.createElement('br'), link);
  return line.outerHTML;
}

/** Puts the bytes of pictures into a copy; where there are none, their words. */
async function drawInside(copy: HTMLElement): Promise<number> {
  let leftOut = 0;
  // One after another: more connections at once are counted, and punished, where sites are blocked.
  for (const image of copy.querySelectorAll('img')) {
    const bytes = await load(image.dataset['from'] ?? '').catch(() => undefined);
    delete image.dataset['from'];
    if (bytes) image.src = bytes;
    else {
      leftOut += 1;
      image.replaceWith(image.alt && `[${image.alt}]`);
    }
  }
  return leftOut;
}

/** Stores that know no types say that a picture is bytes. */
const TYPES = new Map([
  ['jpg', 'image/jpeg'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
]);

const typeOf = ({ type }: Blob, source: string): string | undefined =>
  type === '' || type === 'application/octet-stream'
    ? TYPES.get(source.slice(source.lastIndexOf('.') + 1))
    : type;

async function load(source: string): Promise<string | undefined> {
  const answer = await fetch(source, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  const bytes = await answer.blob();
  const type = typeOf(bytes, source);
  // A page that says that something is blocked comes with status 200 as well.
  if (!answer.ok || !type?.startsWith('image/')) return undefined;
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(reader.result as string);
    };
    reader.onerror = reject;
    reader.readAsDataURL(bytes.slice(0, bytes.size, type));
  });
}

function download(html: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
