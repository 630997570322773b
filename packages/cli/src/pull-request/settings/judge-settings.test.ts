import { describe, expect, test } from 'vitest';
import { OUTLET } from '../../new/sample-outlet.ts';
import { judgeSettings } from './judge-settings.ts';

const WITH_PRINT = `${OUTLET}rootFingerprint: ${'ab'.repeat(32)}
fingerprintAt: [{ name: A, url: 'https://social.example/1' }]
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
