import { describe, expect, test } from 'vitest';
import { OUTLET } from '../../../testing/sample-outlet.ts';
import { judgeSettings } from './judge-settings.ts';

const WITH_PRINT = `${OUTLET}rootFingerprint: ${'ab'.repeat(32)}
fingerprintAt: [{ name: A, url: 'https://social.example/1' }]
program: { url: 'https://files.example/a.mjs', sha256: ${'cd'.repeat(32)} }
social: [{ name: A, url: 'https://social.example/@window' }]
newsletters:
  - id: week
    lang: en
    name: Week
    description: A letter
    frequency: weekly
    provider:
      kind: listmonk
      action: https://letters.example/form
      hidden: { l: 6d1f7a52-4f0e-4a53-9d0a-5d5c2f0b9e11 }
    privacy: privacy
support:
  currencies: [EUR, BTC]
  editions: { en: EUR }
  amounts:
    once:
      EUR: { choices: [10, 25], default: 25 }
      BTC: { choices: [0.0005, 0.001], default: 0.0005 }
  methods:
    - id: card
      name: { ru: картой, en: card }
      frequencies: [once]
      currencies: [EUR]
      link: https://card.example/window?amount={amount}
    - id: bank
      name: { ru: банк, en: bank }
      frequencies: [once]
      currencies: [EUR]
      account: { iban: LT12 1000 0111 0100 1000, holder: Window }
    - id: bitcoin
      name: { ru: биткоин, en: Bitcoin }
      frequencies: [once]
      currencies: [BTC]
      account: { bitcoin: 1BitcoinEaterAddressDontSendf59kuE }
`;
const MIRRORS = `mirrors:
  - { name: one, address: 'https://one.example', kind: git, repository: 'https://git.example/a' }
  - { name: two, address: 'https://two.example', kind: folder, folder: /srv/two }
`;

const told = (after: string, isKit = false, before = WITH_PRINT) =>
  judgeSettings({ 'outlet.yaml': { before, after } }, isKit).map(({ finding: { code, path } }) => [
    code,
    path.join('.'),
  ]);

describe('who the outlet is', () => {
  test.each([
    ['origin', 'https://window.example', 'https://window2.example'],
    ['tagAuthority', 'domain: window.example', 'domain: other.example'],
    ['tagAuthority', '2026-01-01', '2026-01-02'],
    ['rootFingerprint', 'abab', 'abcd'],
    ['rootFingerprint', `rootFingerprint: ${'ab'.repeat(32)}`, ''],
  ])('is changed by a maintainer alone: %s, from “%s” to “%s”', (field, from, to) => {
    // A fingerprint to compare with belongs to the places where it stands.
    const [was, now] = [WITH_PRINT, WITH_PRINT.replace(from, to)].map((text) =>
      to === '' ? text.replace(/fingerprintAt:.*\n/, '') : text,
    );
    expect(told(now ?? '', false, was)).toEqual([['pull-request-identity', field]]);
    expect(told(now ?? '', true, was)).toEqual([]);
  });

  test('is told with both values, in both languages', () => {
    const after = WITH_PRINT.replace('https://window.example', 'https://evil.example');
    const [told] = judgeSettings({ 'outlet.yaml': { before: WITH_PRINT, after } }, false);
    for (const message of [told?.finding.message, told?.finding.ru.message]) {
      expect(message).toContain('https://window.example');
      expect(message).toContain('https://evil.example');
    }
    expect(told?.finding.severity).toBeUndefined();
  });

  test('is for a maintainer where the base cannot be read', () => {
    const codes = told(WITH_PRINT, false, 'name: [').filter(([code]) => code?.endsWith('identity'));
    expect(codes.map(([, field]) => field)).toEqual(['origin', 'tagAuthority', 'rootFingerprint']);
  });

  test('is not judged where the outlet is new, the same, or told by the check of the file', () => {
    expect(judgeSettings({ 'outlet.yaml': { after: WITH_PRINT } }, false)).toEqual([]);
    expect(told(`# The same\n${WITH_PRINT}`)).toEqual([]);
    expect(told('name: [')).toEqual([]);
    expect(judgeSettings({ 'outlet.yaml': { before: WITH_PRINT } }, false)).toEqual([]);
  });
});

