import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type FinishOptions, finishPage } from './finish-page.ts';
import { PageError } from './page-error.ts';

const HEAD = '<meta charset="utf-8"><meta name="referrer" content="no-referrer">';

function page(body: string, head = ''): string {
  return `<!DOCTYPE html><html lang="en"><head>${HEAD}${head}</head><body>${body}</body></html>`;
}

function readPolicy(html: string): string | undefined {
  return /http-equiv=content-security-policy content="([^"]*)"/.exec(html)?.[1];
}

function policyOf(body: string, head = '', options: FinishOptions = {}): string {
  return readPolicy(finishPage(page(body, head), 'en/a.html', options)) ?? '';
}

function codesOf(html: string, options: FinishOptions = {}, path = 'en/a.html'): string[] {
  try {
    finishPage(html, path, options);
    return [];
  } catch (error) {
    if (error instanceof PageError) return error.problems.map(({ code }) => code);
    throw error;
  }
}

const sha = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const bare = (middle: string): string =>
  `default-src 'none';${middle}connect-src 'self';base-uri 'none';form-action 'none'`;

describe('the policy', () => {
  test('of a page of text allows nothing but its own origin to be asked', () => {
    expect(policyOf('<p>Text</p>')).toBe(bare(''));
  });

  test('stands right after the encoding, and nothing else changes', () => {
    const html = page('<p>Text</p>');
    const finished = finishPage(html, 'en/a.html');
    const meta = /<meta http-equiv=content-security-policy[^>]*>/.exec(finished)?.[0] ?? '';
    expect(finished.indexOf(meta)).toBe(html.indexOf('<meta name'));
    expect(finished.replace(meta, '')).toBe(html);
  });

  test('hashes each inline style once, as the browser holds it', () => {
    const head = '<style>a{b:"&amp;"}</style><style>c{}\r\nd{}</style><style>a{b:"&amp;"}</style>';
    const hashes = `${sha('a{b:"&amp;"}')} ${sha('c{}\nd{}')}`;
    expect(policyOf('', head)).toBe(bare(`style-src ${hashes};`));
  });

  test('hashes scripts that run and no data', () => {
    const body =
      '<script>1 && 2</script><script type="application/ld+json">{}</script><script type=module>3</script>';
    expect(policyOf(body)).toBe(bare(`script-src ${sha('1 && 2')} ${sha('3')};`));
  });

  test('hashes after links were rewritten, which do not reach into scripts', () => {
    const script = 'document.body.innerHTML = \'<a href="/en/">\'';
    expect(policyOf(`<script>${script}</script>`)).toContain(sha(script));
  });

  test.each([
    ['<img src="/media/a.jpg">', `img-src 'self';`],
    ['<picture><source srcset="/media/a.avif"></picture>', `img-src 'self';`],
    ['<link rel=icon href="/icon.svg">', `img-src 'self';`],
    ['<link rel=icon href="data:,">', `img-src data:;`],
    ['<video poster="/media/a.jpg"></video>', `img-src 'self';`],
    ['<svg><image href="/media/a.jpg"/></svg>', `img-src 'self';`],
    ['<audio src="/media/a.mp3"></audio>', `media-src 'self';`],
    ['<video><source src="/media/a.mp4"></video>', `media-src 'self';`],
    ['<link rel=stylesheet href="/print.css">', `style-src 'self';`],
    ['<link rel=manifest href="/app.webmanifest">', `manifest-src 'self';`],
    ['<link rel=preload as=image href="/media/a.jpg">', `img-src 'self';`],
    ['<link rel=preload as=font href="/a.woff2">', `font-src 'self';`],
    ['<script src="/s.js"></script>', `script-src 'self';`],
    ['<script>import("./x.js")</script>', `script-src ${sha('import("./x.js")')} 'self';`],
    ['<a href="/en/b.html"><link rel=alternate href="/en/feed.xml">', ''],
    ['<img src="https://tracker.test/p.gif">', ''],
  ])('%s', (body, expected) => {
    expect(policyOf(body)).toBe(bare(expected));
  });

  test('allows WebAssembly where it is asked for', () => {
    expect(policyOf('', '', { wasm: true })).toBe(bare(`script-src 'self' 'wasm-unsafe-eval';`));
  });

  const formAction = ['https://letters.test/subscribe', 'https://pay.test/'];
  test.each([
    ['<form action="/en/search.html"></form>', `'self'`],
    ['<form></form>', `'self'`],
    [
      '<form action="https://letters.test/subscribe?l=en"></form>',
      'https://letters.test/subscribe',
    ],
    ['<form action="/a.html"><button formaction="https://pay.test/x">', `'self' https://pay.test/`],
  ])('names the targets of its own forms: %s', (body, expected) => {
    expect(policyOf(body, '', { formAction })).toMatch(new RegExp(`form-action ${expected}$`));
  });

  test('cannot be broken out of by a configured address', () => {
    const action = 'https://pay.test/"><script>';
    expect(readPolicy(finishPage(page('<p>'), 'a.html', { formAction: [action] }))).toBe(bare(''));
    const html = page(`<form action='https://pay.test/?"'></form>`);
    const finished = finishPage(html, 'a.html', { formAction: ['https://pay.test/?"'] });
    expect(readPolicy(finished)).toMatch(/form-action https:\/\/pay.test\/\?&quot;$/);
  });
});

