import fs, {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inspectContent, type Inspected } from '../load/load-content.ts';
import { ContentIndex } from './content-index.ts';
import { loadIndex, saveIndex } from './index-file.ts';

const OUTLET = `name: { en: The Window }
description: { en: A newsroom. }
origin: https://window.example
tagAuthority: { domain: window.example, date: '2026-01-01' }
languages: [{ code: en, name: English, locale: en-GB }]
timeZone: Europe/Vilnius
sections: [{ id: politics, name: { en: Politics } }]
tags: [{ id: courts, name: { en: Courts } }]
licence: { name: { en: CC BY 4.0 } }
`;

/** A picture of one pixel. */
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>';
const VTT = 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n';

const NOW = '2026-11-22T12:00:00Z';
const LATER = '2026-11-25T12:00:00Z';
const EARLIER = '2026-11-21T12:00:00Z';

let root: string;
let place: string;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'tamizdat-kept-'));
  root = join(folder, 'content');
  place = join(folder, 'state', 'content.index');
  put('outlet.yaml', OUTLET);
  for (const id of ['anna', 'boris']) put(`authors/${id}.yaml`, `name: { en: ${id} }\n`);
  put('pages/en/about.md', '---\ntitle: About us\n---\n\n## Who we are\n\nA newsroom.\n');
  put('front/en.yaml', 'secondRank: []\n');
  for (const slug of ['one', 'two', 'three', 'four']) put(at(slug), article(slug));
  put(beside('two', 'photo.gif'), GIF);
  put(beside('two', 'plan.svg'), SVG);
  put(beside('three', 'talk.en.vtt'), VTT);
  put(beside('three', 'talk.transcript.md'), 'Hello, [about](/en/about.html#who-we-are).\n');
});

afterEach(() => {
  rmSync(dirname(root), { recursive: true });
});

const beside = (slug: string, name: string): string => `articles/en/2026/11/20-${slug}/${name}`;
const at = (slug: string): string => beside(slug, 'index.md');

function put(path: string, data: string | Buffer): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), data);
}

/** An id of 26 characters of Crockford's alphabet that ends as a word begins. */
const idOf = (slug: string): string =>
  `01JDA0000000000000000000${slug
    .slice(0, 2)
    .toUpperCase()
    .replaceAll(/[ILOU]/g, 'X')}`;

function article(slug: string, fields = '', text = ''): string {
  return `---
id: ${idOf(slug)}
lang: en
title: The story that is called ${slug}
standfirst: What it says in short.
section: politics
authors: [anna]
publishedAt: '2026-11-20T10:00:00Z'
status: ready
${fields}---

It begins. See [about us](/en/about.html#who-we-are) and [one](/${at('one')
    .slice(9)
    .replace(/-one.*/, '/one.html')}#the-place).

## The place

${text}
`;
}

const edit = (path: string, change: (text: string) => string): void => {
  try {
    put(path, change(readFileSync(join(root, path), 'utf8')));
  } catch {
    // Another change took it away.
  }
};

/** Reads the folder as a build does, with what the last reading left, and leaves its own. */
async function readKept(now: string, moment?: () => number) {
  const kept = loadIndex(place, 'kit');
  const index = new ContentIndex(root, typeof kept === 'string' ? new Map() : kept, moment);
  const content = await inspectContent(root, { ...OPTIONS, now, index });
  const lines = index.write();
  if (lines !== undefined) saveIndex(place, 'kit', lines);
  return { content, kept, index, lines };
}

/** The files of the folder that some work opens, by whatever function of Node; each once, sorted. */
async function openedBy(work: () => Promise<unknown>): Promise<string[]> {
  const opened = new Set<string>();
  const watch = <Name extends string>(
    module: Record<Name, (...args: never[]) => unknown>,
    name: Name,
  ): (() => void) => {
    const real = module[name];
    module[name] = (...args) => {
      const path: unknown = args[0];
      if (typeof path === 'string' && path.startsWith(root)) opened.add(relative(root, path));
      return real.apply(module, args);
    };
    return () => {
      module[name] = real;
    };
  };
  const undo = [
    ...(['openSync', 'open', 'readFileSync', 'readFile', 'createReadStream'] as const).map((name) =>
      watch(fs as never, name),
    ),
    ...(['open', 'readFile'] as const).map((name) => watch(fs.promises as never, name)),
  ];
  syncBuiltinESMExports();
  try {
    await work();
  } finally {
    for (const each of undo) each();
    syncBuiltinESMExports();
  }
  return [...opened].sort();
}

