import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { AGE_HASH, AGE_SCRIPT, asOfHtml, standalonePage } from './standalone-page.ts';

const page = standalonePage({ lang: 'ar', dir: 'rtl', title: 'a < b', article: '<p>x', foot: '' });

test('a page that stands alone lets its one script run and no other', () => {
  expect(createHash('sha256').update(AGE_SCRIPT).digest('base64')).toBe(AGE_HASH);
  expect(page).toContain(`script-src 'sha256-${AGE_HASH}'`);
  expect(page).toContain(`<script>${AGE_SCRIPT}</script>`);
});

test('it escapes what it is called', () => {
  expect(page).toContain('<title>a &lt; b</title>');
  expect(page).toContain('<html lang="ar" dir="rtl">');
});

test('a date that ends with a full stop ends the sentence', () => {
  const date = { at: '2026-11-21T09:30:00Z', text: '21 ноября 2026 г.' };
  expect(asOfHtml('Дата: {date}. Позже', date)).toBe(
    '<p>Дата: <time datetime="2026-11-21T09:30:00Z">21 ноября 2026 г.</time> Позже</p>',
  );
});
