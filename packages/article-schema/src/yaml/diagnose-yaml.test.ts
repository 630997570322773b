import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { told } from '../../testing/told.ts';
import { readYaml } from './read-yaml.ts';

/** What is told of front matter that stands from the file's second line on. */
const problemsOf = (...lines: string[]): string =>
  told(readYaml(`${lines.join('\n')}\n`, 'a.yaml', 2).problems);

describe('what cannot be read is told with the writer’s own line, mended', () => {
  test('a quotation mark that is not closed, at the quotation mark', () => {
    expect(problemsOf('lang: en', 'title: "The mayor’s last winter', 'kind: news'))
      .toMatchInlineSnapshot(`
      "3:8 yaml-quote-not-closed
      The quotation mark " that opens this value is never closed.
      do: Type " at the end of the value.
      example: title: "The mayor’s last winter""
    `);
    expect(problemsOf('leadImage:', "  alt: 'A crane", '  credit: "Anna"', 'kind: news'))
      .toMatchInlineSnapshot(`
        "3:8 yaml-quote-not-closed
        The quotation mark ' that opens this value is never closed.
        do: Type ' at the end of the value.
        example:   alt: 'A crane'"
      `);
  });
  test('quotation marks inside quotation marks', () => {
    expect(problemsOf('title: "The "mayor" speaks"')).toMatchInlineSnapshot(`
      "2:8 yaml-quote-inside
      The value begins with ", so the next " ends it, and text follows.
      do: Put the whole value in quotation marks of the other kind.
      example: title: 'The "mayor" speaks'"
    `);
    expect(problemsOf("title: 'The mayor's winter'")).toMatchInlineSnapshot(`
      "2:8 yaml-quote-inside
      The value begins with ', so the next ' ends it, and text follows.
      do: Put the whole value in quotation marks of the other kind.
      example: title: "The mayor's winter""
    `);
    expect(problemsOf(`title: "The "mayor's" speech"`)).toMatchInlineSnapshot(`
      "2:8 yaml-quote-inside
      The value begins with ", so the next " ends it, and text follows.
      do: Put the whole value in quotation marks of the other kind.
      example: title: "The \\"mayor's\\" speech""
    `);
  });
  test('a bracket that is not closed', () => {
    expect(problemsOf('tags: [energy, water', 'kind: news')).toMatchInlineSnapshot(`
      "2:7 yaml-bracket-not-closed
      The bracket [ that opens this list or group is never closed.
      do: Type ] at its end.
      example: tags: [energy, water]"
    `);
  });
  test('indentation that belongs nowhere', () => {
    expect(problemsOf('lang: en', ' kind: news', 'section: news')).toMatchInlineSnapshot(`
      "3:1 yaml-indent
      This line begins with one space, so YAML takes it for a part of the line above.
      why: Fields of one group begin with the same number of spaces.
      do: Let it begin with no space, like “lang: en”.
      example: kind: news"
    `);
    expect(problemsOf('leadImage:', '  file: a.jpg', '   alt: A crane', ' credit: Anna'))
      .toMatchInlineSnapshot(`
        "4:1 yaml-indent
        This line begins with 3 spaces, so YAML takes it for a part of the line above.
        why: Fields of one group begin with the same number of spaces.
        do: Let it begin with 2 spaces, like “file: a.jpg”.
        example:   alt: A crane

        5:1 yaml-indent
        This line begins with one space, so YAML takes it for a part of the line above.
        why: Fields of one group begin with the same number of spaces.
        do: Let it begin with 2 spaces, like “alt: A crane”.
        example:   credit: Anna"
      `);
    expect(problemsOf('leadImage:', '\tfile: a.jpg', '\t\talt: A')).toMatchInlineSnapshot(`
      "3:1 yaml-tab-as-indent
      This line is indented with a tab; YAML allows spaces only.
      do: Replace the tab by two spaces.
      example:   file: a.jpg

      4:1 yaml-tab-as-indent
      This line is indented with a tab; YAML allows spaces only.
      do: Replace the tab by two spaces.
      example:   alt: A"
    `);
  });
  test('spaces that are none', () => {
    expect(problemsOf('lang: en', 'title:\u00A0The mayor', 'kind: news')).toMatchInlineSnapshot(`
      "3:7 yaml-odd-space
      A no-break space stands here, which looks like a space but is none to YAML.
      why: Such spaces come along when text is copied from a word processor or a web page.
      do: Delete it and type an ordinary space.
      example: title: The mayor"
    `);
    expect(problemsOf('leadImage:', '\u00A0\u00A0file: a.jpg')).toMatchInlineSnapshot(`
      "3:1 yaml-odd-space
      A no-break space stands here, which looks like a space but is none to YAML.
      why: Such spaces come along when text is copied from a word processor or a web page.
      do: Delete it and type ordinary spaces.
      example:   file: a.jpg"
    `);
    expect(problemsOf('tags:', '  -\u2009energy', '  - x: [')).toMatchInlineSnapshot(`
      "3:4 yaml-odd-space
      A special space (U+2009) stands here, which looks like a space but is none to YAML.
      why: Such spaces come along when text is copied from a word processor or a web page.
      do: Delete it and type an ordinary space.
      example:   - energy

      4:8 yaml-bracket-not-closed
      The bracket [ that opens this list or group is never closed.
      do: Type ] at its end.
      example:   - x: []"
    `);
  });
  test('a colon that is none, or without its space', () => {
    expect(problemsOf('lang: en', 'title：The mayor')).toMatchInlineSnapshot(`
      "3:6 yaml-wide-colon
      “：” is not the colon that YAML knows.
      do: Type an ordinary colon and a space after it.
      example: title: The mayor"
    `);
    expect(problemsOf('lang: en', 'kind:news', 'section: news')).toMatchInlineSnapshot(`
      "3:5 yaml-space-missing
      There is no space after the colon.
      why: Only a colon with a space after it ends a field’s name.
      do: Type a space after the colon.
      example: kind: news"
    `);
    expect(problemsOf('kind:news')).toMatchInlineSnapshot(`
      "2:5 yaml-space-missing
      There is no space after the colon.
      why: Only a colon with a space after it ends a field’s name.
      do: Type a space after the colon.
      example: kind: news"
    `);
  });
  test('a colon inside a value', () => {
    expect(problemsOf('sources:', '  - id: a', '    title: Report: the year', '  - id: b'))
      .toMatchInlineSnapshot(`
        "4:12 yaml-colon-in-value
        There is a second colon in this value, so YAML takes it for a field of its own.
        do: Put the whole value in quotation marks.
        example:     title: "Report: the year""
      `);
    expect(problemsOf('title: «Ночь»: "что" было')).toMatchInlineSnapshot(`
      "2:8 yaml-colon-in-value
      There is a second colon in this value, so YAML takes it for a field of its own.
      do: Put the whole value in quotation marks. Straight ones: curly ones are text to YAML.
      example: title: '«Ночь»: "что" было'"
    `);
  });
  test.each([
    '@home',
    '`x`',
    '%5 more',
    '*Bold*',
    '&c.',
    '!Now',
    '| here',
    '[Update] Text',
    '- dash',
  ])('a value that begins with the sign of %s', (value) => {
    const [problem] = readYaml(`title: ${value}\n`, 'a.yaml').problems;
    expect(problem).toMatchObject({ code: 'yaml-sign-at-start', line: 1, column: 8 });
    expect(problem?.example).toBe(`title: "${value}"`);
  });
  test('a line that is no field', () => {
    expect(problemsOf('title: The mayor', 'of the town', 'kind: news')).toMatchInlineSnapshot(`
      "3:1 yaml-multiline-implicit-key
      This line is neither “name: value” nor part of the value before it.
      do: If it belongs to the value above, put two spaces before it; a field of its own is written “name: value”.
      example:   of the town"
    `);
  });
  test('a dash that is missing, or its space', () => {
    const first = ['sources:', '  - id: a', '    title: A'];
    expect(problemsOf(...first, '  id: b', '    title: B')).toMatchInlineSnapshot(`
      "5:1 yaml-dash-missing
      The dash before “id” is missing: it begins an entry of the list, like the one above.
      do: Begin the line like the first line of the entry above.
      example:   - id: b"
    `);
    expect(problemsOf(...first, '  id: b', '  title: B', 'kind: news')).toMatchInlineSnapshot(`
      "5:1 yaml-dash-missing
      The dash before “id” is missing: it begins an entry of the list, like the one above.
      do: Begin the line like the first line of the entry above.
      example:   - id: b

      6:1 yaml-indent
      This line begins with 2 spaces, so YAML takes it for a part of the line above.
      why: Fields of one group begin with the same number of spaces.
      do: Let it begin with 4 spaces, like “title: A”.
      example:     title: B"
    `);
    expect(problemsOf(...first, '    id: b', '    title: B')).toMatchInlineSnapshot(`
      "5:5 yaml-duplicate-key
      The field “id” stands here twice: also 2 lines above.
      do: Begin the second like the first, with “- ”, if it is a new entry of the list; else keep one of the two.

      6:5 yaml-duplicate-key
      The field “title” stands here twice: also 2 lines above.
      do: Keep one of the two lines."
    `);
    expect(problemsOf('tags:', '  - courts', '  -water')).toMatchInlineSnapshot(`
      "4:3 yaml-dash-space
      There is no space after the dash.
      why: Only a dash with a space after it begins an entry of a list.
      do: Type a space after the dash.
      example:   - water"
    `);
    expect(problemsOf('tags:', '  -courts', '  -water', 'kind: news')).toMatchInlineSnapshot(`
      "3:3 yaml-dash-space
      There is no space after the dash.
      why: Only a dash with a space after it begins an entry of a list.
      do: Type a space after the dash.
      example:   - courts

      4:3 yaml-dash-space
      There is no space after the dash.
      why: Only a dash with a space after it begins an entry of a list.
      do: Type a space after the dash.
      example:   - water"
    `);
    expect(problemsOf('sources:', '  -id: a', '    title: A')).toMatchInlineSnapshot(`
      "3:3 yaml-dash-space
      There is no space after the dash.
      why: Only a dash with a space after it begins an entry of a list.
      do: Type a space after the dash.
      example:   - id: a"
    `);
    expect(problemsOf('sources:', '  -id: a')).toMatchInlineSnapshot(`
      "3:3 yaml-dash-space
      There is no space after the dash.
      why: Only a dash with a space after it begins an entry of a list.
      do: Type a space after the dash.
      example:   - id: a"
    `);
    expect(problemsOf('a:', '  -5', 'b: one', '  -two', 'c:', '  - -3')).toBe('');
  });
  test('a group that begins on the line of its name', () => {
    expect(problemsOf('leadImage: file: court.jpg', '  alt: A court', 'kind: news'))
      .toMatchInlineSnapshot(`
      "2:12 yaml-group-on-line
      “leadImage” is a group of fields, but the first of them stands on the same line.
      do: Put “file” on a line of its own, two spaces further in than “leadImage”, and the other fields below it.
      example: leadImage:
        file: court.jpg"
    `);
    expect(problemsOf('live:', '  entries:', '    - id: a', 'name: en: Anna'))
      .toMatchInlineSnapshot(`
      "5:7 yaml-group-on-line
      “name” is a group of fields, but the first of them stands on the same line.
      do: Put “en” on a line of its own, two spaces further in than “name”, and the other fields below it.
      example: name:
        en: Anna"
    `);
  });
  test('another sign than a colon', () => {
    expect(problemsOf('kind: news', 'section = justice')).toMatchInlineSnapshot(`
      "3:9 yaml-colon-missing
      “=” stands after the field’s name, where a colon belongs.
      do: Type a colon and a space after the name.
      example: section: justice"
    `);
    expect(problemsOf('leadImage:', '  file; court.jpg', '  alt: A court')).toMatchInlineSnapshot(`
      "3:7 yaml-colon-missing
      “;” stands after the field’s name, where a colon belongs.
      do: Type a colon and a space after the name.
      example:   file: court.jpg"
    `);
  });
  test('every field for itself, all at once', () => {
    const lines = ['title: A: b', 'kind:news', 'section: "news', 'tags: [a', 'status: ready'];
    const { problems } = readYaml(lines.join('\n'), 'a.yaml');
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [1, 'yaml-colon-in-value'],
      [2, 'yaml-space-missing'],
      [3, 'yaml-quote-not-closed'],
      [4, 'yaml-bracket-not-closed'],
    ]);
  });
});

