import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspectContent } from './index.ts';

const OUTLET = `name: { en: The Window, ru: Окно }
description: { en: A newsroom., ru: Редакция. }
origin: https://window.example
tagAuthority: { domain: window.example, date: '2026-01-01' }
languages:
  - { code: en, name: English, locale: en-GB }
  - { code: ru, name: Русский, locale: ru }
timeZone: Europe/Vilnius
sections: [{ id: politics, name: { en: Politics, ru: Политика } }]
tags: [{ id: water, name: { en: Water, ru: Вода } }, { id: '404', name: { en: '404', ru: '404' } }]
licence: { name: { en: CC BY 4.0, ru: CC BY 4.0 } }
`;

const NOW = '2026-11-22T12:00:00Z';

let root: string;
let count = 0;

beforeEach(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'tamizdat-links-')), 'content');
  await put('outlet.yaml', OUTLET);
  await put('authors/anna.yaml', 'name: { en: Anna, ru: Анна }');
});

afterEach(async () => {
  await rm(dirname(root), { recursive: true });
});

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

/** An article of the 22nd, or of the day that its slug begins with. */
async function article(
  slug: string,
  fields: Record<string, string> = {},
  text = 'Text.',
): Promise<void> {
  count += 1;
  const day = fields['publishedAt']?.slice(8, 10) ?? '22';
  const given = {
    id: `01JD8Z0Q5X4K2M7N9P3R${String(count).padStart(6, '0')}`,
    lang: 'en',
    kind: 'news',
    title: 'The port city that kept its lights on',
    section: 'politics',
    publishedAt: '2026-11-22T09:30:00+02:00',
    status: 'ready',
    ...fields,
  };
  const lines = Object.entries(given).map(([name, value]) => `${name}: ${value}`);
  await put(
    `articles/en/2026/11/${day}-${slug}/index.md`,
    `---\n${lines.join('\n')}\n---\n\n${text}\n`,
  );
}

const DRAFT = { status: 'draft' };
const WEDNESDAY = { publishedAt: '2026-11-25T09:30:00+02:00' };
const WITHDRAWN = { status: 'withdrawn', updatedAt: '2026-11-22T10:30:00+02:00' };
const EMBARGO = { embargoUntil: '2026-11-25T09:30:00+02:00' };

async function told(only?: string[]): Promise<string[]> {
  const options = { texts: true, now: NOW, ...(only === undefined ? {} : { only }) };
  const { problems } = await inspectContent(root, options);
  return problems
    .filter(({ code }) => code.startsWith('text-link'))
    .map(({ severity, code, file, line }) => {
      const name = file.replace(/^content\/(?:articles\/en\/2026\/11\/)?|\/index\.md$/g, '');
      return `${name}:${line} ${severity} ${code}`;
    });
}

const link = (address: string) => `[more](/en/${address})`;

describe('a link that would end every build', () => {
  it.each([
    ['a draft', '2026/11/22/other.html', DRAFT, 'draft'],
    ['an article to come', '2026/11/25/other.html', WEDNESDAY, 'later'],
    ['an article under an embargo', '2026/11/22/other.html', EMBARGO, 'later'],
    ['a tag of drafts', 'tag/water.html', { ...DRAFT, tags: '[water]' }, 'draft'],
    ['a tag without articles', 'tag/water.html', {}, 'empty-list'],
    ['a tag that looks like an error', 'tag/404.html', {}, 'empty-list'],
    ['a tag of what is to come', 'tag/water.html', { ...WEDNESDAY, tags: '[water]' }, 'later'],
    ['an author without articles', 'author/anna.html', {}, 'empty-list'],
    ['a former address of a draft', 'old.html', { ...DRAFT, formerAddresses: '[en/old]' }, 'draft'],
    [
      'a former address of what was removed',
      'old.html',
      { status: 'removed', formerAddresses: '[en/old]' },
      'broken',
    ],
    ['the calendar page of a short list', 'section/politics/2026-11.html', {}, 'broken'],
  ])('is told at its line: %s', async (_what, address, fields, why) => {
    await article('other', fields);
    await article('linking', {}, `Text.\n\n${link(address)}`);
    const wanted = [`22-linking:13 error text-link-${why}`];
    expect(await told()).toEqual(wanted);
    expect(await told(['articles/en/2026/11/22-linking'])).toEqual(wanted);
  });

  it('is told in the editor’s note, in fixed pages and in transcripts', async () => {
    await article('other', DRAFT);
    await article('linking', { editorsNote: `"${link('2026/11/22/other.html')}"` });
    await put('pages/en/about.md', `---\ntitle: About\n---\n\n${link('2026/11/22/other.html')}\n`);
    await put('articles/en/2026/11/22-linking/a.transcript.md', link('2026/11/22/other.html'));
    expect(await told()).toEqual([
      '22-linking/a.transcript.md:1 error text-link-draft',
      '22-linking:9 error text-link-draft',
      'pages/en/about.md:5 error text-link-draft',
    ]);
  });

  it('says when the page will be there, in the outlet’s time, in both languages', async () => {
    await article('other', WEDNESDAY);
    await article('linking', {}, link('2026/11/25/other.html'));
    const { problems } = await inspectContent(root, { texts: true, now: NOW });
    expect(problems[0]).toMatchObject({
      message:
        'The link “/en/2026/11/25/other.html” leads to a page that readers see only from 2026-11-25 09:30 (Europe/Vilnius) on.',
      ru: {
        message:
          'Ссылка «/en/2026/11/25/other.html» ведёт на страницу, которую читатели увидят только с 2026-11-25 09:30 (Europe/Vilnius).',
      },
    });
  });
});

