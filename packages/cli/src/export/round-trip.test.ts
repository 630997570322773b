import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadBody, loadContent } from '@tamizdat/archive';
import type { Article } from '@tamizdat/article-schema';
import {
  buildPlan,
  indexArticles,
  type ImportMap,
  Journal,
  openSource,
  runImport,
  Tally,
} from '@tamizdat/import';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainPicture } from '../../testing/plain-picture.ts';
import { localTime } from '../clock/local-time.ts';
import { prepareContent, writePrepared } from '../import/prepare-content.ts';
import { writeForms } from './write-forms.ts';

const NOW = '2026-11-22T12:00:00Z';
const OUTLET = `name: { ru: Окно, en: The Window }
description: { ru: Редакция., en: A newsroom. }
origin: https://window.example
tagAuthority: { domain: window.example, date: '2026-01-01' }
languages:
  - { code: en, name: English, locale: en-GB }
  - { code: ru, name: Русский, locale: ru }
timeZone: Europe/Vilnius
sections: [{ id: city-life, name: { ru: Город, en: City } }, { id: courts, name: { ru: Суды, en: Courts } }]
tags: [{ id: h2o, name: { ru: Вода, en: Water & ice } }]
series: [{ id: bridges, name: { ru: Мосты, en: Bridges } }]
licence: { name: { ru: CC BY 4.0, en: CC BY 4.0 } }
`;

/** Everything that an article can have. */
const RICH = `---
id: 01JD8Z0Q5X4K2M7N9P3R6S8T0A
translationKey: crane-story
lang: en
formerAddresses: [news/2020/crane]
feedId: 'https://old.example/?p=12'
kind: feature
title: The\u00a0crane that "never" sleeps & <why>
kicker: Harbour
standfirst: What\u00a0[gallery] a night shift sees, and what it does not tell.
section: city-life
tags: [h2o]
authors: [anna, boris]
contributors:
  - { role: editor, author: boris }
  - { role: photographer, name: Li Wei }
dateline: Klaipėda
publishedAt: 2026-11-18T09:30:00+02:00
updatedAt: 2026-11-19T10:00:00+02:00
status: ready
leadImage:
  file: crane.png
  alt: A crane stands over a dark harbour.
  caption: The crane on the third night.
  credit: 'Photo: Li Wei'
  licence: CC BY 4.0
corrections:
  - kind: correction
    at: 2026-11-19T10:00:00+02:00
    text: We named the wrong pier. It was the second one.
editorsNote: This text was read by *three* people.
sources:
  - { id: report, title: The harbour report, url: 'https://report.example/1' }
series: { id: bridges, part: 1 }
contentWarnings: [{ warning: death, note: A death is told of. }]
---

A *word*, an <i lang="fr">autre</i>, a **strong one**, \`code\`, H<sub>2</sub>O and [elsewhere](https://other.example/a?b=1\\&c=2).

## What the shift sees

See [the other](/en/2026/11/17/other.html). A claim[^report] and another[^own]. Also [all](/en/index.html), [below](#h-lower) and [a place](/en/2026/11/17/other.html#text).

### Lower

- one
- two
  - inside
- three

1. first
2. second

> A quotation of two
>
> paragraphs.

| place | depth |
| - | -: |
| pier | 12 |

![A film of the shift](shift.mp4 "The shift, filmed.")

![A rope on a bollard.](rope.png "A\u00a0rope. Photo: Li Wei")

Line one\\
line two, with \\[gallery ids="1"] and \\&nbsp; in it.

---

\`\`\`
x < 1 && y

z
\`\`\`

The end.

[^own]: A note with *stress*.
`;
const CAPTIONS = 'WEBVTT\n\n00:00.000 --> 00:01.000\nA bell rings.\n';
/** All that another system does not give back of a text: docs/leaving.md says the same. */
const CHANGED: readonly (readonly [string, string])[] = [
  // Notes have numbers there, and sources are notes.
  ['[^report]', '[^1]'],
  ['[^own]', '[^2]'],
  [
    '[^2]: A note with *stress*.\n',
    '[^1]: [The harbour report](https://report.example/1)\n\n[^2]: A note with *stress*.\n',
  ],
  // Pages of the outlet that are no articles are not there.
  ['[all](/en/index.html)', 'all'],
  // An import knows no recordings.
  ['![A film of the shift](shift.mp4 "The shift, filmed.")', 'The shift, filmed.'],
];

