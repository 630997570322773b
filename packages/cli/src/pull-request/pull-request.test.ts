import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '@tamizdat/problem';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeOutlet, tamizdat } from '../../testing/sample-outlet.ts';
import { parseChange } from './changed-file.ts';
import { judgeChanges } from './judge-changes.ts';
import {
  CHANGED_BYTES_MAX,
  CHANGED_FILES_MAX,
  CHANGED_TEXT_BYTES_MAX,
  TOLD_MAX,
} from './limits.ts';

const DAY = 'articles/ru/2026/11/20-parom';
const ARTICLE = `---
id: 01JD8Z0Q5X4K2M7N9P3R6S8T0V
lang: ru
kind: news
title: Паром снова ходит через реку
section: politics
status: draft
---

Текст.
`;

let folder = '';
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    cwd: folder,
    stdio: 'pipe',
  });

beforeEach(async () => {
  folder = await makeOutlet();
  await write('README.md', 'The kit');
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Begin');
  git('branch', 'base');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, text: string | Buffer): Promise<void> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Commits everything that stands there as a pull request, and checks it. */
async function check(...more: string[]) {
  git('add', '--all', '--force');
  git('commit', '--quiet', '--allow-empty', '--message', 'Change');
  const args = ['check', '--content', 'content', '--pull-request', 'base', '--json', ...more];
  const { code, out, err } = await tamizdat(args, folder);
  expect(err).toBe('');
  const { problems, files } = JSON.parse(out) as { problems: Problem[]; files: number };
  return { code, files, told: problems.map((one) => `${one.file} ${one.code}`), problems };
}

describe('tamizdat check --pull-request', () => {
  test('finds nothing wrong with an article', async () => {
    await write(`content/${DAY}/index.md`, ARTICLE);
    expect(await check()).toMatchObject({ code: 0, told: [], files: 2 });
  });

  test('is advised on the spelling of what it changes, and passes', async () => {
    const misspelt = ARTICLE.replace('Текст', 'Рыжая карова');
    await write(`content/${DAY}-of-long-ago/index.md`, misspelt.replace('T0V', 'T0W'));
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Long ago');
    git('branch', '--force', 'base');
    await write(`content/${DAY}/index.md`, misspelt);
    const told = [`content/${DAY}/index.md style-spelling`];
    expect(await check('--spelling')).toMatchObject({ code: 0, told });
    expect((await check('--spelling', `content/${DAY}-of-long-ago`)).told).toEqual([]);
  });

  test.each([
    ['.github/workflows/release.yml', 'secrets'],
    ['packages/cli/src/main.ts', 'run on the machine'],
    ['package.json', 'run on the machine'],
    ['README.md', 'content alone'],
    ['content-of-mine/a.md', 'content alone'],
  ])('%s is not of the content, but for a maintainer', async (name, why) => {
    await write(name, 'x');
    const { code, told, problems } = await check();
    expect([code, told]).toEqual([1, [`${name} pull-request-outside-content`]]);
    expect(problems[0]?.why).toContain(why);
    expect(await check('--kit')).toMatchObject({ code: 0, told: [] });
  });

  test('a file of the kit that is deleted, or moved into the content, is told', async () => {
    git('mv', 'README.md', 'content/README.md');
    expect((await check()).told).toEqual(['README.md pull-request-outside-content']);
  });

  test.each([
    [`${DAY}/run.sh`, 'pull-request-file-type'],
    ['.gitattributes', 'pull-request-hidden-file'],
    [`${DAY}/.env/a.md`, 'pull-request-hidden-file'],
    // The first letter is Cyrillic.
    [`${DAY}/\u0456ndex.md`, 'pull-request-look-alike'],
    ['authors/ann\u0430.yaml', 'pull-request-look-alike'],
  ])('content/%s is refused, for maintainers too', async (name, code) => {
    await write(`content/${name}`, ARTICLE);
    expect((await check('--kit')).told).toContain(`content/${name} ${code}`);
  });

  describe('of the outlet’s keys', () => {
    const KEYS = ['root', '2.root', 'newest'].map((name) => `content/keys/${name}.json`);
    const refused = KEYS.map((name) => `${name} pull-request-keys`).sort();

    beforeEach(async () => {
      for (const name of KEYS) await write(name, '{}');
    });

    const begin = () => {
      git('add', '--all', '--force');
      git('commit', '--quiet', '--message', 'Keys');
      git('branch', '--force', 'base');
    };

    test('refuses what is added, but for a maintainer, and no private part for them either', async () => {
      const { code, told, problems } = await check();
      expect([code, told]).toEqual([1, refused]);
      expect(problems[0]?.message).toContain('adds');
      expect(await check('--kit')).toMatchObject({ code: 0, told: [] });
      await write('content/keys/targets-1.json', '{}');
      expect((await check('--kit')).told).toEqual([
        'content/keys/targets-1.json pull-request-file-type',
      ]);
    });

    test('refuses another root and the record of the newest release deleted', async () => {
      begin();
      await write('content/keys/root.json', '{"signed":"another"}');
      await rm(path.join(folder, 'content/keys/newest.json'));
      const { code, problems } = await check();
      expect([code, problems.map(({ file, message }) => [file, message.split(' ')[3]])]).toEqual([
        1,
        [
          ['content/keys/newest.json', 'deletes'],
          ['content/keys/root.json', 'changes'],
        ],
      ]);
      expect(await check('--kit')).toMatchObject({ code: 0, told: [] });
    });

    test('refuses all of it moved away, or a link in its place', async () => {
      begin();
      git('mv', 'content/keys', `content/old`);
      await symlink('old', path.join(folder, 'content/keys'));
      expect((await check()).told).toEqual(
        expect.arrayContaining([...refused, 'content/keys pull-request-keys']),
      );
      expect((await check('--kit')).told).toContain('content/keys pull-request-link');
    });
  });

  test('who the outlet is changes with a maintainer alone; a new address is advice', async () => {
    const outlet = (await readFile(path.join(folder, 'content/outlet.yaml'), 'utf8')).replace(
      'https://window.example',
      'https://evil.example',
    );
    const social = "social: [{ name: A, url: 'https://social.example/a' }]";
    await write('content/outlet.yaml', `${outlet}${social}\n`);
    const page = '---\ntitle: Contact\n---\n\nWrite to us: tips@evil.org\n';
    await write('content/pages/en/contact.md', page);
    const { code, problems } = await check();
    expect(code).toBe(1);
    expect(problems.filter(({ code: each }) => each.startsWith('pull-request'))).toMatchObject([
      { code: 'pull-request-identity', file: 'content/outlet.yaml', line: 3, column: 9 },
      { code: 'pull-request-address-new', severity: 'warning', field: 'social[0].url' },
      {
        code: 'pull-request-address-new',
        file: 'content/pages/en/contact.md',
        line: 5,
        column: 14,
      },
    ]);
    expect(await check('--kit')).toMatchObject({
      code: 0,
      told: [
        'content/outlet.yaml pull-request-address-new',
        'content/pages/en/contact.md pull-request-address-new',
      ],
    });
  });

  test('the outlet’s own words for the spelling are content, and nothing else of that sort', async () => {
    await write('content/spelling.txt', 'замглава\n');
    await write(`content/${DAY}/index.md`, ARTICLE);
    await write(`content/${DAY}/spelling.txt`, 'замглава\n');
    const { told } = await check();
    expect(told).toEqual([`content/${DAY}/spelling.txt pull-request-file-type`]);
  });

  test('a content folder that is a link is not followed into another repository', async () => {
    const other = await makeOutlet();
    const elsewhere = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
        cwd: other,
        stdio: 'pipe',
      });
    elsewhere('init', '--quiet');
    elsewhere('add', '--all');
    elsewhere('commit', '--quiet', '--message', 'Begin');
    elsewhere('branch', 'base');
    await write('.github/workflows/theirs.yml', 'on: push');
    await rm(path.join(folder, 'content'), { recursive: true });
    await symlink(path.join(other, 'content'), path.join(folder, 'content'));
    const { code, told } = await check('--kit');
    await rm(other, { recursive: true });
    expect([code, told]).toEqual([1, ['content pull-request-link']]);
  });

  test('more text than a check can read in time is told at once, and none of it is read', async () => {
    await write(`content/${DAY}/index.md`, ARTICLE + 'Текст. '.repeat(CHANGED_TEXT_BYTES_MAX / 24));
    await write(
      'content/articles/ru/2026/11/21-lodka/index.md',
      'a'.repeat(CHANGED_TEXT_BYTES_MAX / 2),
    );
    await write(`content/${DAY}/a.jpg`, 'a'.repeat(CHANGED_TEXT_BYTES_MAX));
    expect((await check()).told).toEqual(['content pull-request-too-much-text']);
  });

  test('a name in one alphabet before an extension in another is well', async () => {
    await write(`content/${DAY}/index.md`, ARTICLE);
    await write(`content/${DAY}/мой-мост-22.png`, 'x');
    expect((await check()).told.filter((one) => one.includes('pull-request'))).toEqual([]);
  });

  test('programs and links are refused', async () => {
    await write(`content/${DAY}/index.md`, ARTICLE);
    await chmod(path.join(folder, 'content', DAY, 'index.md'), 0o755);
    await symlink('index.md', path.join(folder, 'content', DAY, 'b.md'));
    const { told } = await check();
    expect(told).toContain(`content/${DAY}/index.md pull-request-executable`);
    expect(told).toContain(`content/${DAY}/b.md pull-request-link`);
  });

  test('what the base got since does not count', async () => {
    await write(`content/${DAY}/index.md`, ARTICLE);
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Article');
    git('checkout', '--quiet', 'base');
    await write('LICENSE', 'MIT');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Elsewhere');
    git('checkout', '--quiet', '-');
    expect((await check()).told).toEqual([]);
  });

  test('too many files are told at once, and none of them is read', async () => {
    const blob = git('hash-object', '-w', '--stdin').toString().trim();
    const lines = Array.from(
      { length: CHANGED_FILES_MAX + 1 },
      (_, at) => `100644 ${blob}\tcontent/articles/${at}.md\n`,
    );
    execFileSync('git', ['update-index', '--index-info'], { cwd: folder, input: lines.join('') });
    git('-c', 'user.name=A', 'commit', '--quiet', '--message', 'Flood');
    const args = ['check', '--content', 'content', '--pull-request', 'base', '--json'];
    const { code, out } = await tamizdat(args, folder);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      files: 0,
      problems: [{ code: 'pull-request-too-many-files', file: 'content' }],
    });
  });

  describe('of an article that is published', () => {
    const PUBLISHED = ARTICLE.replace('draft', 'ready\npublishedAt: 2026-11-20T10:00:00+02:00');
    const OTHER = PUBLISHED.replace('S8T0V', 'S8T0W');
    const known = async () => (await check()).told.filter((one) => one.includes('published'));

    beforeEach(async () => {
      await write(`content/${DAY}/index.md`, PUBLISHED);
      git('add', '--all');
      git('commit', '--quiet', '--message', 'Published');
      git('branch', '--force', 'base');
    });

    test('tells another id at its line', async () => {
      await write(`content/${DAY}/index.md`, OTHER);
      const { code, problems } = await check();
      expect(code).toBe(1);
      expect(problems).toMatchObject([
        { code: 'published-id-changed', file: `content/${DAY}/index.md`, line: 2, column: 5 },
      ]);
    });

    test('tells the line for one that is moved, and passes with it', async () => {
      git('mv', `content/${DAY}`, 'content/articles/ru/2026/11/20-lodka');
      const { problems } = await check();
      expect(problems).toMatchObject([
        { code: 'published-moved', file: 'content/articles/ru/2026/11/20-lodka/index.md' },
      ]);
      const line = problems[0]?.example ?? '';
      const text = PUBLISHED.replace('kind:', `${line}\nkind:`);
      await write('content/articles/ru/2026/11/20-lodka/index.md', text);
      expect(await check()).toMatchObject({ code: 0, told: [] });
    });

    test('tells that it is deleted, and who stands in its place under another name', async () => {
      await rm(path.join(folder, 'content', DAY), { recursive: true });
      await write(
        'content/articles/ru/2026/11/20-lodka/index.md',
        OTHER.replace('kind:', 'formerAddresses: [ru/2026/11/20/parom]\nkind:'),
      );
      expect(await known()).toEqual([
        `content/articles/ru/2026/11/20-lodka/index.md published-address-taken`,
        `content/${DAY}/index.md published-deleted`,
      ]);
    });

    test('tells a draft, and another day without a move', async () => {
      await write(`content/${DAY}/index.md`, ARTICLE);
      expect(await known()).toEqual([`content/${DAY}/index.md published-to-draft`]);
      await write(`content/${DAY}/index.md`, PUBLISHED.replace('11-20T', '11-19T'));
      expect(await known()).toEqual(
        ['published-at-not-the-folders-day', 'published-redated'].map(
          (code) => `content/${DAY}/index.md ${code}`,
        ),
      );
    });

    test('reads neither links nor files that are no text, and does not die of them', async () => {
      await write('content/articles/ru/2026/11/20-a/index.md', Buffer.alloc(5000, 0xff));
      await mkdir(path.join(folder, 'content/articles/ru/2026/11/20-b'));
      await symlink(
        '../20-parom/index.md',
        path.join(folder, 'content/articles/ru/2026/11/20-b/index.md'),
      );
      expect(await known()).toEqual([]);
    });

    test('says nothing of an article that the base got since', async () => {
      git('checkout', '--quiet', '-b', 'aside');
      git('checkout', '--quiet', 'base');
      await write('content/articles/ru/2026/11/20-lodka/index.md', OTHER);
      git('add', '--all');
      git('commit', '--quiet', '--message', 'Later');
      git('checkout', '--quiet', 'aside');
      expect(await known()).toEqual([]);
    });
  });

  test.each([
    [['--pull-request', 'nowhere'], 'git cannot compare with “nowhere”'],
    [['--pull-request', '--output=x'], 'git cannot compare'],
    [['--kit'], '--kit belongs to --pull-request'],
  ])('%j is told in a line', async (args, line) => {
    const { code, err } = await tamizdat(['check', '--content', 'content', ...args], folder);
    expect([code, err]).toEqual([2, expect.stringContaining(line)]);
  });
});