describe('a place that a page lacks', () => {
  const SUPPORT = `support:
  currencies: [USD]
  editions: { en: USD }
  amounts: { monthly: { USD: { choices: [5], default: 5 } } }
  methods:
    - { id: card, name: { en: a card, ru: картой }, frequencies: [monthly], currencies: [USD], link: 'https://card.example/{amount}' }
`;

  it.each([
    'archive.html#more',
    'archive.html#notes',
    'index.html#appeal',
    'feed.xml#text',
    'old.html#corrections',
    'support.html#nonsense',
    'support.html#monthly-usd-6',
    'support.html#appeal',
    'about.html#more',
    '2026/11/22/other.html#more',
    '2026/11/22/other.html#key-events',
  ])('is told at its line: %s', async (address) => {
    await put('outlet.yaml', OUTLET + SUPPORT);
    await put('pages/en/about.md', '---\ntitle: About\n---\n\nText.\n');
    await article('other', { formerAddresses: '[en/old]' });
    await article('linking', {}, link(address));
    expect(await told()).toEqual(['22-linking:11 error text-link-fragment']);
  });

  it('is none where it is there at any time', async () => {
    await put('outlet.yaml', OUTLET + SUPPORT);
    const text = '## Why\n\n[a](#monthly-usd-5) [b](#why) [c](#monthly-usd-6)\n';
    await put('pages/en/support.md', `---\ntitle: Support\n---\n\n${text}`);
    const addresses = ['support.html#monthly-usd-5', 'support.html#h-why', 'archive.html#text'];
    await article('linking', {}, addresses.map(link).join(' '));
    expect(await told()).toEqual(['pages/en/support.md:7 error text-link-fragment']);
  });

  it('is told in a transcript', async () => {
    await article('linking');
    await put('articles/en/2026/11/22-linking/a.transcript.md', '## One\n\n[a](#one) [b](#two)');
    expect(await told()).toEqual(['22-linking/a.transcript.md:3 error text-link-fragment']);
  });
});

describe('a link that ends no build', () => {
  it('from a draft is advice: the draft may wait', async () => {
    await article('other', DRAFT);
    await article('linking', DRAFT, `${link('2026/11/22/other.html')} ${link('none.html')}`);
    expect(await told()).toEqual([
      '22-linking:11 warning text-link-draft',
      '22-linking:11 error text-link-broken',
    ]);
  });

  it('may lead to what appears no later than the text that holds it', async () => {
    await article('other', WEDNESDAY);
    await article('same', WEDNESDAY, link('2026/11/25/other.html'));
    await article('sooner', EMBARGO, link('2026/11/25/other.html'));
    await article(
      'earlier',
      { publishedAt: '2026-11-24T09:30:00+02:00' },
      link('2026/11/25/other.html'),
    );
    expect(await told()).toEqual(['24-earlier:11 error text-link-later']);
  });

  it('leads to a feed, or to the notice of what was withdrawn', async () => {
    await article('other', { ...WITHDRAWN, editorsNote: 'It was wrong in many ways.' });
    await article('linking', {}, `${link('feed.xml')} ${link('2026/11/22/other.html')}`);
    expect(await told()).toEqual([]);
  });

  it('to what was removed is advice', async () => {
    await article('other', { status: 'removed' });
    await article('linking', {}, link('2026/11/22/other.html'));
    expect(await told()).toEqual(['22-linking:11 warning text-link-removed']);
  });

  it('stands in a text that is not shown any more', async () => {
    await article('other', DRAFT);
    const editorsNote = `"It was wrong: ${link('2026/11/22/other.html')}"`;
    const text = link('2026/11/22/other.html');
    await article('withdrawn', { ...WITHDRAWN, editorsNote }, text);
    await article('removed', { status: 'removed' }, text);
    expect(await told()).toEqual(['22-withdrawn:10 error text-link-draft']);
  });
});

