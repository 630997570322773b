import { expect, it } from 'vitest';
import { exampleOutlet } from '../../testing/example-outlet.ts';
import { hostHeaders } from './host-headers.ts';
import { robotsText } from './robots-text.ts';

const PAGES = Array.from({ length: 200 }, (_, number) => `ru/2026/11/21/story-${number}.html`);

/** The headers of each rule that matches, as hosts join them. */
function headersFor(path: string): string[] {
  const rules = hostHeaders(exampleOutlet, PAGES).split(/^(?=\/)/m);
  return rules.flatMap((rule) => {
    const [pattern = '', ...headers] = rule.trimEnd().split('\n');
    const matches = pattern.endsWith('*')
      ? path.startsWith(pattern.slice(0, -1))
      : path === pattern;
    return matches ? headers.map((header) => header.trim()) : [];
  });
}

it.each([
  '/',
  '/index.html',
  '/ru/a.html',
  '/ru/2026/11/21/story-0.html',
  '/media/0a.jpg',
  '/robots.txt',
])('no header is said twice for %s', (path) => {
  const names = headersFor(path).map((header) => header.split(':')[0]);
  expect(new Set(names).size).toBe(names.length);
  expect(headersFor(path)).toContain('Access-Control-Allow-Origin: *');
});

it('the newest pages tell where they belong, in no more rules than every host reads', () => {
  expect(headersFor('/ru/2026/11/21/story-0.html')).toContain(
    'Link: <https://pane.example/ru/2026/11/21/story-0.html>; rel="canonical"',
  );
  expect(hostHeaders(exampleOutlet, PAGES).match(/^\//gm)).toHaveLength(100);
});

it('media stay, pages go soon', () => {
  expect(headersFor('/media/0a.jpg').join()).toContain('immutable');
  expect(headersFor('/ru/a.html').join()).toContain('max-age=60');
});

it('robots are told where the sitemaps are', () => {
  expect(robotsText(exampleOutlet)).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://pane.example/sitemap.xml\nSitemap: https://pane.example/news-sitemap.xml\n',
  );
});

it('a worker’s script is asked for once a day, its parts never again', () => {
  const outlet = {
    ...exampleOutlet,
    rootFingerprint: 'a'.repeat(64),
    reader: { worker: true, days: 7 },
  };
  const lines = hostHeaders(outlet, PAGES);
  expect(lines).toContain('/worker.js\n  Cache-Control: public, max-age=86400\n');
  expect(lines).toContain('/reader/*\n  Cache-Control: public, max-age=31536000, immutable\n');
  expect(lines.match(/^\//gm)).toHaveLength(100);
  expect(hostHeaders(exampleOutlet, PAGES)).not.toContain('worker');
});
