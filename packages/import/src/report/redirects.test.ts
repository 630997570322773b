import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCsv } from './csv.ts';
import { buildRedirects } from './redirects.ts';

const NEW = '/en/2014/05/03/slug.html';

test('old addresses lead on, with and without the slash, by query where a server can', () => {
  const made = buildRedirects([
    ['https://old.example/2014/05/slug/', NEW],
    ['https://old.example/?p=7', NEW],
    ['/Имя_х.php', NEW],
  ]);
  expect(made.listed).toBe(
    [
      '/2014/05/slug',
      '/2014/05/slug/',
      '/%D0%98%D0%BC%D1%8F_%D1%85.php',
      '/%D0%98%D0%BC%D1%8F_%D1%85.php/',
    ]
      .map((from) => `${from} ${NEW} 301\n`)
      .join(''),
  );
  expect(made.nginx).toContain(`  "/?p=7" "${NEW}";\n`);
  expect(made.caddy).toContain('redir /Имя_х.php ');
  expect(made.caddy).toContain(`@moved0 {\n\tpath /\n\tquery p=7\n}\nredir @moved0 ${NEW} 301\n`);
  expect([made.count, made.queries, made.odd]).toEqual([5, 1, []]);
});

test('no old address ends a rule or begins another', () => {
  const hostile = fc.string({
    unit: fc.constantFrom(...'a/"\';{}$\\\n\r\t #?&=%~^()|*[]<>ы'.split('')),
    maxLength: 30,
  });
  fc.assert(
    fc.property(hostile, (old) => {
      const { nginx, caddy, listed } = buildRedirects([[`https://old.example/${old}`, NEW]]);
      const rules = nginx.split('\n').filter((line) => line.startsWith('  "'));
      for (const rule of rules)
        expect(rule).toMatch(/^ {2}"\/[^"\\${};\s]*" "\/en\/2014\/05\/03\/slug\.html";$/);
      for (const line of caddy.split('\n').filter((one) => one.startsWith('redir /')))
        expect(line).toMatch(/^redir \/[^\s"{}$#]+ \/en\/2014\/05\/03\/slug\.html 301$/);
      for (const line of listed.split('\n').filter(Boolean))
        expect(line.split(' ')).toHaveLength(3);
    }),
  );
});

test('a table holds no formula', () => {
  expect(buildCsv([['=cmd()', '+1', '-1', '@a', 'say "b"', 'c']])).toBe(
    `\uFEFF"'=cmd()","'+1","'-1","'@a","say ""b""","c"\r\n`,
  );
});