describe('a page is refused', () => {
  test.each([
    ['style-attribute', '<td style="text-align:right">'],
    ['style-attribute', '<svg><path style="fill:red"/></svg>'],
    ['event-handler', '<img src="/a.jpg" onerror=alert(1)>'],
    ['event-handler', '<svg><animate ONBEGIN=alert(1)></svg>'],
    ['link-ping', '<a href="/en/b.html" ping="/log">'],
    ['frame-document', '<iframe srcdoc="<p>"></iframe>'],
    ['base-element', '<base href="/x/">'],
    ['foreign-inline', '<svg><style>a{}</style></svg>'],
    ['foreign-inline', '<svg><script>1</script></svg>'],
    ['script-link', '<a href="javascript:alert(1)">'],
    ['script-link', '<a href=" java\nscript:alert(1)">'],
    ['script-link', '<a href="&#106;avascript&colon;alert(1)">'],
    ['script-link', '<svg><a xlink:href="JavaScript:alert(1)"></a></svg>'],
    ['form-action-unknown', '<form action="https://evil.test/">'],
    ['form-action-unknown', '<form action="//evil.test/">'],
    ['css-address', '<style>a{background:url(x.png)}</style>'],
    ['css-address', '<style>a{background:URL("data:,")}</style>'],
    ['css-address', '<style>a{background:u\\72l(x.png)}</style>'],
    ['css-address', '<style>@import "x.css";</style>'],
    ['css-address', '<style>@\\69mport "x.css";</style>'],
    ['css-address', '<style>a{background:image-set("x.png" 1x)}</style>'],
    ['script-comment', '<script>"<!--<script>"</script>'],
    ['policy-present', '<meta http-equiv="Content-Security-Policy" content="default-src *">'],
  ])('%s: %s', (code, body) => {
    expect(codesOf(page(body))).toEqual([code]);
  });

  test('css comments and longer names load nothing', () => {
    expect(codesOf(page('<style>/* url(x) */a{--curl:1}.importer{}</style>'))).toEqual([]);
  });

  const ROOM = '<!DOCTYPE html><html lang="en">';
  const REFERRER = '<meta name="referrer" content="no-referrer">';
  test.each([
    ['referrer-policy', `${ROOM}<head><meta charset=utf-8></head>`],
    [
      'referrer-policy',
      `${ROOM}<head><meta charset=utf-8>${REFERRER}<meta name=referrer content=origin>`,
    ],
    ['head-missing', `${ROOM}<meta charset=utf-8>${REFERRER}`],
    ['charset-late', `${ROOM}<head>${REFERRER}`],
    ['charset-late', `${ROOM}<head>${REFERRER}<!--${'ж'.repeat(500)}--><meta charset=utf-8>`],
    ['charset-after', `${ROOM}<head><style>a{}</style><meta charset=utf-8>${REFERRER}`],
  ])('%s: %s', (code, html) => {
    expect(codesOf(html)).toEqual([code]);
  });

  test('with every problem and its place', () => {
    const html = page('<p style="a">\n  <a onclick="b" href="javascript:c">');
    expect(() => finishPage(html, 'ru/a.html')).toThrowErrorMatchingInlineSnapshot(`
      [PageError: ru/a.html:1:127: style-attribute: A style attribute is blocked by the page’s policy and would do nothing. (found: a)
        Write a class, and its rule in the page’s stylesheet.
        For example: class="align-right"
      ru/a.html:2:15: event-handler: An event handler attribute is blocked by the page’s policy and would do nothing. (found: b)
        Take it out, or add the listener in the page’s script.
      ru/a.html:2:24: script-link: A link that runs a script is blocked by the page’s policy. (found: javascript:c)
        Link to a page, or use a button and the page’s script.]
    `);
  });
});

describe('404.html', () => {
  const html = page('<a href="/en/">Front</a><a href="/en/b.html">b</a><a href="#c">c</a>');

  test('has absolute links, but to places in itself', () => {
    const finished = finishPage(html, '404.html', { origin: 'https://outlet.test' });
    expect(finished).toContain('<a href="https://outlet.test/en/index.html">');
    expect(finished).toContain('<a href="https://outlet.test/en/b.html">');
    expect(finished).toContain('<a href="#c">');
  });

  test('wants an origin', () => {
    expect(codesOf(html, {}, '404.html')).toEqual(['origin-missing']);
  });

  test.each(['en/tag/404.html', 'en/404.html'])(
    'is no page of that name in a folder: %s',
    (path) => {
      const finished = finishPage(html, path, { origin: 'https://outlet.test' });
      expect(finished).not.toContain('outlet.test');
      expect(finished).toContain('b.html">b</a>');
    },
  );
});