const plain = (letter: string, lang: string, title: string, more: string, text = 'Words.') => `---
id: 01JD8Z0Q5X4K2M7N9P3R6S8T0${letter}
lang: ${lang}
kind: news
title: ${title}
section: courts
${more}---

${text}
`;

let home = '';
const at = (...names: string[]) => path.join(home, ...names);

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'tamizdat-round-'));
  const files: Record<string, string> = {
    'outlet.yaml': OUTLET,
    'authors/anna.yaml':
      'name: { ru: Анна Петрова, en: Anna Petrova }\nemail: anna@window.example\n',
    'authors/boris.yaml': 'name: { ru: Борис, en: Boris }\n',
    'articles/en/2026/11/18-crane/index.md': RICH,
    'articles/en/2026/11/17-other/index.md': plain(
      'B',
      'en',
      'The other one',
      `publishedAt: 2026-11-17T23:30:00+02:00
status: ready
leadImage: { file: harbour.png, decorative: true, credit: 'Photo: Li Wei' }
`,
      'Back to [the crane](/en/2026/11/18/crane.html).',
    ),
    'articles/en/2026/11/17-draft/index.md': plain('C', 'en', 'A draft of it', 'status: draft\n'),
    'articles/ru/2026/11/18-kran/index.md': plain(
      'D',
      'ru',
      'Кран не спит',
      'translationKey: crane-story\npublishedAt: 2026-11-18T09:30:00+02:00\nstatus: ready\nauthors: [anna]\n',
      'Слова.',
    ),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(at('content', name)), { recursive: true });
    writeFileSync(at('content', name), text);
  }
  const folder = at('content/articles/en/2026/11/18-crane');
  writeFileSync(path.join(folder, 'crane.png'), plainPicture(90));
  writeFileSync(path.join(folder, 'rope.png'), plainPicture(160));
  writeFileSync(at('content/articles/en/2026/11/17-other/harbour.png'), plainPicture(120));
  cpSync(
    path.join(import.meta.dirname, '../../../recordings/testing/fixtures/clean.mp4'),
    path.join(folder, 'shift.mp4'),
  );
  writeFileSync(path.join(folder, 'shift.en.vtt'), CAPTIONS);
  writeFileSync(path.join(folder, 'shift.transcript.md'), 'A bell rings.\n');
  writeFileSync(path.join(folder, 'shift.png'), plainPicture(140));
  const content = await loadContent(at('content'), {
    texts: true,
    images: true,
    digests: true,
    now: NOW,
  });
  expect(content.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  await writeForms({
    root: at('content'),
    content,
    now: NOW,
    forms: ['markdown', 'wordpress', 'ghost'],
    part: at('out'),
  });
});
afterAll(() => {
  rmSync(home, { recursive: true });
});

/** Takes files of an export back, into a folder with the outlet and its authors, or into an empty one. */
async function takeBack(name: string, files: readonly string[], isEmpty = false) {
  const root = at(name, 'content');
  mkdirSync(root, { recursive: true });
  if (!isEmpty)
    for (const kept of ['outlet.yaml', 'authors'])
      cpSync(at('out/content', kept), path.join(root, kept), { recursive: true });
  const tallies: Tally[] = [];
  for (const file of files) {
    const source = openSource(at('out', file));
    const { map } = await buildPlan(source, 'Europe/Vilnius');
    tallies.push(await runOne(root, name, source, map));
  }
  const content = await loadContent(root, { texts: true, images: true, now: NOW });
  const bodies = new Map<string, string>();
  for (const article of content.articles) bodies.set(article.id, await loadBody(root, article));
  return { content, bodies, tallies };
}

