import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMirrors } from '../parse/mirrors.ts';
import { OUTLET } from '../../testing/sample.ts';
import { told } from '../../testing/told.ts';
import { baseOfName, basesOf, labelUnder, wildcardAddress } from './wildcard.ts';

const parse = (text: string) => parseMirrors(text, { path: 'mirrors.yaml', outlet: OUTLET });
const list = (...lines: string[]) => `mirrors:\n${lines.map((line) => `  - ${line}\n`).join('')}`;
const codes = (...lines: string[]) => parse(list(...lines)).problems.map(({ code }) => code);

const wild = (address: string, more = 'names: [vetla]', name = 'north') =>
  `{ name: ${name}, address: '${address}', kind: copied, ${more} }`;

describe('a mirror with a wildcard', () => {
  test('has its first name for an address, and all of them to be announced', () => {
    const line = wild('HTTPS://*.Example.net/News', 'names: [vetla, sorin], feeds: morel');
    const { value = [], problems } = parse(list(line));
    expect(problems).toEqual([]);
    expect(value).toEqual([
      {
        name: 'north',
        base: 'https://vetla.example.net/News/',
        wildcard: 'https://*.example.net/News/',
        names: ['vetla', 'sorin'],
        feeds: 'morel',
        place: { kind: 'copied' },
        languages: [],
        worker: true,
      },
    ]);
    expect(value.flatMap(basesOf)).toEqual([
      'https://vetla.example.net/News/',
      'https://sorin.example.net/News/',
    ]);
    expect(basesOf({ base: 'https://plain.example/' })).toEqual(['https://plain.example/']);
  });

  test.each([
    ['https://news.*.example.net/', 'mirror-address-wildcard-place'],
    ['https://a*.example.net/', 'mirror-address-wildcard-place'],
    ['https://*a.example.net/', 'mirror-address-wildcard-place'],
    ['https://*.*.example.net/', 'mirror-address-wildcard-place'],
    ['https://*/', 'mirror-address-wildcard-place'],
    ['https://m.example.net/*/', 'mirror-address-wildcard-place'],
    ['https://*.net/', 'mirror-address-wildcard-wide'],
    ['https://*.10.0.0.1/', 'mirror-address-form'],
    [`http://*.${'a'.repeat(56)}.onion/`, 'mirror-address-wildcard-host'],
    ['https://*.pages.dev/', 'mirror-address-wildcard-shared'],
    ['https://*.com.ua/', 'mirror-address-wildcard-shared'],
    ['https://*.s3.eu-central-1.amazonaws.com/', 'mirror-address-wildcard-shared'],
    ['https://*.website.yandexcloud.net/', 'mirror-address-wildcard-shared'],
    ['https://*.eu.org/', 'mirror-address-wildcard-shared'],
    ['https://*.example.net/?a', 'mirror-address-more'],
    ['http://*.example.net/', 'mirror-address-not-https'],
    ['https://anna@*.example.net/', 'mirror-address-credentials'],
  ])('does not take %s', (address, code) => {
    expect(codes(wild(address))).toEqual([code]);
  });

  test('takes a domain below a shared one, which somebody owns', () => {
    expect(codes(wild('https://*.ours.duckdns.org/'))).toEqual([]);
  });

  test('says what is wrong with names, places and each other', () => {
    const { problems } = parse(
      list(
        wild('https://*.example.net/', 'names: []'),
        wild('https://*.example.net/news/', 'names: [vetla, Vetla, vetla]', 'south'),
        "{ name: plain, address: 'https://west.example.org/', kind: copied, names: [a], feeds: a }",
        "{ name: east, address: 'https://*.example.org/', names: [west], kind: git, repository: /srv/a.git }",
      ),
    );
    expect(told(problems)).toMatchInlineSnapshot(`
      "2:29 mirror-names-missing
      A mirror with a “*” in its address needs “names”.
      why: Readers, lists and cards get whole addresses; a “*” cannot be opened.
      do: Write at least one name that stands for the “*”. It is announced: take one that says nothing.
      example: names: [vetla, sorin]

      3:29 mirror-wildcard-overlap
      Every name of this address is one of the mirror “north” as well.
      why: One of the two would lie in the other’s folder, and be sent and judged as a part of it.
      do: Give it another domain, or a subdomain with a “*” of its own.
      example: address: https://*.news.example.net/

      3:89 mirrors-names-malformed
      A name of the mirror “Vetla” is not lower-case Latin letters, digits and single hyphens.
      do: Write a name that says nothing and follows no pattern.
      example: names:
        - vetla

      4:72 mirror-names-idle
      A mirror without a “*” in its address has no use for “names”.
      do: Remove the line, or write “*” in the place of the address’s first name.
      example: address: https://*.example.net/

      4:84 mirror-feeds-idle
      A mirror without a “*” in its address has no use for “feeds”.
      do: Remove the line, or write “*” in the place of the address’s first name.
      example: address: https://*.example.net/

      5:28 mirror-address-repeated
      The mirror “plain” has the same address.
      do: Remove one of them, or mend its address.

      5:75 warning mirror-wildcard-git
      Hosts that serve a branch mostly answer under single names, not under a wildcard.
      why: Under a name that the host was not told, readers would get its error page.
      do: Keep it if a server of yours serves this branch. Otherwise write the one address that the host gives."
    `);
  });

  test('does not pass on a name that is announced, or passes it on twice', () => {
    const at = wild('https://*.example.net/', 'names: [vetla], passOn: [lumak, vetla, lumak]');
    expect(codes(at)).toEqual(['mirror-passOn-announced', 'mirror-passOn-repeated']);
    expect(codes(wild('https://*.example.net/', 'names: [vetla], passOn: [lumak]'))).toEqual([]);
    expect(codes(wild('https://plain.example/', 'passOn: [lumak]'))).toEqual([
      'mirror-passOn-idle',
    ]);
  });

  test('warns where the one name of all feeds is shown elsewhere too', () => {
    const more = (feeds: string) => `names: [vetla], passOn: [lumak], feeds: ${feeds}`;
    for (const feeds of ['vetla', 'lumak'])
      expect(parse(list(wild('https://*.example.net/', more(feeds)))).problems).toMatchObject([
        { code: 'mirror-feeds-shared', severity: 'warning', found: feeds },
      ]);
    expect(codes(wild('https://*.example.net/', more('morel')))).toEqual([]);
  });

  test('never repeats what stands before an “@”', () => {
    const { problems } = parse(list(wild('https://anna:hunter2@*.example.net/')));
    expect(JSON.stringify(problems)).not.toMatch(/hunter2|anna/);
  });

  test('announces no more than a signed list holds', () => {
    const labels = Array.from({ length: 20 }, (_, at) => `n${at}`).join(', ');
    const many = Array.from({ length: 5 }, (_, at) =>
      wild(`https://*.d${at}.example/`, `names: [${labels}]`, `m${at}`),
    );
    expect(codes(...many)).toEqual([]);
    expect(codes(...many, wild('https://*.last.example/', 'names: [a]', 'last'))).toEqual([
      'mirrors-names-too-many',
    ]);
  });
});

const label = fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,8})?$/);

test('each name of a wildcard is found again, and no other host is one', () => {
  fc.assert(
    fc.property(label, fc.webUrl({ validSchemes: ['https'] }), (name, url) => {
      const wildcard = 'https://*.example.net/news/';
      expect(labelUnder(wildcard, baseOfName(wildcard, name))).toBe(name);
      const found = labelUnder(wildcard, url);
      expect(found === undefined || url === baseOfName(wildcard, found)).toBe(true);
    }),
  );
});

test('no text makes a wildcard fail, and what is taken stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const judged = wildcardAddress(`https://*.${text}`);
      if (judged !== undefined && 'wildcard' in judged)
        expect(wildcardAddress(judged.wildcard)).toEqual(judged);
    }),
  );
});