const OPTIONS = { texts: true, images: true, digests: true };
const readPlainly = (now: string): Promise<Inspected> => inspectContent(root, { ...OPTIONS, now });

/** Long after everything was written. */
const later = (): number => Date.now() + 60_000;

/** What may happen to a content folder between two builds. */
const CHANGES: Record<string, () => void> = {
  nothing: () => undefined,
  sentence: () => {
    edit(at('one'), (text) => `${text}\nMore of it.\n`);
  },
  heading: () => {
    edit(at('one'), (text) => text.replace('## The place', '## Another place'));
  },
  headingBack: () => {
    edit(at('one'), (text) => text.replace('## Another place', '## The place'));
  },
  pageHeading: () => {
    edit('pages/en/about.md', (text) => text.replace('Who we are', 'Whom we are'));
  },
  brokenPage: () => {
    edit('pages/en/about.md', (text) => text.replace('title:', 'titel:'));
  },
  sameSize: () => {
    // The time of writing is put back, as an archive is unpacked.
    const { atime, mtime } = statSync(join(root, at('four')), { throwIfNoEntry: false }) ?? {};
    edit(at('four'), (text) => (text.includes('four') ? text.replaceAll('four', 'FOUR') : text));
    if (atime && mtime) utimesSync(join(root, at('four')), atime, mtime);
  },
  touch: () => {
    edit(at('two'), (text) => text);
  },
  badYaml: () => {
    edit(at('three'), (text) => text.replace('status: ready', 'status: [ready'));
  },
  goodYaml: () => {
    put(at('three'), article('three', '', '![talk](talk.mp3)'));
  },
  pictures: () => {
    put(at('two'), article('two', '', '![plan](plan.svg)\n\n![photo](photo.gif)'));
  },
  badPicture: () => {
    put(beside('two', 'photo.gif'), GIF.subarray(0, 30));
  },
  goodPicture: () => {
    put(beside('two', 'photo.gif'), GIF);
  },
  badDrawing: () => {
    put(beside('two', 'plan.svg'), SVG.replace('<path', '<script/><path'));
  },
  noPicture: () => {
    rmSync(join(root, beside('two', 'photo.gif')), { force: true });
  },
  transcript: () => {
    edit(beside('three', 'talk.transcript.md'), (text) => `${text}\nSee [it](/en/none.html).\n`);
  },
  captions: () => {
    put(beside('three', 'talk.en.vtt'), 'no captions');
  },
  more: () => {
    put(at('five'), article('five', 'tags: [courts]\n'));
  },
  clash: () => {
    put(at('six'), article('one'));
  },
  fewer: () => {
    rmSync(dirname(join(root, at('four'))), { recursive: true, force: true });
  },
  rename: () => {
    try {
      renameSync(dirname(join(root, at('one'))), dirname(join(root, at('seven'))));
    } catch {
      // It is renamed already.
    }
  },
  authorMore: () => {
    put('authors/anja.yaml', 'name: { en: Anja }\n');
  },
  authorFewer: () => {
    rmSync(join(root, 'authors/anna.yaml'), { force: true });
  },
  authorBack: () => {
    put('authors/anna.yaml', 'name: { en: Anna B. }\n');
  },
  authorWrong: () => {
    edit(at('two'), (text) => text.replace('[anna]', '[anja, boris]'));
  },
  outlet: () => {
    edit('outlet.yaml', (text) => text.replace('Europe/Vilnius', 'Pacific/Auckland'));
  },
  noTag: () => {
    edit('outlet.yaml', (text) => text.replace('courts', 'court'));
  },
  badOutlet: () => {
    edit('outlet.yaml', (text) => text.replace('timeZone:', 'timezone:'));
  },
  goodOutlet: () => {
    put('outlet.yaml', OUTLET);
  },
  toCome: () => {
    put(at('three'), article('three', "updatedAt: '2026-11-24T10:00:00Z'\n"));
  },
  embargo: () => {
    put(at('one'), article('one', "embargoUntil: '2026-11-24T10:00:00Z'\n"));
  },
  appeal: () => {
    put(
      'appeals/en/winter.md',
      "---\ntitle: Help\nuntil: '2026-11-24T10:00:00Z'\n---\n\nSee [one](/en/about.html#x).\n",
    );
  },
  pageToCome: () => {
    edit('pages/en/about.md', (text) =>
      text.replace('---\n\n', "updatedAt: '2026-11-23T10:00:00Z'\n---\n\n"),
    );
  },
  front: () => {
    put('front/en.yaml', `lead: { article: ${idOf('one')}, until: '2026-12-01T00:00:00Z' }\n`);
  },
  hidden: () => {
    put('articles/.hidden', 'x');
  },
};

