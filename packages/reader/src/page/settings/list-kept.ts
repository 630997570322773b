import { part, type Place } from './place.ts';

/** Lists the pages that open without a connection. */
export async function listKept({ root, base, ask, word }: Place): Promise<void> {
  const list = part(root, 'kept');
  const paths = (await ask({ ask: 'kept' })) as unknown as string[] | undefined;
  if (!list || !paths) return;
  const pages = paths.filter((path) => path.endsWith('.html') && !path.endsWith('/reader.html'));
  const items = await Promise.all(pages.reverse().map((path) => itemOf(path, base)));
  list.replaceChildren(...(items.length > 0 ? items : [itemSaying(word('nothing'))]));
}

function itemSaying(...said: (string | Node)[]): HTMLElement {
  const item = document.createElement('li');
  item.append(...said);
  return item;
}

async function itemOf(path: string, base: string): Promise<HTMLElement> {
  const link = document.createElement('a');
  link.href = base + path.split('/').map(encodeURIComponent).join('/');
  link.textContent = (await titleOf(link.href)) ?? path;
  return itemSaying(link);
}

/** A page that is at hand says its title without a connection. */
async function titleOf(address: string): Promise<string | undefined> {
  try {
    const text = await (await fetch(address)).text();
    return new DOMParser().parseFromString(text, 'text/html').title || undefined;
  } catch {
    return undefined;
  }
}
