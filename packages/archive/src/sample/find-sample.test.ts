import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { plainYaml, readYaml } from '@tamizdat/article-schema';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inspectContent } from '../load/index.ts';
import { loadMirrors } from '../load/load-mirrors.ts';
import { buildSampleRecord } from './build-record.ts';
import { isSample, SAMPLE, type SampleRecord } from './record.ts';
import { settingsOf } from './settings.ts';

const kit = join(import.meta.dirname, '../../../../content');
const read = (path: string) => readFileSync(join(kit, path), 'utf8');
const outletIs = (text: string) => isSample(settingsOf(readYaml(plainYaml(text), '').value));
/** In an outlet of one's own these tests have no sample before them. */
const sampleTest = test.skipIf(!outletIs(read('outlet.yaml')));

const OWN = `name: { en: The Window, ru: Окно }
description: { en: A newsroom., ru: Редакция. }
origin: https://window.example
tagAuthority: { domain: window.example, date: '2026-01-01' }
languages:
  - { code: en, name: English, locale: en-GB }
  - { code: ru, name: Русский, locale: ru }
timeZone: Europe/Vilnius
sections: [{ id: news, name: { en: News, ru: Новости } }]
licence: { name: { en: CC BY 4.0, ru: CC BY 4.0 } }
`;

let root: string;
beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), 'tamizdat-left-')), 'content');
});
afterEach(() => {
  rmSync(dirname(root), { recursive: true });
});

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const copy = (path: string) => {
  cpSync(join(kit, path), join(root, path), { recursive: true });
};

/** What is left of the sample, as `file:line field code`. */
async function left(): Promise<string[]> {
  const { problems } = await inspectContent(root);
  return problems
    .filter(({ code }) => code.startsWith('sample-'))
    .map(({ file, line, field = '', code }) => `${file}:${line} ${field} ${code}`);
}

sampleTest(
  'the record holds everything of the sample: else run “node src/sample/generate.ts”',
  () => {
    const now = buildSampleRecord(kit);
    for (const name of Object.keys(now) as (keyof SampleRecord)[]) {
      expect(now[name].length, name).toBeGreaterThan(0);
      expect(SAMPLE[name], name).toEqual(expect.arrayContaining(now[name]));
    }
  },
);

sampleTest('the sample is the sample until its name, its address or its keys are changed', () => {
  const sample = read('outlet.yaml');
  const print = SAMPLE.fingerprints[0] ?? '';
  expect(outletIs(sample)).toBe(true);
  expect(outletIs(sample.replace(/^rootFingerprint: .*$/m, ''))).toBe(true);
  for (const [from, to] of [
    ['Fortochka', 'Window'],
    ['https://fortochka.example', 'https://window.example'],
    [print, 'ab'.repeat(32)],
  ] as const)
    expect(outletIs(sample.replace(from, to)), to).toBe(false);
});