async function runOne(
  root: string,
  name: string,
  source: ReturnType<typeof openSource>,
  map: ImportMap,
) {
  const prepared = prepareContent(root, map, '2026-11-22');
  if ('problems' in prepared) throw new Error(JSON.stringify(prepared.problems));
  const { outlet, authors, taken, files } = prepared;
  writePrepared(root, files);
  const journal = new Journal(at(name, 'state'));
  const tally = new Tally();
  const now = Date.parse(NOW);
  const index = await indexArticles(
    source,
    { map, journal, now, localTime, zone: outlet.timeZone, taken },
    tally,
  );
  const given = { source, map, index, journal, content: root, outlet, authors, tally };
  await runImport({ ...given, uploads: at('out/content'), now: NOW });
  return tally;
}

/** The fields of an article, without the mark that it came, and without sources: they come back as notes of the text. */
function fieldsOf(articles: readonly Article[], letter: string): Record<string, unknown> {
  const article = articles.find(({ id }) => id === `01JD8Z0Q5X4K2M7N9P3R6S8T0${letter}`);
  const left = new Set(['imported', 'sources', 'bodyLine']);
  return Object.fromEntries(Object.entries(article ?? {}).filter(([name]) => !left.has(name)));
}

test('captions lie beside their film, which names them', () => {
  const folder = 'articles/en/2026/11/18-crane';
  expect(readFileSync(at('out/content', folder, 'shift.en.vtt'), 'utf8')).toBe(CAPTIONS);
  for (const [file, root] of [
    ['wordpress/en.xml', 'https://window.example/wp-content/uploads/'],
    ['ghost/en.json', '__GHOST_URL__/content/images/'],
  ] as const)
    expect(readFileSync(at('out', file), 'utf8').replaceAll('\\"', '"')).toContain(
      `<track kind="captions" srclang="en" src="${root}${folder}/shift.en.vtt">`,
    );
});

test('readers of feeds go on with the ids that they know', () => {
  const guids = readFileSync(at('out/wordpress/en.xml'), 'utf8').match(/<guid[^<]*<\/guid>/g);
  expect(guids?.slice(0, 2)).toEqual([
    '<guid>https://old.example/?p=12</guid>',
    '<guid>https://window.example/en/2026/11/17/other.html</guid>',
  ]);
});

describe.each([
  ['wordpress', 'xml'],
  ['ghost', 'json'],
])('what went to %s and comes back', (system, ending) => {
  test('is what it was, but for what is listed here', async () => {
    const before = await loadContent(at('content'), { now: NOW });
    const { content, bodies, tallies } = await takeBack(system, [
      `${system}/en.${ending}`,
      `${system}/ru.${ending}`,
    ]);
    expect(tallies.map((tally) => tally.reasons().map(({ reason }) => reason))).toEqual([
      ['draft'],
      [],
    ]);
    expect(content.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const letter of ['A', 'B', 'D'])
      expect(fieldsOf(content.articles, letter)).toEqual(fieldsOf(before.articles, letter));
    const text = RICH.slice(RICH.indexOf('\n---\n') + 5);
    const expected = CHANGED.reduce((now, [from, to]) => now.replaceAll(from, to), text);
    expect(bodies.get('01JD8Z0Q5X4K2M7N9P3R6S8T0A')).toBe(expected);
  });

  test('makes an outlet of an empty folder with the same ids, without series', async () => {
    const before = await loadContent(at('content'), { now: NOW });
    const { content } = await takeBack(`${system}-new`, [`${system}/en.${ending}`], true);
    const { series, ...rest } = fieldsOf(before.articles, 'A');
    expect(series).toBeDefined();
    expect(fieldsOf(content.articles, 'A')).toEqual(rest);
    expect(content.authors.map(({ id }) => id)).toEqual(['anna', 'boris']);
  });

  test('keeps its own id from another article that says it has it', async () => {
    const file = `${system}/en.${ending}`;
    const text = readFileSync(at('out', file), 'utf8');
    const twice = text.replaceAll('01JD8Z0Q5X4K2M7N9P3R6S8T0B', '01JD8Z0Q5X4K2M7N9P3R6S8T0A');
    mkdirSync(at('out/twice'), { recursive: true });
    writeFileSync(at('out/twice', path.basename(file)), twice);
    const { content } = await takeBack(`${system}-twice`, [`twice/${path.basename(file)}`]);
    const ids = content.articles.map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([2, 2]);
    expect(ids).toContain('01JD8Z0Q5X4K2M7N9P3R6S8T0A');
  });
});