describe('where readers are sent', () => {
  test.each([
    ['fingerprintAt.0.url', 'https://social.example/1', 'https://social.example/2'],
    ['program.url', 'https://files.example/a.mjs', 'https://files2.example/a.mjs'],
    ['program.sha256', 'cd'.repeat(32), 'ce'.repeat(32)],
    ['social.0.url', 'social.example/@window', 'social.example/@windovv'],
    ['newsletters.0.provider.action', 'letters.example', 'letters2.example'],
    ['newsletters.0.provider.hidden.l', '6d1f7a52', '6d1f7a53'],
    ['support.methods.0.link', 'card.example/window', 'card.example/windovv'],
    ['support.methods.1.account.iban', 'LT12 1000 0111 0100 1000', 'GB82 WEST 1234 5698 7654 32'],
    ['support.methods.1.account.holder', 'holder: Window', 'holder: Windovv'],
    [
      'support.methods.2.account.bitcoin',
      '1BitcoinEaterAddressDontSendf59kuE',
      '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
    ],
  ])('is advice, for maintainers too: %s', (field, from, to) => {
    const after = WITH_PRINT.replace(from, to);
    for (const isKit of [false, true]) {
      expect(told(after, isKit)).toEqual([
        ['pull-request-address-new', field],
        ['pull-request-address-gone', ''],
      ]);
    }
    const findings = judgeSettings({ 'outlet.yaml': { before: WITH_PRINT, after } }, false);
    expect(findings.every(({ finding }) => finding.severity === 'warning')).toBe(true);
  });

  const ONE = '1BitcoinEaterAddressDontSendf59kuE';
  const OTHER = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa';
  const WITH_TWO = `${WITH_PRINT}    - id: reserve
      name: { ru: запас, en: reserve }
      frequencies: [once]
      currencies: [BTC]
      account: { bitcoin: ${OTHER} }
`;

  test.each([
    ['accounts', ONE, OTHER],
    ['places of the fingerprint', 'https://social.example/1', 'https://social.example/@window'],
  ])('is told where two that are known are exchanged: %s', (_, one, other) => {
    const after = WITH_TWO.replace(one, '#').replace(other, one).replace('#', other);
    for (const isKit of [false, true])
      expect(told(after, isKit, WITH_TWO).map(([code]) => code)).toEqual(
        Array(2).fill('pull-request-address-moved'),
      );
  });

  test('names what an account was there for that stands at two places now', () => {
    const after = WITH_TWO.replace(OTHER, ONE);
    const findings = judgeSettings({ 'outlet.yaml': { before: WITH_TWO, after } }, false);
    expect(findings.map(({ finding: { code, severity } }) => [code, severity])).toEqual([
      ['pull-request-address-moved', 'warning'],
      ['pull-request-address-gone', 'warning'],
    ]);
    const [moved] = findings;
    for (const message of [moved?.finding.message, moved?.finding.ru.message])
      expect(message).toContain('support.methods.bitcoin.account.bitcoin');
  });

  test('is told where mirrors exchange their addresses', () => {
    const after = MIRRORS.replace('one.example', 'x').replace('two.example', 'one.example');
    const turned = after.replace('https://x', 'https://two.example');
    expect(
      judgeSettings({ 'mirrors.yaml': { before: MIRRORS, after: turned } }, false).map(
        ({ finding: { code, path } }) => [code, path.join('.')],
      ),
    ).toEqual([
      ['pull-request-address-moved', 'mirrors.0.address'],
      ['pull-request-address-moved', 'mirrors.1.address'],
    ]);
  });

  test('is the same in another order, or with other words beside it', () => {
    const after = WITH_PRINT.replace('description: A letter', 'description: The letter');
    expect(told(after)).toEqual([]);
    const turned = MIRRORS.split('\n').toSpliced(
      1,
      2,
      ...MIRRORS.split('\n').slice(1, 3).reverse(),
    );
    expect(
      judgeSettings({ 'mirrors.yaml': { before: MIRRORS, after: turned.join('\n') } }, false),
    ).toEqual([]);
  });

  const mirrors = (after?: string) =>
    judgeSettings(
      { 'mirrors.yaml': { before: MIRRORS, ...(after === undefined ? {} : { after }) } },
      false,
    ).map(({ path, finding: { code, path: field, message } }) => [
      path,
      code,
      field.join('.'),
      /“(.*?)”/.exec(message)?.[1],
    ]);

  test.each([
    ['mirrors.0.address', 'https://one.example', 'https://evil.example', 'https://one.example/'],
    ['mirrors.0.repository', 'git.example/a', 'git.example/b', 'https://git.example/a'],
    ['mirrors.1.folder', '/srv/two', '/srv/three', '/srv/two'],
  ])('counts mirrors: %s', (field, from, to, gone) => {
    expect(mirrors(MIRRORS.replace(from, to))).toEqual([
      ['mirrors.yaml', 'pull-request-address-new', field, undefined],
      ['mirrors.yaml', 'pull-request-address-gone', '', gone],
    ]);
  });

  test('tells of a list of mirrors that is deleted', () => {
    expect(mirrors().map(([, , , gone]) => gone)).toEqual([
      'https://one.example/',
      'https://git.example/a',
      'https://two.example/',
      '/srv/two',
    ]);
  });
});

