import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insertItem } from './insert-item.ts';
import { replaceIn } from './replacement.ts';
import { openYaml } from './yaml-document.ts';

const ITEM = { id: 'polls-open', title: 'Polls: open', body: 'One.\n\n“Two”: # three' };

function insert(yaml: string, path: string[], at: 'first' | 'last', newline = '\n') {
  const found = insertItem(yaml, { path, item: ITEM, at, newline });
  return found === undefined ? undefined : { ...found, after: replaceIn(yaml, [found]) };
}

const valueOf = (yaml: string) => openYaml(yaml).toJS() as Record<string, never>;

/** Lists in every form that a writer may give them, of 0 to 3 items. */
const FORMS: ((items: number) => { yaml: string; path: string[] } | undefined)[] = [
  (items) => block(items, '  '),
  (items) => block(items, ''),
  (items) => nested(items),
  (items) => ({ path: ['list'], yaml: `list: [${flow(items)}]  # why\n` }),
  (items) => ({ path: ['list'], yaml: `list:\n  [\n    ${flow(items)}\n  ]\n` }),
  (items) => ({ path: ['live', 'list'], yaml: `live: { end: "x", list: [${flow(items)}] }\n` }),
  (items) => (items === 0 ? { path: ['list'], yaml: 'list:   # none yet\n' } : undefined),
  (items) => (items === 0 ? { path: ['list'], yaml: '' } : undefined),
  (items) => (items === 0 ? { path: ['live', 'list'], yaml: '' } : undefined),
  (items) => (items === 0 ? { path: ['live', 'list'], yaml: 'live:\n' } : undefined),
  (items) =>
    items === 0 ? { path: ['live', 'list'], yaml: "live:\n    end: 'x' # y\n" } : undefined,
];

const flow = (items: number) =>
  Array.from({ length: items }, (_, index) => `{ id: a${index}, 'title': "b" }`).join(', ');

function block(items: number, indent: string) {
  if (items === 0) return undefined;
  const rows = Array.from({ length: items }, (_, index) =>
    [
      `- id: a${index}  # first`,
      "  title:   'it''s'",
      '  body: |-',
      '    Text # no comment',
      '',
      '    - more',
    ]
      .map((row) => (row === '' ? '' : indent + row))
      .join('\n'),
  );
  return { path: ['list'], yaml: `list: # of things\n${rows.join('\n\n')}\n` };
}

function nested(items: number) {
  const inner = block(items, '    ');
  if (inner === undefined) return undefined;
  return { path: ['live', 'list'], yaml: `live:\n  end: "x"\n  ${inner.yaml}` };
}

const AROUND = [
  'k: v\n',
  '# A comment\nk: v\n',
  'a:   "b"  # c\n',
  "t: 'it''s'\n\n",
  'n: |+\n  text\n\n',
];
const BEHIND = ['', 'z: >-\n  folded\n  text\n', '# the end\n', 'z: [1,2]   # end\n'];

const cases = fc.record({
  form: fc.constantFrom(...FORMS),
  items: fc.nat({ max: 3 }),
  before: fc.constantFrom(...AROUND),
  behind: fc.constantFrom(...BEHIND),
  at: fc.constantFrom('first' as const, 'last' as const),
  newline: fc.constantFrom('\n', '\r\n'),
});

test('puts an item into a list, and changes nothing else, whatever the form of the list', () => {
  fc.assert(
    fc.property(cases, ({ form, items, before, behind, at, newline }) => {
      const made = form(items);
      if (made === undefined) return;
      const yaml = `${before}${made.yaml}${behind}`.replaceAll('\n', newline);
      const result = insert(yaml, made.path, at, newline);
      expect(result).toBeDefined();
      if (result === undefined) return;
      const { start, end, text, after } = result;
      // What gives way is “[]” and white space at most, and what stood behind it stands in the text.
      const gone = yaml.slice(start, end).replaceAll(/[\s]/g, '');
      expect(
        gone === '' ||
          (gone.startsWith('[]') && text.replaceAll(/[\s]/g, '').startsWith(gone.slice(2))),
      ).toBe(true);
      const wanted = valueOf(yaml);
      const holder = made.path.slice(0, -1).reduce<Record<string, unknown>>((group, name) => {
        group[name] ??= {};
        return group[name] as Record<string, unknown>;
      }, wanted);
      const name = made.path.at(-1) ?? '';
      const list = (holder[name] ?? []) as unknown[];
      holder[name] = at === 'first' ? [ITEM, ...list] : [...list, ITEM];
      expect(valueOf(after)).toEqual(wanted);
      expect(text.replaceAll('\r\n', '').includes('\n') && newline === '\r\n').toBe(false);
    }),
    { numRuns: 600 },
  );
});

test('is told apart from what it cannot extend', () => {
  expect(insert('{ list: [] , a: b', ['list'], 'last')).toBeUndefined();
  expect(insert('list: text\n', ['list'], 'last')).toBeUndefined();
  expect(insert('live: [1]\n', ['live', 'list'], 'last')).toBeUndefined();
  expect(insert('live: { end: x }\n', ['live', 'list'], 'last')).toBeUndefined();
});

test('looks as a writer would write it', () => {
  const yaml = 'title: A\nlive:\n  entries:\n    - id: a\n      title: B\nsection: news\n';
  expect(insert(yaml, ['live', 'entries'], 'first')?.after).toMatchInlineSnapshot(`
    "title: A
    live:
      entries:
        - id: polls-open
          title: "Polls: open"
          body: |-
            One.

            “Two”: # three
        - id: a
          title: B
    section: news
    "
  `);
});
