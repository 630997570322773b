import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { plainAddress } from '@tamizdat/article-schema';
import { checkTree, finishPage } from '@tamizdat/tree';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';

const PAGES = ['index.html', 'en/index.html', 'en/a.html', 'en/2026/b.html', 'en/ж.html'];
const FROM = 'en/2026/from.html';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tamizdat-judges-'));
  for (const page of PAGES) await put(page, '');
});
afterAll(() => rm(folder, { recursive: true }));

async function put(path: string, body: string): Promise<void> {
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"></head><body>${body}</body></html>`;
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), finishPage(html, path));
}

/** The links of a text that a build refuses: on its page they are relative. */
async function refusedByBuild(links: readonly string[]): Promise<Set<string>> {
  const body = links.map((link) => `<p><a href="${link}">a</a></p>`).join('\n');
  await put(FROM, body);
  const problems = await checkTree(folder);
  return new Set(problems.map(({ line }) => links[line - 1] ?? 'another line'));
}

const isRefusedByCheck = (link: string): boolean => !PAGES.includes(plainAddress(link));

/** A folder’s own page is written out by the build; the check asks for it, because other places do not write it. */
const isFolder = (link: string): boolean => PAGES.includes(`${plainAddress(link)}index.html`);

const spelt = fc.constantFrom(
  ...['en', 'a.html', '2026', 'b.html', 'index.html', 'ж.html', '%D0%B6.html', '%d0%b6.html'],
  ...['.', '..', '%2e', '%2E', '.%2e', '%2E%2e', '%65n', '%61.html', 'a%2Ehtml', 'a.htm%6c', ''],
  ...[
    'en%2Fa.html',
    'en%2fa.html',
    '..%2Fen',
    'en%5Ca.html',
    '%zz',
    '%D0.html',
    'A.html',
    'A.HTML',
  ],
);
const end = fc.constantFrom('', '#', '#top', '#TOP', '?q');
const wild = fc.array(spelt, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
const percent = (letter: string): string =>
  Buffer.from(letter).toString('hex').replace(/../g, '%$&');
/** A page, with other spellings of one of its letters, and with a way that leads back. */
const page = fc
  .tuple(fc.constantFrom(...PAGES), fc.nat(), fc.constantFrom('', './', '%2E/', 'x/../'))
  .map(([path, at, way]) => {
    const letters = Array.from(path);
    const letter = letters[at % letters.length] ?? '';
    const spelt = path.replace(letter, letter === '/' ? '/' : percent(letter));
    return spelt.replace(/[^/]*$/, `${way}$&`);
  });
const link = fc
  .tuple(fc.oneof(wild, page), end)
  .map(([path, rest]) => `/${path}${rest}`)
  // Two slashes name another host: no text may hold such a link.
  .filter((made) => !made.startsWith('//'));

it('check and build refuse the same links', async () => {
  let [both, neither] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(link, { minLength: 20, maxLength: 60 }), async (links) => {
      const refused = await refusedByBuild(links);
      for (const one of links) {
        if (isFolder(one)) continue;
        expect([one, isRefusedByCheck(one)]).toEqual([one, refused.has(one)]);
        if (refused.has(one)) both += 1;
        else neither += 1;
      }
    }),
    { numRuns: 60 },
  );
  expect(Math.min(both, neither)).toBeGreaterThan(200);
});

it.each([
  ['/en/a.html', false],
  ['/en/%61%2ehtml', false],
  ['/en/2026/../a.html', false],
  ['/en/%2E%2e/index.html', false],
  ['/en/%D0%B6.html', false],
  ['/en/a.html#TOP', false],
  ['/en%2Fa.html', true],
  ['/en/2026%2f..%2fa.html', true],
  ['/en/A.html', true],
  ['/en/%zz.html', true],
  ['/en/%D0.html', true],
])('%s is refused: %s', async (one, isRefused) => {
  expect([isRefusedByCheck(one), (await refusedByBuild([one])).has(one)]).toEqual([
    isRefused,
    isRefused,
  ]);
});