describe('what readers are told beside an address', () => {
  const BASE = `${WITH_PRINT}  notices:
    - place: { ru: 'Тем, кто там', en: Readers there }
      text: { ru: Не платите., en: Do not pay. }
    - place: { ru: 'Тем, кто уехал', en: Who left }
      text: { ru: Риск тот же., en: The same risk. }
`;
  const exchange = (one: string, other: string) =>
    BASE.replace(one, '#').replace(other, one).replace('#', other);
  const NOTICES = BASE.slice(BASE.indexOf('  notices:'));

  test.each<[string, string, string[]]>([
    [
      'names of methods exchanged',
      exchange('name: { ru: картой, en: card }', 'name: { ru: биткоин, en: Bitcoin }'),
      [
        'altered support.methods.0.name.ru',
        'altered support.methods.0.name.en',
        'altered support.methods.2.name.ru',
        'altered support.methods.2.name.en',
      ],
    ],
    [
      'a method with another name',
      BASE.replace('en: Bitcoin', 'en: card'),
      ['altered support.methods.2.name.en'],
    ],
    [
      'the outlet with another name',
      BASE.replace('en: The Window', 'en: Door'),
      ['altered name.en'],
    ],
    [
      'a newsletter with another name',
      BASE.replace('name: Week', 'name: Day'),
      ['altered newsletters.0.name'],
    ],
    [
      'a notice with other words',
      BASE.replace('Do not pay', 'Do pay'),
      ['altered support.notices.0.text.en'],
    ],
    [
      'a notice for other readers',
      BASE.replace('Readers there', 'Readers here'),
      ['altered support.notices.0.text.en'],
    ],
    ['notices deleted', BASE.replace(NOTICES, ''), ['gone', 'gone', 'gone', 'gone']],
    [
      'one of two notices deleted',
      BASE.slice(0, BASE.lastIndexOf('    - place')),
      ['gone', 'gone'],
    ],
  ])('is told, for maintainers too: %s', (_, after, codes) => {
    for (const isKit of [false, true])
      expect(
        told(after, isKit, BASE).map(([code, path]) =>
          `${code?.replace('pull-request-words-', '')} ${path}`.trim(),
        ),
      ).toEqual(codes);
  });

  test('says what it was, and that a notice is gone', () => {
    const altered = judgeSettings(
      { 'outlet.yaml': { before: BASE, after: BASE.replace('Do not pay', 'Do pay') } },
      false,
    );
    const gone = judgeSettings(
      { 'outlet.yaml': { before: BASE, after: BASE.replace(NOTICES, '') } },
      false,
    );
    for (const findings of [altered, gone]) {
      const messages = findings.map(({ finding }) => finding.message + finding.ru.message).join();
      expect(messages).toContain('Readers there: Do not pay.');
      expect(findings.every(({ finding }) => finding.severity === 'warning')).toBe(true);
    }
  });

  test('is nothing to tell where it is new, or stands in another order', () => {
    const turned = `${BASE.replace(NOTICES, '')}  notices:
    - place: { ru: 'Тем, кто уехал', en: Who left }
      text: { ru: Риск тот же., en: The same risk. }
    - place: { ru: 'Тем, кто там', en: Readers there }
      text: { ru: Не платите., en: Do not pay. }
`;
    expect(told(turned, false, BASE)).toEqual([]);
    expect(told(BASE, false, WITH_PRINT)).toEqual([]);
  });

  test('an address in a notice, the tagline or the description is one', () => {
    const after = BASE.replace('en: Do not pay.', "en: 'Pay to GB82 WEST 1234 5698 7654 32.'");
    expect(told(after, false, BASE)).toContainEqual([
      'pull-request-address-new',
      'support.notices.0.text.en',
    ]);
  });
});