describe('beside a file with errors', () => {
  const SUPPORT = `support:
  currencies: [USD]
  editions: { en: USD }
  amounts: { monthly: { USD: { choices: [5], default: 5 } } }
  methods:
    - { id: card, name: { en: a card, ru: картой }, frequencies: [monthly], currencies: [USD], link: 'https://card.example/{amount}' }
`;
  /** Pages that readers see, or may see once the outlet's file is right. */
  const LIVE = ['2026/11/22/other.html', 'section/politics.html', 'feed.xml', 'support.html'];
  const DEAD = ['2026/11/22/none.html', 'none.html', 'author/anna.html', 'tag/water.html'];

  async function linkTo(addresses: readonly string[]): Promise<string[]> {
    await article('other');
    await article('linking', {}, addresses.map(link).join('\n\n'));
    const told = await inspectContent(root, { texts: true, now: NOW });
    return told.problems.flatMap(({ code, found }) =>
      code.startsWith('text-link') ? [`${code.slice(10)} ${found?.slice(4)}`] : [],
    );
  }

  it.each([
    ['one of whose fields is wrong', OUTLET.replace('origin: https:', 'origin: ftp:'), 4],
    ['with a zone that there is not', OUTLET.replace('Europe/Vilnius', 'Europe/Wilno'), 4],
    ['with a language that is wrong', OUTLET.replace('code: en', 'code: english'), 4],
    // Their records hold former addresses, which may be any but those of articles.
    ['whose tags are wrong', OUTLET.replace('id: water', 'id: Water!'), 1],
    ['with a misspelt field', OUTLET.replace('tags:', 'tegs:'), 1],
    ['whose sections are wrong', OUTLET.replace('id: politics', 'id: Politics!'), 1],
    ['that is no YAML', `${OUTLET}  - [`, 1],
  ])('all that is sure is told of an outlet %s', async (_, text, count) => {
    await put('outlet.yaml', text + SUPPORT);
    const [article, page, ...lists] = DEAD;
    const wanted = [
      `broken ${article}`,
      `broken ${page}`,
      ...lists.map((one) => `empty-list ${one}`),
    ];
    expect(await linkTo([...LIVE, ...DEAD])).toEqual(wanted.slice(0, count));
  });

  it('and where there is none', async () => {
    await rm(join(root, 'outlet.yaml'));
    expect(await linkTo([...LIVE, ...DEAD])).toEqual([`broken ${DEAD[0]}`]);
  });

  it('places of the page about support are not judged where its ways to give are not known', async () => {
    await put('pages/en/support.md', '---\ntitle: Support\n---\n\nText.\n');
    await put('outlet.yaml', OUTLET + SUPPORT.replace('choices: [5]', 'choices: [five]'));
    expect(await linkTo(['support.html#monthly-usd-6', 'none.html'])).toEqual(['broken none.html']);
  });

  it('nothing is told of the page of mirrors that are wrong', async () => {
    await put('mirrors.yaml', 'mirrors: none');
    expect(await linkTo(['mirrors.html', 'none.html'])).toEqual(['broken none.html']);
  });

  it('a text that is not right itself may wait as it says', async () => {
    await article('other', WEDNESDAY);
    const links = ['2026/11/25/other.html', 'none.html'].map(link).join(' ');
    await article('draft', { ...DRAFT, kind: 'newz' }, links);
    await article('same', { ...WEDNESDAY, kind: 'newz' }, links);
    await article('unsaid', { status: 'redy' }, links);
    expect(await told()).toEqual([
      '22-draft:11 warning text-link-later',
      '22-draft:11 error text-link-broken',
      '22-unsaid:11 error text-link-broken',
      '25-same:11 error text-link-broken',
    ]);
  });
});
