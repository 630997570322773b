import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspectContent } from '@tamizdat/archive';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ContentFolder } from './fixture/content-folder.ts';
import { contentFolder, listBuilt } from './site/built-site.ts';
import { removeCopy } from './workplace/copy-repository.ts';

/** As many as a list of front matter holds. */
const LIST_MAX = 50;
const DAY = 'en/2026/10/01';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-former-'));
});
afterAll(() => {
  removeCopy(folder);
});

test('no page of the built site can be a former address or a fixed page', async () => {
  const content = new ContentFolder(path.join(folder, 'content'));
  cpSync(contentFolder, content.root, { recursive: true });
  const pages = listBuilt('**/*.html').map((page) => page.replace(/\.html$/, ''));
  expect(pages.length).toBeGreaterThan(100);
  for (let start = 0; start < pages.length; start += LIST_MAX) {
    content.writeArticle({
      folder: `${DAY}-claims-${String(start)}`,
      title: 'An article that claims to have been everything',
      text: 'Text.',
      tags: [],
      author: 'anton-revyakin',
      fields: [
        'formerAddresses:',
        ...pages.slice(start, start + LIST_MAX).map((page) => `  - "${page}"`),
      ],
    });
  }
  const { problems } = await inspectContent(content.root);
  const refused = new Set(
    problems.flatMap(({ code, found }) =>
      code.startsWith('former-address') && found !== undefined ? [found] : [],
    ),
  );
  expect(pages.filter((page) => !refused.has(page))).toEqual([]);
});
