import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ToldProblem } from '@tamizdat/problem';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { makeOutlet, tamizdat } from '../../testing/sample-outlet.ts';
import { markdownSummary } from './markdown-summary.ts';
import { workflowCommand } from './workflow-command.ts';

const article = (number: number, fields = '') => `---
id: 01JD8Z0Q5X4K2M7N9P3R6S${String(number).padStart(4, '0')}
lang: ru
kind: news
title: Паром снова ходит через реку
section: politics
status: draft
${fields}---

Текст.
`;

let folder = '';
const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
afterEach(() => rm(folder, { recursive: true, force: true }));

async function repository(): Promise<void> {
  const files = Array.from({ length: 12 }, (_, index) => [
    `articles/ru/2026/11/${String(index + 1).padStart(2, '0')}-a/index.md`,
    article(index, 'kicket: x\n'),
  ]);
  folder = await makeOutlet(Object.fromEntries(files) as Record<string, string>);
  git('init', '--quiet');
  git('config', 'user.name', 'A');
  git('config', 'user.email', 'a@example.org');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Begin');
  git('branch', 'base');
  const last = 'content/articles/ru/2026/11/12-a/index.md';
  await writeFile(path.join(folder, last), article(11, 'kickr: "::set-output name=a::b%0A"\n'));
  git('commit', '--quiet', '--all', '--message', 'Change');
}

describe('tamizdat check --format github', () => {
  test('notes on the lines, changed files first, at most ten; the whole list in the summary', async () => {
    await repository();
    const file = path.join(folder, 'summary.md');
    const { code, out } = await tamizdat(
      ['check', '--content', 'content', '--format', 'github', '--changed', 'base'],
      folder,
      { GITHUB_STEP_SUMMARY: file },
    );
    expect(code).toBe(1);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(11);
    expect(lines[0]).toBe(
      '::error file=content/articles/ru/2026/11/12-a/index.md,line=8,col=1,endColumn=6,title=unknown-field::There is no field “kickr”.%0A→ Did you mean “kicker”?',
    );
    expect(lines[10]).toBe('12 errors, 0 warnings in 12 files. 13 files looked at.');
    const summary = await readFile(file, 'utf8');
    expect(summary.match(/^- \*\*error\*\*/gm)).toHaveLength(12);
    expect(summary).toMatch(/^### 12 errors\\, 0 warnings/);
  });

  test('takes the base of the pull request', async () => {
    await repository();
    git('update-ref', 'refs/remotes/origin/main', 'base');
    const { out } = await tamizdat(
      ['check', '--content', 'content', '--format', 'github'],
      folder,
      {
        GITHUB_BASE_REF: 'main',
        GITHUB_STEP_SUMMARY: '',
      },
    );
    expect(out.split('\n')[0]).toContain('/12-a/');
  });

  test.each([
    [['--format', 'github', '--changed', 'nowhere'], 'git cannot compare with “nowhere”'],
    [['--format', 'github', '--changed', '--output=x'], 'git cannot compare'],
    [['--format', 'xml'], '--format is one of: terminal, json, github.'],
    [['--format', 'github', '--json'], '--format is one of'],
  ])('%j is told in a line', async (args, line) => {
    await repository();
    const { code, err } = await tamizdat(['check', '--content', 'content', ...args], folder);
    expect([code, err]).toEqual([2, expect.stringContaining(line)]);
    expect(git('status', '--porcelain')).toBe('');
  });
});

describe('what stands in files', () => {
  const problems = fc.record<ToldProblem>({
    code: fc.constant('a'),
    severity: fc.constantFrom('error', 'warning'),
    file: fc.string(),
    line: fc.nat(),
    column: fc.nat(),
    message: fc.string({ unit: 'binary' }),
    remedy: fc.constantFrom(
      '::error::x',
      '\n::stop-commands::a',
      '\r::x::',
      '%0A::x',
      '<img src=x>',
    ),
    example: fc.constantFrom('``` `a`', '[a](https://b.example)', '\n\n# b'),
  });

  test('begins no command of its own', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const told = workflowCommand(problem);
        expect(told).not.toMatch(/[\r\n]/);
        const [, properties = '', text = ''] = /^::\w+ ([^:]*)::(.*)$/u.exec(told) ?? [];
        expect(properties.split(',').map((part) => part.split('=')[0])).toEqual([
          'file',
          'line',
          'col',
          'endColumn',
          'title',
        ]);
        expect(text.replaceAll(/%(?:25|0D|0A)/g, '')).not.toContain('%');
      }),
    );
  });

  test('is no markup of the summary', () => {
    const message = '@all <b>*bold*</b> [x](https://evil.example) https://evil.example `a`\n# b';
    const problem = { code: 'a', severity: 'error', file: 'f', line: 1, column: 1 } as const;
    const text = markdownSummary(
      [{ ...problem, message, remedy: 'r', example: '`` `' }],
      'c',
      10_000,
    );
    expect(text).toMatchInlineSnapshot(`
      "### c

      - **error** \` a \` \` f:1:1 \`: \\@<!-- -->all \\<b\\>\\*bold\\*\\<\\/b\\> \\[x\\]\\(https<!-- -->\\:\\/\\/evil\\.example\\) https<!-- -->\\:\\/\\/evil\\.example \\\`a\\\` \\# b r \`\`\` \`\` \` \`\`\`
      "
    `);
  });

  test('stays within what the forge takes, and says how many are left', () => {
    const problem = {
      code: 'a',
      severity: 'error',
      file: 'f',
      line: 1,
      column: 1,
      remedy: 'r',
    } as const;
    const many = Array.from({ length: 500 }, () => ({ ...problem, message: 'Слово' }));
    const text = markdownSummary(many, 'c', 5_000);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(5_000);
    const told = text.match(/^- /gm)?.length ?? 0;
    expect(text).toContain(`and ${500 - told} more`);
  });
});

test('a folder of the content within another repository is told by its own names', async () => {
  folder = await makeOutlet({ 'articles/ru/2026/11/01-a/index.md': article(1) });
  await mkdir(path.join(folder, 'other'));
  const { out } = await tamizdat(
    ['check', 'content', '--content', 'content', '--format=json'],
    folder,
  );
  expect(JSON.parse(out)).toEqual({ language: 'en', files: 2, compared: 0, problems: [] });
});