describe('what YAML reads otherwise than it was meant', () => {
  test('text after “ #”', () => {
    expect(problemsOf('title: Factory #7 stops', 'tags: [a] # ours')).toMatchInlineSnapshot(`
      "2:16 warning yaml-comment-after-value
      YAML takes “#7 stops” for a comment: it will not be printed.
      do: Put the whole value in quotation marks if it belongs to the text.
      example: title: "Factory #7 stops""
    `);
    expect(problemsOf('status: ready # by the desk', 'at: 2026-11-22 10:00Z # summer')).toBe('');
    expect(readYaml('title: Factory #7', 'a.yaml').value).toEqual({ title: 'Factory' });
  });
  test('text that begins with “#”, and words that mean nothing', () => {
    expect(problemsOf('title: #MeToo in the "court"', 'kicker: null')).toMatchInlineSnapshot(`
      "2:8 yaml-value-is-comment
      The value begins with “#”, which begins a comment in YAML: nothing is left of it.
      do: Put the whole value in quotation marks.
      example: title: '#MeToo in the "court"'

      3:9 yaml-null-word
      “null” means “no value” in YAML.
      do: Put it in quotation marks if it is text, else leave the line out.
      example: kicker: "null""
    `);
  });
});

test('examples can be read, whatever was written', () => {
  const word = fc.stringMatching(/^[a-z@#%&*!|>?'"`:{}[\], -]{1,20}$/);
  fc.assert(
    fc.property(word, (text) => {
      const [problem] = readYaml(`title: ${text}\n`, 'a.yaml').problems;
      if (problem?.example === undefined || !problem.example.startsWith('title: ')) return;
      expect(readYaml(`${problem.example}\n`, 'a.yaml').problems).toEqual([]);
    }),
  );
});

test('finds a mistake in a long list', () => {
  const tags = Array.from({ length: 3_000 }, (_, index) => `  - id: tag-${String(index)}`);
  const { problems } = readYaml(
    ['a: 1', 'tags:', ...tags, '  - id: x: y', ...tags].join('\n'),
    'a.yaml',
  );
  expect(problems).toMatchObject([
    { code: 'yaml-colon-in-value', line: 3_003, column: 9, example: '  - id: "x: y"' },
  ]);
});

test('gives up on a great many mistakes', () => {
  const lines = Array.from({ length: 1_200 }, () => '  - a: b: c');
  const { problems } = readYaml(['tags:', ...lines].join('\n'), 'a.yaml');
  expect(problems.length).toBeGreaterThan(5);
  expect(problems.length).toBeLessThan(100);
});