describe('other settings that send somebody elsewhere', () => {
  const codes = (file: string, before: string | undefined, after: string | undefined) =>
    judgeSettings(
      {
        [file]: { ...(before !== undefined && { before }), ...(after !== undefined && { after }) },
      },
      true,
    ).map(({ path, span, finding: { code, path: field } }) =>
      [path, code.replace('pull-request-', ''), field.join('.') || span?.line]
        .filter((part) => part !== undefined)
        .join(' '),
    );

  test.each([
    ['the page of the contact', 'contact', 'contact: desk', 'contact: other'],
    ['the licence', 'licence.url', 'https://licence.example/', 'https://evil.example/'],
    ['what a provider calls a term', 'support.methods.0.terms.once', 'once: one', 'once: evil'],
    [
      'a newsletter’s provider',
      'newsletters.0.provider.kind',
      'kind: listmonk',
      'kind: buttondown',
    ],
    ['a newsletter’s promise', 'newsletters.0.privacy', 'privacy: privacy', 'privacy: other'],
  ])('of the outlet: %s', (_, field, from, to) => {
    const before = WITH_PRINT.replace('amount={amount}', 'amount={amount}&f={frequency}')
      .replace('link: https://card', 'terms: { once: one }\n      link: https://card')
      .replace('licence: {', "licence: { url: 'https://licence.example/',")
      .concat('contact: desk\n');
    expect(before).toContain(from);
    const now = before.replace(from, to);
    expect(codes('outlet.yaml', before, now)).toContain(`outlet.yaml address-new ${field}`);
  });

  const ROOM = 'forge: gitea\nrepository: a/b # ours\naddress: https://git.example\n';
  test.each([
    ['repository', ROOM.replace('a/b', 'a/c')],
    ['address', ROOM.replace('git.example', 'git.evil.example')],
    ['forge', ROOM.replace('gitea', 'gitlab')],
  ])('of the writing room: %s', (field, after) => {
    expect(codes('writing-room.yaml', ROOM, after)).toEqual([
      `writing-room.yaml address-new ${field}`,
      'writing-room.yaml address-gone',
    ]);
  });
  test('of the writing room: who signs writers in; but no comment', () => {
    const after = `${ROOM}service: https://evil.example\n`;
    expect(codes('writing-room.yaml', ROOM, after)).toEqual([
      'writing-room.yaml address-new service',
    ]);
    expect(codes('writing-room.yaml', ROOM, ROOM.replace('ours', 'yours'))).toEqual([]);
  });

  const AUTHOR = `name: { ru: Анна, en: Anna }
email: anna@window.example
links:
  - { name: Site, url: 'https://anna.example/' }
`;
  const OTHER = AUTHOR.replace('Анна', 'Ян').replace('Anna', 'Jan').replaceAll('anna', 'jan');
  test.each([
    ['email', AUTHOR.replace('anna@window', 'anna@evil')],
    ['links.0.url', AUTHOR.replace('https://anna', 'https://anna2')],
  ])('of an author: %s', (field, after) => {
    expect(codes('authors/anna.yaml', AUTHOR, after)).toEqual([
      `authors/anna.yaml address-new ${field}`,
      'authors/anna.yaml address-gone',
    ]);
  });
  test('of an author: exchanged with another’s, under another’s name, or deleted', () => {
    const between = (now: string, then: string) =>
      judgeSettings(
        {
          'authors/anna.yaml': { before: AUTHOR, after: now },
          'authors/jan.yaml': { before: OTHER, after: then },
        },
        false,
      ).map(({ path, finding: { code, path: field } }) => `${path} ${code} ${field.join('.')}`);
    const swap = (text: string, one: string, other: string) => text.replace(one, other);
    expect(between(swap(AUTHOR, '/anna.', '/jan.'), swap(OTHER, '/jan.', '/anna.'))).toEqual([
      'authors/anna.yaml pull-request-address-moved links.0.url',
      'authors/jan.yaml pull-request-address-moved links.0.url',
    ]);
    expect(between(AUTHOR.replace('Anna', 'Jan'), OTHER)).toEqual([
      'authors/anna.yaml pull-request-words-altered name.en',
    ]);
    expect(codes('authors/anna.yaml', AUTHOR, undefined)).toContain(
      'authors/anna.yaml address-gone',
    );
  });
  test('a new author’s own are nothing to tell, another’s are', () => {
    expect(codes('authors/anna.yaml', undefined, AUTHOR)).toEqual([]);
    const findings = judgeSettings(
      {
        'authors/anna.yaml': { before: AUTHOR, after: AUTHOR },
        'authors/anna-p.yaml': { after: AUTHOR.replace('Anna', 'Anna P.') },
      },
      false,
    );
    expect(findings.map(({ path, finding }) => [path, finding.code])).toEqual([
      ['authors/anna-p.yaml', 'pull-request-address-moved'],
      ['authors/anna-p.yaml', 'pull-request-address-moved'],
    ]);
  });

  const TIPS = 'For tips write to tips@evil.example or Signal +370 600 11111';
  test.each([
    ['bio.en', `${AUTHOR}bio: { ru: Пишет, en: '${TIPS}' }\n`],
    ['role.en', `${AUTHOR}role: { ru: Пишет, en: '${TIPS}' }\n`],
    ['place.en', `${AUTHOR}place: { ru: Рига, en: '${TIPS}' }\n`],
    ['name.en', AUTHOR.replace('Anna }', `'${TIPS}' }`)],
    ['links.0.name', AUTHOR.replace('name: Site', `name: '${TIPS}'`)],
  ])('among the words of an author, new or not: %s', (field, after) => {
    const expected = Array(2).fill(`authors/anna.yaml address-new ${field}`);
    for (const before of [AUTHOR, undefined])
      expect(
        codes('authors/anna.yaml', before, after).filter((one) => one.includes('address-new')),
      ).toEqual(expected);
  });
  test('among the words of an author: not only about where it stands', () => {
    const [before, after] = ['good', 'evil'].map(
      (host) => `${AUTHOR}bio: { ru: Пишет, en: For tips write to tips@${host}.example }\n`,
    );
    expect(codes('authors/anna.yaml', before, after)).toEqual([
      'authors/anna.yaml address-new bio.en',
      'authors/anna.yaml address-gone',
    ]);
  });
  test.each([
    ['sections.0.description.en', 'name: { ru: Политика, en: Politics }'],
    ['tags.0.description.en', 'name: { ru: Вода, en: Water }'],
    ['series.0.description.en', 'name: { ru: Паром, en: Ferry }'],
  ])('among the words of the outlet: %s', (field, name) => {
    const before = `${OUTLET}series: [{ id: ferry, name: { ru: Паром, en: Ferry } }]\n`;
    const after = before.replace(name, `${name}, description: { ru: Да, en: '${TIPS}' }`);
    expect(codes('outlet.yaml', before, after)).toEqual(
      Array(2).fill(`outlet.yaml address-new ${field}`),
    );
  });
  test('among the words of a newsletter, and of the name of a place', () => {
    for (const [field, from] of [
      ['newsletters.0.description', 'A letter'],
      ['social.0.name', 'name: A, url: https://social.example/@'],
    ] as const) {
      const before = WITH_PRINT.replaceAll("'", '');
      const after = before.replace(from, from.replace(/(?:A letter|A(?=,))/, `'${TIPS}'`));
      expect(codes('outlet.yaml', before, after)).toEqual(
        expect.arrayContaining(Array(2).fill(`outlet.yaml address-new ${field}`)),
      );
    }
  });

  const PAGE = `---
title: Write to us
---

For tips: <tips@window.example>. For money: money@window.example.

Our [hidden service](http://windowwindow.onion/) and Signal +370 600 12345, 8 500 000 readers.

Key: A1B2 C3D4 E5F6 7788 99AA BBCC, of 12.03.2024.
`;
  test.each([
    ['a mailbox', PAGE.replace('tips@window', 'tips@evil'), ['address-new 5', 'address-gone']],
    ['an onion', PAGE.replace('http://w', 'http://v'), ['address-new 7', 'address-gone']],
    ['a telephone', PAGE.replace('12345', '12346'), ['address-new 7', 'address-gone']],
    ['a key', PAGE.replace('99AA', '99AB'), ['address-new 9', 'address-gone']],
    [
      'two exchanged',
      PAGE.replace('money@', '#').replace('tips@', 'money@').replace('#', 'tips@'),
      ['address-moved 5', 'address-moved 5'],
    ],
    [
      'their words exchanged',
      PAGE.replace('For tips', 'For #').replace('For money', 'For tips').replace('#', 'money'),
      ['address-moved 5', 'address-moved 5'],
    ],
    ['an account that is new', `${PAGE}\nPay LT12 1000 0111 0100 1000.\n`, ['address-new 11']],
    ['no other words', PAGE.replace('of 12.03', 'since 13.03').replace('8 500', '9 600'), []],
  ])('of a page or an appeal: %s', (_, after, expected) => {
    for (const file of ['pages/en/contact.md', 'appeals/en/winter.md'])
      expect(codes(file, PAGE, after).sort()).toEqual(
        expected.map((each) => `${file} ${each}`).sort(),
      );
  });
  test('of a page that is new, or deleted', () => {
    const file = 'pages/en/contact.md';
    expect(codes(file, undefined, PAGE)).toHaveLength(5);
    expect(codes(file, PAGE, undefined)).toEqual(Array(5).fill(`${file} address-gone`));
    expect(
      judgeSettings({ [file]: { after: PAGE }, 'outlet.yaml': { after: OUTLET } }, false),
    ).toEqual([]);
  });
  test('of the outlet’s own words', () => {
    const [before, after] = ['window', 'evil'].map((host) => `support: Ask desk@${host}.example\n`);
    expect(codes('words/en.yaml', before, after)).toEqual([
      'words/en.yaml address-new 1',
      'words/en.yaml address-gone',
    ]);
  });
});