describe('what a pull request changes', () => {
  const file = (at: number) => ({
    path: `scripts/${at}.sh`,
    sort: 'file' as const,
    object: 'a',
    former: '0',
  });
  const changes = (count: number, bytes: number) => ({
    files: Array.from({ length: count }, (_, at) => file(at)),
    bytes,
    textBytes: 0,
    content: 'content/',
  });

  test('is told when it is too large', () => {
    const judged = judgeChanges(changes(1, CHANGED_BYTES_MAX + 1), true);
    expect(judged).toMatchObject({ stop: true, problems: [{ code: 'pull-request-too-large' }] });
    expect(judgeChanges(changes(1, CHANGED_BYTES_MAX), true)).toMatchObject({
      problems: [],
      stop: false,
    });
  });

  test('another repository is refused as a link is', () => {
    const other = parseChange(':000000 160000 000 abc A', 'content/other');
    const { problems } = judgeChanges({ ...changes(0, 0), files: [other] }, true);
    expect(problems).toMatchObject([{ code: 'pull-request-link', file: 'content/other' }]);
  });

  test.each(['keys', 'Keys/root.json', 'KEYS/newest.json', 'key\u017F/a.md', 'keys/a/b.png'])(
    'is one of the outlet’s keys: content/%s',
    (name) => {
      const judge = (facts: string, isKit: boolean) =>
        judgeChanges({ ...changes(0, 0), files: [parseChange(facts, `content/${name}`)] }, isKit)
          .problems;
      const deleted = ':100644 000000 abc 000 D';
      expect(judge(deleted, false)).toMatchObject([
        {
          code: 'pull-request-keys',
          ru: { message: expect.stringContaining('удаляет') as string },
        },
      ]);
      expect(judge(deleted, true)).toEqual([]);
      expect(judge(':100644 100644 abc def M', false)).toMatchObject([
        { code: 'pull-request-keys', severity: 'error' },
      ]);
    },
  );

  test('is not one of the keys where only its name begins so', () => {
    const files = ['keys.md', 'keys-of-the-city/a.md', 'articles/keys/a.md'].map((name) =>
      parseChange(':000000 100644 000 abc A', `content/${name}`),
    );
    expect(judgeChanges({ ...changes(0, 0), files }, false).problems).toEqual([]);
  });

  test('is told of the first files of a sort, and counted', () => {
    const { problems } = judgeChanges(changes(TOLD_MAX + 30, 0), false);
    expect(problems).toHaveLength(TOLD_MAX);
    expect(problems[0]?.message).toContain(`The same is true of ${TOLD_MAX + 29} other files.`);
  });
});
