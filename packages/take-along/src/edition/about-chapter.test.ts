import { buildWords, type Outlet } from '@tamizdat/article-schema';
import type { EditionContext } from '@tamizdat/render';
import { expect, test } from 'vitest';
import { buildAbout } from './about-chapter.ts';

const context = {
  lang: 'en',
  outlet: {
    name: { en: 'The <Window>' },
    rootFingerprint: 'ab'.repeat(32),
    timeZone: 'Europe/Vilnius',
  } as unknown as Outlet,
  edition: { locale: 'en-GB' },
  words: buildWords('en'),
} as EditionContext;
const about = {
  context,
  base: 'https://window.example/',
  mirrors: ['https://mirror.example/x/'],
  links: true,
  leftOut: 3,
  changed: '2026-11-21T23:30:00Z',
};

test('the last chapter says whose the book is, how to check copies, where else they stand, and what is not in it', () => {
  const { title, html } = buildAbout(about);
  expect(title).toBe('The <Window>');
  expect(html).toContain(': 22 November 2026. What happened or was corrected later');
  expect(html).toContain('>https://window.example/en/index.html</a>');
  expect(html).toContain('<code>abab abab');
  expect(html).toContain('https://window.example/en/verify.html');
  expect(html).toContain('<p>The same at</p><ul><li><a href="https://mirror.example/x/en/');
  expect(html).toContain('Pictures left out, so that the file stays small: 3');
});

test('it names no address where none may be passed on, and tells of no pictures that are there', () => {
  const { html } = buildAbout({ ...about, links: false, leftOut: 0 });
  expect(html).toContain('<code>abab abab');
  expect(html).not.toMatch(/https?:|example|Pictures/);
});
