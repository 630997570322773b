import { articleAddress, type Archive } from '@tamizdat/archive';
import { readerRootFiles } from '../reader/reader-files.ts';
import { hostHeaders } from './host-headers.ts';
import { faviconAddress, ICON_SIZES, iconAddress, markAddress } from './mark/icon-address.ts';
import { faviconIco, iconPng } from './mark/icons.ts';
import { HOST_RULES_MAX } from './limits.ts';
import { loadMark } from './mark/load-mark.ts';
import { newsSitemap } from './sitemap/news-sitemap.ts';
import { robotsText } from './robots-text.ts';
import { publicArticles } from './sitemap/public-articles.ts';
import { sitemapIndex } from './sitemap/sitemap-documents.ts';

export interface RootFile {
  type: string;
  build: () => string | Buffer | Promise<string | Buffer>;
}

const TEXT = 'text/plain; charset=utf-8';
const XML = 'application/xml; charset=utf-8';

/** GitHub Pages reads the file's name alone; the tree holds no empty files. */
const NO_JEKYLL = 'Serve every file as it is.\n';

/** Files at the root of the tree that are no pages, by name. */
export async function rootFiles(door: Archive): Promise<Map<string, RootFile>> {
  const outlet = await door.outlet();
  const mark = await loadMark(outlet);
  return new Map<string, RootFile>([
    ['sitemap.xml', { type: XML, build: () => sitemapIndex(door) }],
    ['news-sitemap.xml', { type: XML, build: () => newsSitemap(door) }],
    ['robots.txt', { type: TEXT, build: () => robotsText(outlet) }],
    ['_headers', { type: TEXT, build: async () => hostHeaders(outlet, await newestPages(door)) }],
    ['.nojekyll', { type: TEXT, build: () => NO_JEKYLL }],
    ...(mark === undefined ? [] : iconFiles(mark)),
    ...(await readerRootFiles(door)),
  ]);
}

async function newestPages(door: Archive): Promise<string[]> {
  const articles = await publicArticles(door);
  return articles.slice(0, HOST_RULES_MAX).map(({ address }) => articleAddress(address));
}

function iconFiles(mark: string): [string, RootFile][] {
  return [
    [markAddress, { type: 'image/svg+xml', build: () => mark }],
    [faviconAddress, { type: 'image/x-icon', build: () => faviconIco(mark) }],
    ...ICON_SIZES.map((size): [string, RootFile] => [
      iconAddress(size),
      { type: 'image/png', build: () => iconPng(mark, size) },
    ]),
  ];
}
