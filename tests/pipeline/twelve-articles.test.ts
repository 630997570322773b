import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ContentFolder } from './fixture/content-folder.ts';
import { runTamizdat } from './workplace/run-tamizdat.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-twelve-'));
const content = new ContentFolder(path.join(folder, 'content'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Told {
  code: string;
  severity: string;
  file: string;
  line: number;
  message: string;
  remedy: string;
  example?: string;
}

/** What stands wrongly in an article, and how a person who does what the message says mends it. */
interface Spoiled {
  spoil: [from: string, to: string];
  /** Line of the mistake. */
  line: number;
  mend: (line: string, told: Told) => string;
}

/** The word between the marks of “Did you mean “…”?”. */
const meant = ({ remedy }: Told): string => /Did you mean “([^”]+)”/.exec(remedy)?.[1] ?? remedy;
const asExample = (_: string, { example = '' }: Told): string => example;
const instead = (wrong: string) => (line: string, told: Told) => line.replace(wrong, meant(told));

const SPOILED: readonly Spoiled[] = [
  { spoil: ['kind: news', 'kind: newz'], line: 4, mend: instead('newz') },
  { spoil: ['section: news', 'section: nevs'], line: 6, mend: instead('nevs') },
  { spoil: ['tags: [river]', 'tags: [rivr]'], line: 7, mend: instead('rivr') },
  { spoil: ['authors: [anna]', 'authors: [ana]'], line: 8, mend: instead('ana') },
  { spoil: ['status: ready', 'status: redy'], line: 10, mend: instead('redy') },
  // The remedy lists the outlet’s languages.
  { spoil: ['lang: en', 'lang: eng'], line: 3, mend: () => 'lang: en' },
  { spoil: ['status: ready', 'status: ready\nkicket: Rivers'], line: 11, mend: instead('kicket') },
  { spoil: ['T12:00:00Z', 'T12:00:00'], line: 9, mend: (line) => `${line}Z` },
  { spoil: ['title: The ferry', 'title: Ferry: the ferry'], line: 5, mend: asExample },
  {
    spoil: ['title: The ferry story', 'title: The'],
    line: 5,
    mend: () => 'title: The ferry story',
  },
  { spoil: ['River.', '<script>alert(1)</script>'], line: 13, mend: () => 'River.' },
  {
    spoil: ['River.', '[A link](/en/section/nevs.html).'],
    line: 13,
    mend: (line) => line.replace('nevs', 'news'),
  },
];

const place = (at: number): string => `en/2026/11/${String(10 + at)}-ferry-${String(at)}`;
const text = (at: number): string => `---
id: 01JD8Z0Q5X4K2M7N9P3R6S${String(at).padStart(4, '0')}
lang: en
kind: news
title: The ferry story
section: news
tags: [river]
authors: [anna]
publishedAt: 2026-11-${String(10 + at)}T12:00:00Z
status: ready
---

River.
`;

async function check(): Promise<{ code: number | null; problems: Told[] }> {
  const { code, output } = await runTamizdat(repository, [
    'check',
    '--json',
    '--content',
    content.root,
  ]);
  return { code, ...(JSON.parse(output) as { problems: Told[] }) };
}

test('twelve articles spoiled in twelve ways give twelve messages; mended as they say, they pass', async () => {
  await content.fill();
  for (const [at, { spoil }] of SPOILED.entries()) {
    const spoilt = text(at).replace(...spoil);
    expect(spoilt).not.toBe(text(at));
    content.write(`articles/${place(at)}/index.md`, spoilt);
  }
  const { code, problems } = await check();
  expect(code).toBe(1);
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ file, line }) => `${file}:${String(line)}`)).toEqual(
    SPOILED.map(({ line }, at) => `content/articles/${place(at)}/index.md:${String(line)}`),
  );
  expect(new Set(errors.map(({ message }) => message)).size).toBe(12);
  for (const [at, { mend }] of SPOILED.entries()) {
    const told = errors[at];
    if (told === undefined) throw new Error('no message');
    expect(told.remedy.length).toBeGreaterThan(10);
    const file = `articles/${place(at)}/index.md`;
    const lines = readFileSync(path.join(content.root, file), 'utf8').split('\n');
    lines[told.line - 1] = mend(lines[told.line - 1] ?? '', told);
    content.write(file, lines.join('\n'));
  }
  expect(await check()).toEqual(expect.objectContaining({ code: 0, problems: [] }));
});
