import { expect, test } from '@playwright/test';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type BuiltOutlet, languagesOf, outlets } from '../outlets/built-outlets.ts';
import { kindsOfAnyEdition, pagesOfEachKind } from './places/page-kinds.ts';
import { openPlace, type PlaceName, placeNames } from './places/places.ts';
import { watchContext } from './places/watch.ts';

interface Crawled {
  links: string[];
  files: string[];
  /** Of each picture in the page's order: all addresses that a browser may take for it. */
  images: string[];
}

/** What a page holds; runs in it. */
function crawl(): Crawled {
  const resolve = (address: string) => new URL(address, document.baseURI).href;
  const urls = (selector: string, attribute: string) =>
    [...document.querySelectorAll(selector)].map((element) =>
      resolve(element.getAttribute(attribute) ?? ''),
    );
  const choices = (srcset: string) =>
    srcset.split(',').map((choice) => {
      const [address = '', width = ''] = choice.trim().split(/\s+/);
      return `${resolve(address)} ${width}`;
    });
  const addresses = (image: HTMLImageElement) =>
    [...(image.closest('picture')?.querySelectorAll('source') ?? []), image].flatMap(
      ({ src, srcset, sizes }) => [src, sizes, ...choices(srcset)],
    );
  return {
    links: urls('a[href]', 'href'),
    files: urls('link[href]', 'href'),
    images: [...document.images].map((image) => addresses(image).join('\n')),
  };
}

/** Pictures of a page, of those that are named by their place, that cannot be decoded; runs in it. */
async function findBroken(named: boolean[]): Promise<string[]> {
  const pictures = [...document.images].filter((_, place) => named[place]);
  for (const image of pictures) image.loading = 'eager';
  await Promise.all(pictures.map((image) => image.decode().catch(() => undefined)));
  return pictures
    .filter(({ naturalWidth }) => naturalWidth === 0)
    .map(({ currentSrc, src }) => currentSrc || src);
}

/**
 * Places in which every page is opened: from disk, and below a path on a host that knows no more than files. What leads
 * anywhere in both does at a root and with index documents, too: less of an address counts there, and more is answered.
 * There one page of each kind shows that its scripts, and a browser's rules, are at home as well.
 */
const STRICTEST: readonly PlaceName[] = ['file', 'sub-path'];

const runs = outlets.flatMap((outlet) => placeNames.map((name) => ({ outlet, name })));

const pagesOfKinds = ({ tree }: BuiltOutlet): string[] =>
  languagesOf({ tree }).flatMap((lang) => [...pagesOfEachKind(tree, lang).values()]);

for (const { outlet, name } of runs) {
  const { tree, least } = outlet;
  const isCrawled = STRICTEST.includes(name);
  const what = isCrawled ? 'every page' : 'a page of each kind';
  test(`every link and image of ${what} works: ${outlet.name}, ${name}`, async ({ browser }) => {
    const place = await openPlace(name, tree);
    const context = await browser.newContext();
    const watched = await watchContext(context, place.base);
    const page = await context.newPage();
    const kinds = isCrawled ? [] : pagesOfKinds(outlet);
    const queue = ['index.html', ...kinds].map((address) => place.base + address);
    const seen = new Set(queue);
    const broken: string[] = [];
    let opened = 0;
    // What was decoded once at its addresses need not be again: it is the same bytes.
    const decoded = new Set<string>();
    let images = 0;
    for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
      const response = await page
        .goto(url, { waitUntil: 'load' })
        .catch((error: unknown) => String(error));
      if (typeof response === 'string' || (response && response.status() >= 400)) {
        broken.push(`${url}: ${typeof response === 'string' ? response : response.status()}`);
        continue;
      }
      opened++;
      // A page that leads on has a right to have left already.
      await page.waitForLoadState();
      const found = await page.evaluate(crawl);
      images += found.images.length;
      const unseen = found.images.map((addresses) => !decoded.has(addresses));
      if (unseen.includes(true))
        for (const image of await page.evaluate(findBroken, unseen))
          broken.push(`${url}: image ${image}`);
      for (const addresses of found.images) decoded.add(addresses);
      for (const link of [...found.links, ...found.files]) {
        const target = link.replace(/[?#].*$/, '');
        if (!target.startsWith(place.base) || seen.has(target)) continue;
        seen.add(target);
        if (isCrawled && target.endsWith('.html')) queue.push(target);
        else if (!existsSync(path.join(tree, decodeURIComponent(target.slice(place.base.length)))))
          broken.push(`${url}: ${link}`);
      }
    }
    await context.close();
    await place.close();
    expect(broken).toEqual([]);
    expect(watched.violations).toEqual([]);
    expect(watched.foreign).toEqual([]);
    expect(watched.failed).toEqual([]);
    if (isCrawled) {
      expect(seen.size).toBeGreaterThanOrEqual(least.files);
      expect(images).toBeGreaterThanOrEqual(least.images);
    } else expect(opened).toBeGreaterThanOrEqual(kindsOfAnyEdition.length);
  });
}
