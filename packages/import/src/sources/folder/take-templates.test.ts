import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownHtml } from './markdown-html.ts';
import { parseData } from './parse-data.ts';
import { splitPage } from './split-page.ts';
import { takeTemplates, type Templates } from './take-templates.ts';
import { plainText } from '../../convert/parse-html.ts';

const take = (text: string, kind: Templates, told: string[] = []): string =>
  takeTemplates(text, kind, {
    addressOf: (name) => (name.includes('gone') ? undefined : 'https://old.example/x/'),
    below: '/blog',
    tellNotRun: (what, line) => told.push(`${what}:${line}`),
  });

test.each<[Templates, string, string, string[]]>([
  ['hugo', 'a {{< b >}} c', 'a  c', ['shortcode b:1']],
  ['hugo', 'a\n{{% b %}}c{{% /b %}} {{ d }}', 'a\nc {{ d }}', ['shortcode b:2']],
  [
    'hugo',
    '[a]({{< relref "/b.md" >}}) {{</* b */>}}',
    '[a](https://old.example/x/) {{&lt; b >}}',
    [],
  ],
  ['liquid', 'a {%- if b -%} c {% endif %}', 'a  c ', ['tag if:1']],
  ['liquid', '{% raw %}{{ "/a" | relative_url }}{% endraw %}', '/blog/a', []],
  [
    'liquid',
    '{{ site.baseurl }}{% post_url a %} {{ site.url }}/b',
    'https://old.example/x/ /b',
    [],
  ],
  ['liquid', '{% comment %}\na\n{% endcomment %}{{ b }}', '\n\n', ['a value of a template:3']],
  [
    'mdx',
    'import A from "b";\n\na {b} <C d="e">f</C>',
    '\n\na  f',
    ['import or export:1', 'component C:3', 'expression:3'],
  ],
  ['mdx', '```\nimport x from "y"\n{z}\n```\n`{q}`', '```\nimport x from "y"\n{z}\n```\n`{q}`', []],
  ['liquid', 'no end {% a', 'no end {% a', []],
])('%s: %j', (kind, text, expected, expectedTold) => {
  const told: string[] = [];
  expect([take(text, kind, told), told]).toEqual([expected, expectedTold]);
});

const word = fc.stringMatching(/^[a-zа-я]{1,8}$/);
const TAGS: Record<Templates, readonly string[]> = {
  hugo: ['{{< a b="c" >}}', '{{% a %}}', '{{% /a %}}', '{{< youtube abc >}}', '{{</* x */>}}'],
  liquid: [
    '{% if a %}',
    '{% endif %}',
    '{{ a.b | c: "d" }}',
    '{% include a.html b="c" %}',
    '{% highlight js %}',
    '{% raw %}',
  ],
  mdx: ['<A b="c" />', '<A>', '</A>', '{a.b}', '<YouTube id="abc" />'],
};

test.each<Templates>(['hugo', 'liquid', 'mdx'])(
  'no word between templates disappears: %s',
  (kind) => {
    const piece = fc.oneof(word, fc.constantFrom(...TAGS[kind], '\n', '\n\n', ' ', '- ', '> '));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const words = pieces.filter((one) => /^[a-zа-я]+$/.test(one));
        const shown = plainText(markdownHtml(take(pieces.join(' '), kind)));
        let from = 0;
        for (const one of words) {
          const at = shown.indexOf(one, from);
          expect(at, `${one} in ${shown}`).toBeGreaterThanOrEqual(0);
          from = at + one.length;
        }
      }),
      { numRuns: 300 },
    );
  },
);

test('whatever stands at the head of a file, its fields are read or it is told that nobody can', () => {
  const head = fc.string({
    unit: fc.constantFrom(...'ab:-[]{}"\'|>&*!#%@\t\n ,?ы'.split('')),
    maxLength: 60,
  });
  fc.assert(
    fc.property(head, (text) => {
      const page = splitPage(`---\n${text}\ntitle: One\n---\nBody`);
      if (typeof page !== 'string') expect(page.body).toMatch(/Body$/);
      for (const kind of ['yaml', 'toml', 'json'] as const)
        expect(typeof (parseData(text, kind)?.fields ?? {})).toBe('object');
    }),
  );
});

test('aliases that stand for others without end are refused', () => {
  const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (let at = 1; at < 9; at += 1) {
    const name = 'abcdefghi'[at] ?? '';
    const before = `*${'abcdefghi'[at - 1] ?? ''}`;
    lines.push(`${name}: &${name} [${Array.from({ length: 9 }, () => before).join(', ')}]`);
  }
  const started = JSON.stringify(parseData(lines.join('\n'), 'yaml')?.fields ?? {});
  expect(started.length).toBeLessThan(10_000);
});
