import { expect, test } from '@playwright/test';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { outlets } from '../outlets/built-outlets.ts';
import { openPlace, placeNames } from './places/places.ts';
import { watchContext } from './places/watch.ts';

interface Crawled {
  links: string[];
  files: string[];
  brokenImages: string[];
  images: number;
}

const runs = outlets.flatMap((outlet) => placeNames.map((name) => ({ outlet, name })));

for (const { outlet, name } of runs) {
  const { tree, least } = outlet;
  test(`every link and image works: ${outlet.name}, ${name}`, async ({ browser }) => {
    const place = await openPlace(name, tree);
    const context = await browser.newContext();
    const watched = await watchContext(context, place.base);
    const page = await context.newPage();
    const queue = [`${place.base}index.html`];
    const seen = new Set(queue);
    const broken: string[] = [];
    let images = 0;
    for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
      const response = await page
        .goto(url, { waitUntil: 'load' })
        .catch((error: unknown) => String(error));
      if (typeof response === 'string' || (response && response.status() >= 400)) {
        broken.push(`${url}: ${typeof response === 'string' ? response : response.status()}`);
        continue;
      }
      // A page that leads on has a right to have left already.
      await page.waitForLoadState();
      const found: Crawled = await page.evaluate(async () => {
        const pictures = [...document.images];
        for (const image of pictures) image.loading = 'eager';
        await Promise.all(pictures.map((image) => image.decode().catch(() => undefined)));
        const urls = (selector: string, attribute: string) =>
          [...document.querySelectorAll(selector)].map(
            (element) => new URL(element.getAttribute(attribute) ?? '', document.baseURI).href,
          );
        return {
          links: urls('a[href]', 'href'),
          files: urls('link[href]', 'href'),
          images: pictures.length,
          brokenImages: pictures
            .filter(({ naturalWidth }) => naturalWidth === 0)
            .map(({ currentSrc, src }) => currentSrc || src),
        };
      });
      images += found.images;
      broken.push(...found.brokenImages.map((image) => `${url}: image ${image}`));
      for (const link of [...found.links, ...found.files]) {
        const target = link.replace(/[?#].*$/, '');
        if (!target.startsWith(place.base) || seen.has(target)) continue;
        seen.add(target);
        if (target.endsWith('.html')) queue.push(target);
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
    expect(seen.size).toBeGreaterThanOrEqual(least.files);
    expect(images).toBeGreaterThanOrEqual(least.images);
  });
}