/** More by hand. */
const RUNS = Number(process.env['KEPT_RUNS'] ?? 3);

const step = fc.record({
  changes: fc.array(fc.constantFrom(...Object.keys(CHANGES)), { minLength: 1, maxLength: 3 }),
  now: fc.constantFrom(NOW, LATER, EARLIER),
  isSettled: fc.boolean(),
});

describe('reading with an index', () => {
  test('gives it after each change alone, and the changes are such that show', async () => {
    const told = new Set<string>();
    await readKept(NOW, later);
    for (const [place, [name, change]] of Object.entries(CHANGES).entries()) {
      change();
      const { content } = await readKept(NOW, place % 3 === 0 ? undefined : later);
      expect([name, content]).toStrictEqual([name, await readPlainly(NOW)]);
      for (const { code } of content.problems) told.add(code);
    }
    expect([...told]).toEqual(
      expect.arrayContaining([
        'author-unknown',
        'image-unusable',
        'tag-unknown',
        'text-link-fragment',
        'time-to-come',
      ]),
    );
  });

  test('tells at each time what is to come, and in the words of that time', async () => {
    CHANGES['toCome']?.();
    CHANGES['pageToCome']?.();
    const codes = [];
    for (const now of [NOW, LATER, EARLIER, NOW, '2026-11-22T13:00:00Z']) {
      const { content } = await readKept(now, later);
      expect(content).toStrictEqual(await readPlainly(now));
      codes.push(content.problems.filter(({ code }) => code === 'time-to-come').length);
    }
    expect(codes).toEqual([2, 0, 2, 2, 2]);
  });

  test('opens no file that has the stamp with which it was read', async () => {
    await readKept(NOW, later);
    const opened = await openedBy(() => readKept(LATER, later));
    expect(opened).toEqual([]);
    expect(await openedBy(() => readPlainly(NOW))).toContain(at('one'));
  });

  test('opens what was changed, and what lies beside it not', async () => {
    await readKept(NOW, later);
    CHANGES['pictures']?.();
    const opened = await openedBy(() => readKept(NOW, later));
    expect(opened).toEqual([at('two'), beside('two', 'photo.gif'), beside('two', 'plan.svg')]);
    CHANGES['authorMore']?.();
    expect(await openedBy(() => readKept(NOW, later))).toEqual(['authors/anja.yaml']);
  });

  test(
    'gives what reading without gives, after whatever happened',
    { timeout: 120_000 },
    async () => {
      const start = join(dirname(root), 'start');
      cpSync(root, start, { recursive: true });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
          rmSync(root, { recursive: true });
          rmSync(place, { force: true });
          cpSync(start, root, { recursive: true });
          await readKept(NOW, later);
          for (const { changes, now, isSettled } of steps) {
            for (const change of changes) CHANGES[change]?.();
            const { content } = await readKept(now, isSettled ? later : undefined);
            expect(content).toStrictEqual(await readPlainly(now));
          }
        }),
        { numRuns: RUNS },
      );
    },
  );
});
