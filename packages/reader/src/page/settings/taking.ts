import { listKept } from './list-kept.ts';
import { part, type Place, tell } from './place.ts';

/** Articles that are kept of a list. */
const NEWEST = 20;

/** *Keep for offline*: a list and its newest articles, their size first. */
export function startTaking(place: Place): void {
  const form = part(place.root, 'take');
  const list = form?.querySelector<HTMLSelectElement>('[name=list]');
  const go = form && part(form, 'go');
  if (!form || !list || !go) return;
  let paths: string[] = [];
  let isTaking = false;
  const measure = async (): Promise<void> => {
    tell(form, 'told', '…');
    paths = await pathsOf(place.base, list.value);
    let bytes = 0;
    for (const path of paths) {
      const answer = await place.ask({ ask: 'size', path });
      bytes += Number(answer?.['bytes'] ?? 0);
    }
    const values = { count: String(paths.length), size: String(Math.ceil(bytes / 1_000)) };
    tell(form, 'told', place.word('size', values));
    go.hidden = paths.length === 0;
  };

  const take = async (): Promise<void> => {
    // It stays where it is: whoever pressed it by the keyboard stands there.
    if (isTaking) return;
    isTaking = true;
    let outcome = 'taken';
    for (const [done, path] of paths.entries()) {
      const values = { done: String(done + 1), count: String(paths.length) };
      tell(form, 'told', place.word('progress', values));
      const answer = await place.ask({ ask: 'keep', path });
      if (answer?.['ok'] !== true) outcome = 'notAll';
      if (answer?.['isFull'] !== true) continue;
      outcome = 'full';
      break;
    }
    tell(form, 'told', place.word(outcome));
    await listKept(place);
    isTaking = false;
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    measure().catch(() => {
      tell(form, 'told', place.word('notAll'));
    });
  });
  go.addEventListener('click', () => {
    void take();
  });
}

/** A list's own path and those of the articles that it links to, in its order. */
async function pathsOf(base: string, list: string): Promise<string[]> {
  const address = new URL(list, base).href;
  const text = await (await fetch(address)).text();
  const links = new DOMParser().parseFromString(text, 'text/html').querySelectorAll('main a[href]');
  const articles = [...links]
    .map((link) => new URL(link.getAttribute('href') ?? '', address))
    .map(({ origin, pathname }) => origin + pathname)
    .filter((url) => url.startsWith(base) && /\/\d{4}\/\d\d\/\d\d\/[^/]+\.html$/.test(url));
  const paths = [...new Set(articles)].slice(0, NEWEST).map((url) => url.slice(base.length));
  return [list.replace(/^\//, ''), ...paths.map(decodeURIComponent)];
}
