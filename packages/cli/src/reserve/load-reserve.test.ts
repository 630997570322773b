import { ArchiveEntrySchema, MirrorEntrySchema, parseMirrors } from '@tamizdat/article-schema';
import { afterEach, describe, expect, test } from 'vitest';
import { loadReserve, withoutValues } from './load-reserve.ts';

/** Stands in every place of a list where something can be typed. */
const SECRET = 'velvetzorq';
const at = { path: 'TAMIZDAT_RESERVE', root: '' };

afterEach(() => {
  delete process.env['TAMIZDAT_RESERVE'];
});

/** What is said of a list that is not right. */
function told(list: string): string {
  process.env['TAMIZDAT_RESERVE'] = list;
  try {
    loadReserve();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

describe('a list of reserve mirrors that is not right', () => {
  const lists = { mirrors: MirrorEntrySchema, archives: ArchiveEntrySchema };
  const fields = Object.entries(lists).flatMap(([list, { shape }]) =>
    Object.keys(shape).map((field) => [list, field] as const),
  );

  test.each(fields)('says that %s[1].%s is wrong, and never what stands there', (list, field) => {
    const wrong = `mirrors:\n${list === 'mirrors' ? '' : `  []\n${list}:\n`}  - { name: ${SECRET} }\n  - ${field}: { ${SECRET}: ${SECRET} }\n`;
    const said = told(wrong);
    expect(said).toContain(` in ${list}[1].${field}`);
    expect(said).not.toContain(SECRET);
  });

  test.each([
    `mirrors:\n  - ${SECRET}: 1\n    https://${SECRET}.example/: 2\n`,
    `mirrors:\n  - { name: a, languages: [${SECRET} x, 7] }\n`,
    `mirrors: { ${SECRET}: ${SECRET} }\n`,
    `mirrors:\n${SECRET}: ${SECRET}\n`,
    `mirrors:\n  - name: "${SECRET}\n`,
    `mirrors:\n  - &a ${SECRET}\n  - *${SECRET}\n`,
    `mirrors:\n  - { name: a, name: ${SECRET} }\n`,
  ])('%j', (list) => {
    expect(parseMirrors(list, at).problems).not.toEqual([]);
    const said = told(list);
    expect(said).toContain('is not right');
    expect(said).not.toContain(SECRET);
  });
});

test('a place that the schema does not have is left out of what is told', () => {
  const problem = { code: 'x', line: 1 } as Parameters<typeof withoutValues>[0];
  for (const field of [SECRET, `mirrors[0].${SECRET}`, `mirrors[0].name.${SECRET}`, 'mirrors.0'])
    expect(withoutValues({ ...problem, field })).toEqual({ code: 'x', line: 1 });
  const field = 'mirrors[12].languages[3]';
  expect(withoutValues({ ...problem, field })).toEqual({ code: 'x', line: 1, field });
});
