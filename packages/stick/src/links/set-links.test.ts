import { expect, test } from 'vitest';
import { type LinkSetting, setLinks } from './set-links.ts';

const setting: LinkSetting = {
  from: 'en/2026/11/18/ferry.html',
  has: (path) => path === 'en/2026/11/19/bridge.html',
  base: 'https://window.example/sub/',
  links: true,
  away: 'Needs a network',
};
const away = (url: string) =>
  `<a class="away" rel="noreferrer" title="Needs a network" href="${url}">x</a>`;
const link = (href: string) => `<a href="${href}">x</a>`;

test.each([
  ['an article on the stick', '/sub/en/2026/11/19/bridge.html#a', link('../19/bridge.html#a')],
  [
    'its full address',
    'https://window.example/sub/en/2026/11/19/bridge.html',
    link('../19/bridge.html'),
  ],
  ['a place in the page', '#note-1', link('#note-1')],
  [
    'an article that is not on it',
    '/sub/en/2026/11/20/c.html',
    away('https://window.example/sub/en/2026/11/20/c.html'),
  ],
  [
    'another site',
    'https://ferry.example/?a=1&amp;b=2',
    away('https://ferry.example/?a=1&amp;b=2'),
  ],
  ['mail', 'mailto:a@window.example', away('mailto:a@window.example')],
  ['a script', 'javascript:alert(1)', 'x'],
  ['data', 'data:text/html,x', 'x'],
  ['a file', 'file:///etc/passwd', 'x'],
  ['no address', 'http://[', 'x'],
])('a link to %s', (_, href, expected) => {
  expect(setLinks(link(href), setting)).toBe(expected);
});

test('without addresses words alone stay of a link that leads out', () => {
  const html = `<p>${link('https://a.example/')}, ${link('/sub/en/2026/11/19/bridge.html')}</p>`;
  expect(setLinks(html, { ...setting, links: false })).toBe(
    `<p>x, ${link('../19/bridge.html')}</p>`,
  );
});

test('recordings and their stills lead to the folder of pictures', () => {
  const html =
    '<video controls src="stick:a.mp4" poster="stick:a.jpg"></video><audio controls src="stick:b.mp3"></audio>';
  expect(setLinks(html, setting)).toBe(
    '<video controls src="../../../../media/a.mp4" poster="../../../../media/a.jpg"></video><audio controls src="../../../../media/b.mp3"></audio>',
  );
});

test('pictures lead to their folder, and one from elsewhere is taken out', () => {
  const html =
    '<img src="stick:a.jpg" alt="A"><img src="https://a.example/b.jpg" alt="B"><img alt="C">';
  expect(setLinks(html, setting)).toBe('<img src="../../../../media/a.jpg" alt="A">');
});