describe('in an outlet that is not the sample', () => {
  sampleTest('everything of its identity is told, each at its line', async () => {
    const changed = read('outlet.yaml')
      .replace('ru: Форточка', 'ru: Окно')
      .replace('en: Fortochka', 'en: Window');
    put('outlet.yaml', changed);
    for (const path of ['mirrors.yaml', 'authors', 'pages', 'appeals', 'mark.svg']) copy(path);
    const told = await left();
    const line = (text: string) => changed.split('\n').findIndex((one) => one.includes(text)) + 1;
    for (const [text, field] of [
      ['origin: ', 'origin'],
      ['domain: ', 'tagAuthority.domain'],
      ['en: The small pane', 'tagline.en'],
      ['action: ', 'newsletters[0].provider.action'],
      ['l: 6d1f', 'newsletters[0].provider.hidden.l'],
      ['social.example/@fortochka', 'social[0].url'],
      ['rootFingerprint: ', 'rootFingerprint'],
      ['polka-archive', 'fingerprintAt[2].url'],
      ['paypal.example', 'support.methods[3].link'],
      ['annual-usd-100', 'support.methods[1].links[13].url'],
      ['iban: ', 'support.methods[4].account.iban'],
      ['holder: ', 'support.methods[4].account.holder'],
      ['bitcoin: 1', 'support.methods[5].account.bitcoin'],
      ['monero: 4', 'support.methods[6].account.monero'],
    ] as const)
      expect(told).toContain(`content/outlet.yaml:${line(text)} ${field} sample-setting`);
    for (const at of [0, 1, 2, 3, 4])
      expect(told).toContainEqual(expect.stringContaining(`mirrors[${at}].address sample-setting`));
    expect(told).toContain('content/mark.svg:1  sample-file');
    expect(told).toContain('content/authors/agata-lind.jpg:1  sample-file');
    for (const name of ['agata-lind', 'anton-revyakin', 'lida-o', 'm-sever', 'ruth-ellerby'])
      expect(told).toContainEqual(
        expect.stringMatching(`authors/${name}.yaml:\\d+ bio.en sample-setting`),
      );
    for (const name of ['about', 'contact', 'ownership', 'principles', 'privacy', 'support'])
      for (const lang of ['en', 'ru'])
        expect(told).toContainEqual(
          expect.stringMatching(`pages/${lang}/${name}.md:\\d+  sample-text`),
        );
    for (const name of ['newsroom', 'winter'])
      expect(told).toContain(
        `content/appeals/en/${name}.md:${name === 'winter' ? 7 : 5}  sample-text`,
      );
    expect(told).toContain('content/pages/en/privacy.md:31  sample-address');
    const { problems } = await inspectContent(root);
    expect(
      problems
        .filter(({ code }) => code === 'sample-setting')
        .every((one) => one.severity === 'error'),
    ).toBe(true);
    expect(loadMirrors(root).problems.map(({ code }) => code)).toContain('sample-setting');
  });

  sampleTest('a name that was left is told with what else was, and alone of nobody', async () => {
    put('outlet.yaml', OWN.replace('The Window', 'Fortochka'));
    expect(await left()).toEqual([]);
    put(
      'outlet.yaml',
      OWN.replace('The Window', 'Fortochka').replace('https://window', 'https://fortochka'),
    );
    expect(await left()).toEqual([
      'content/outlet.yaml:1 name.en sample-setting',
      'content/outlet.yaml:3 origin sample-setting',
    ]);
  });

  sampleTest('an account is told however it is written, and wherever', async () => {
    put(
      'outlet.yaml',
      `${OWN}social: [{ name: A, url: "https://pay.example/lt12%20" }]\ntagline: { en: Send to LT121000 011101001000, ru: Деньги }\n`,
    );
    put(
      'pages/en/about.md',
      '---\ntitle: About\n---\n\nOurs.\n\nPay 1BitcoinEaterAddressDontSendf59kuE\n',
    );
    expect(await left()).toEqual([
      'content/outlet.yaml:12 tagline.en sample-setting',
      'content/pages/en/about.md:7  sample-address',
    ]);
  });

  sampleTest('a text with other names is told, of single sentences as advice', async () => {
    put('outlet.yaml', OWN);
    put(
      'appeals/en/newsroom.md',
      read('appeals/en/newsroom.md').replaceAll('Fortochka', 'The Window'),
    );
    const own = Array.from(
      { length: 9 },
      (_, at) => `Sentence number ${at} is one that this newsroom wrote by itself.`,
    );
    put(
      'pages/en/principles.md',
      `---\ntitle: How we work\n---\n\n${own.join(' ')}\n\nFacts in them are checked\nlike facts elsewhere.\n`,
    );
    const { problems } = await inspectContent(root);
    const ours = problems.filter(({ code }) => code.startsWith('sample-'));
    expect(ours.map(({ file, line, severity, code }) => [file, line, severity, code])).toEqual([
      ['content/appeals/en/newsroom.md', 5, 'error', 'sample-text'],
      ['content/pages/en/principles.md', 7, 'warning', 'sample-sentence'],
    ]);
  });

  sampleTest(
    'an article is told by its id, or by its title, and its pictures by their bytes',
    async () => {
      const path = globSync('articles/en/**/index.md', { cwd: kit }).sort()[0] ?? '';
      const text = read(path);
      put('outlet.yaml', OWN);
      put(path, text);
      const [told = ''] = await left();
      expect(told).toMatch(/:\d+ id sample-article$/);
      put(path, text.replace(/^id: .*$/m, 'id: 01JD8Z0Q5X4K2M7N9P3R6S8T0V'));
      expect(await left()).toEqual([expect.stringMatching(/ title sample-article$/)]);
      rmSync(join(root, path));
      put('authors/anna.yaml', 'name: { en: Anna, ru: Анна }\nphoto: anna.jpg\n');
      cpSync(join(kit, 'authors/agata-lind.jpg'), join(root, 'authors/anna.jpg'));
      expect(await left()).toEqual(['content/authors/anna.jpg:1  sample-file']);
    },
  );

  sampleTest('generic words, ids, notices and licences of the sample are anybody’s', async () => {
    const sample = read('outlet.yaml');
    const generic =
      /^(?:sections|tags|navigation|footer|principles|ownership|contact|licence|accent):/;
    const parts = sample.split(/\n(?=\S)/).filter((part) => generic.test(part));
    expect(parts.length).toBe(9);
    const notices = sample.slice(sample.indexOf('  notices:'));
    const support = `support:\n  currencies: [EUR]\n  amounts: { once: { EUR: { choices: [5], default: 5 } } }\n  methods:\n    - id: card\n      name: { en: a card, ru: картой }\n      link: https://pay.window.example/{amount}\n${notices}`;
    put(
      'outlet.yaml',
      [OWN.replace(/^(?:sections|licence):.*\n/gm, ''), ...parts, support].join('\n'),
    );
    put(
      'authors/anton-revyakin.yaml',
      'name: { ru: Антон Ревякин, en: Anton Revyakin }\nrole: { ru: Корреспондент, en: Correspondent }\n',
    );
    expect(await left()).toEqual([]);
  });

  sampleTest('of files that are not asked about nothing is told', async () => {
    put('outlet.yaml', OWN);
    copy('appeals');
    const { problems } = await inspectContent(root, { only: ['appeals/ru'] });
    const files = problems.filter(({ code }) => code === 'sample-text').map(({ file }) => file);
    expect(files).toEqual(['content/appeals/ru/newsroom.md', 'content/appeals/ru/winter.md']);
  });
});
