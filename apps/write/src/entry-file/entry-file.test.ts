import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { readEntry, writeEntry, type EntryFormat } from './entry-file.ts';

const content = path.resolve(import.meta.dirname, '../../../../content');
const article: EntryFormat = {
  kind: 'markdown',
  order: ['id', 'lang', 'kind', 'title', 'standfirst', 'tags', 'status', 'sources'],
};
const yaml: EntryFormat = { kind: 'yaml', order: ['name', 'bio'] };

const samples = [
  ...globSync('{articles,pages,appeals}/**/*.md', { cwd: content }),
  ...globSync('authors/*.yaml', { cwd: content }),
].filter((file) => !file.endsWith('.transcript.md'));

test('every file of the sample comes out byte for byte as it went in', () => {
  expect(samples.length).toBeGreaterThan(40);
  for (const file of samples) {
    const text = readFileSync(path.join(content, file), 'utf8');
    const format = file.endsWith('.md') ? article : yaml;
    expect(writeEntry(readEntry(text, format), format), file).toBe(text);
  }
});

const FILE = `---
# The permanent name
id: 01KMMM7GT0H5A16T74R4RYP6A7 # never change it
title: 'Three words'
tags: [water, "no"] # two
unknown: { kept: yes }
publishedAt: 2026-03-26T11:00:00+02:00
sources:
  # the first
  - id: one
    title: "A report" # dated
  - id: two
    title: >-
      A folded
      title
# standfirst: an offer
status: draft
---


Text with [^one] and <i lang="ru">слово</i>.
`;

const edit = (change: (data: Record<string, unknown>) => void, text = FILE) => {
  const data = readEntry(text, article);
  change(data);
  return writeEntry(data, article);
};

test('one changed field changes one line', () => {
  const text = edit((data) => {
    data['title'] = 'Four words';
  });
  expect(text).toBe(FILE.replace("'Three words'", "'Four words'"));
});

test('a changed list keeps what is the same in it, comments included', () => {
  const text = edit((data) => {
    data['tags'] = ['water', 'no', 'mirrors'];
    const sources = data['sources'] as Record<string, unknown>[];
    data['sources'] = [
      { ...sources[0], url: 'https://example.org/' },
      sources[1],
      { id: 'three', title: 'New' },
    ];
  });
  expect(text).toMatchInlineSnapshot(`
    "---
    # The permanent name
    id: 01KMMM7GT0H5A16T74R4RYP6A7 # never change it
    title: 'Three words'
    tags: [water, "no", mirrors] # two
    unknown: { kept: yes }
    publishedAt: 2026-03-26T11:00:00+02:00
    sources:
      # the first
      - id: one
        title: "A report" # dated
        url: https://example.org/
      - id: two
        title: >-
          A folded title
      - id: three
        title: New
    # standfirst: an offer
    status: draft
    ---


    Text with [^one] and <i lang="ru">слово</i>.
    "
  `);
});

test('new fields stand in their order, cleared ones go, comments stay', () => {
  const text = edit((data) => {
    data['standfirst'] = 'A sentence: with a colon.';
    delete data['publishedAt'];
  });
  expect(text).toBe(
    FILE.replace(
      "'Three words'\n",
      '\'Three words\'\nstandfirst: "A sentence: with a colon."\n',
    ).replace('publishedAt: 2026-03-26T11:00:00+02:00\n', ''),
  );
});

test('a changed text keeps the front matter and the line ends of the file', () => {
  const windows = FILE.replaceAll('\n', '\r\n');
  const text = edit((data) => {
    expect(data['body']).toBe('Text with [^one] and <i lang="ru">слово</i>.\n');
    data['body'] = 'Another\ntext.';
  }, windows);
  expect(text).toBe(
    windows.replace('Text with [^one] and <i lang="ru">слово</i>.\r\n', 'Another\r\ntext.\r\n'),
  );
});

test('a new file has its fields in order, and nothing of the room’s own', () => {
  const data = {
    body: 'Text.',
    status: 'draft',
    _year: '2026',
    id: 'X',
    tags: ['a', 'b'],
    later: [{ at: 1 }],
  };
  expect(writeEntry(data, article)).toBe(
    '---\nid: X\ntags: [a, b]\nstatus: draft\nlater:\n  - at: 1\n---\n\nText.\n',
  );
});

test('what cannot be read is never written over', () => {
  const broken = FILE.replace("title: 'Three words'", 'title: "Three');
  expect(() => readEntry(broken, article)).toThrow();
  expect(() => writeEntry({ title: 'x', _source: broken }, article)).toThrow();
  expect(() => readEntry('No fields', article)).toThrow('---');
  expect(() => writeEntry({ title: 'x', _source: 'No fields' }, article)).toThrow('---');
  expect(() => readEntry('---\na: *nowhere\n---\n', article)).toThrow();
});

test('a title of nothing but spaces is kept, though it stood in a block', () => {
  const text = edit((data) => {
    data['sources'] = [
      { id: 'one', title: 'A report' },
      { id: 'two', title: ' ' },
    ];
  });
  expect(readEntry(text, article)['sources']).toMatchObject([{}, { title: ' ' }]);
});

test('any edit gives the wanted fields, keeps the others, and can be read again', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'no',
      '2026-01-01T10:00:00+02:00',
      'a: b',
      '# x',
      '- y',
      ' lead',
      'two\nlines\n',
    ),
    fc.boolean(),
    fc.integer(),
    fc.array(fc.string()),
    fc.array(fc.record({ id: fc.string(), title: fc.string() })),
  );
  const names = fc.constantFrom('title', 'tags', 'sources', 'standfirst', 'status', 'other');
  fc.assert(
    fc.property(fc.dictionary(names, fc.option(value)), (changes) => {
      const data = readEntry(FILE, article);
      const wanted: Record<string, unknown> = { ...data };
      for (const [name, change] of Object.entries(changes)) {
        if (change === null) Reflect.deleteProperty(wanted, name);
        else wanted[name] = change;
      }
      const text = writeEntry(wanted, article);
      const again = readEntry(text, article);
      const fields = (all: Record<string, unknown>) => ({ ...all, _source: '', body: '' });
      expect(fields(again)).toEqual(fields(wanted));
      expect(
        text.startsWith('---\n# The permanent name\nid: 01KMMM7GT0H5A16T74R4RYP6A7 # never'),
      ).toBe(true);
    }),
  );
});

test('a file of fields alone is edited the same way', () => {
  const text = 'name: { ru: Лида О., en: Lida O. }\n# hidden\npseudonym: true\n';
  const data = readEntry(text, yaml);
  data['name'] = { ru: 'Лида О.', en: 'Lida Oh' };
  data['bio'] = { ru: 'Пишет.' };
  const written = writeEntry(data, yaml);
  expect(written).toBe(
    'name: { ru: Лида О., en: Lida Oh }\nbio:\n  ru: Пишет.\n# hidden\npseudonym: true\n',
  );
  expect(parse(written)).toEqual({
    name: { ru: 'Лида О.', en: 'Lida Oh' },
    bio: { ru: 'Пишет.' },
    pseudonym: true,
  });
});
