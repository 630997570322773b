import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OUTLET, tamizdat } from '../../testing/sample-outlet.ts';

const lines = [
  {
    url: 'https://old.example/2014/05/Старое_имя.php',
    date: '2014-05-03 23:30:00',
    title: 'Мост',
    html: '<p>Текст <img src="/uploads/gone.jpg"> и <a href="/2014/05/second/">вторая</a>.</p>',
    authors: ['Анна Петрова', 'me@home.example'],
    section: 'Город',
    tags: ['Вода'],
    lang: 'ru',
  },
  {
    url: 'https://old.example/2014/05/second/',
    date: '2014-05-03 10:00:00',
    title: 'Вторая',
    html: '<p>Ещё.</p>',
    section: '=cmd()',
    lang: 'ru',
  },
];
const EXPORT = lines.map((line) => JSON.stringify(line)).join('\n');

let home: string;
beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'tamizdat-import-'));
  writeFileSync(path.join(home, 'old.jsonl'), EXPORT);
});
afterAll(() => {
  rmSync(home, { recursive: true });
});
const plan = (...more: string[]) => tamizdat(['import', 'plan', 'old.jsonl', ...more], home);
const run = (content: string, ...more: string[]) =>
  tamizdat(
    ['import', 'run', 'old.jsonl', '--map', 'map.yaml', '--content', content, ...more],
    home,
  );
const read = (file: string) => readFileSync(path.join(home, file), 'utf8');

describe('tamizdat import', () => {
  test('plans, and writes over no plan that somebody may have edited', async () => {
    const { code, out } = await plan('--map', 'map.yaml', '--zone', 'Europe/Vilnius');
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('articles: 2, 2014-05-03 – 2014-05-03'),
    ]);
    expect(read('map.yaml')).toContain('timeZone: Europe/Vilnius');
    // Nobody is named by an address of e-mail.
    expect(read('map.yaml')).toMatch(/old: me@home\.example\n {4}articles: 1\n {4}named: false/);
    const again = await plan('--map', 'map.yaml');
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('map.yaml')]);
  });

  test('makes of an empty folder an outlet that the check takes, and changes nothing the second time', async () => {
    const { code, out } = await run('one/content');
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('Written: 2, updated: 0, as they were: 0.'),
    ]);
    const check = await tamizdat(['check', '--content', 'one/content', '--errors'], home);
    expect([check.code, check.out]).toEqual([0, expect.stringContaining('No problems')]);
    const files = readdirSync(path.join(home, 'one/content'), {
      recursive: true,
      encoding: 'utf8',
    }).sort();
    expect(files).toContain('articles/ru/2014/05/03-staroe-imya/index.md');
    expect(files.filter((name) => name.startsWith('authors/'))).toEqual([
      'authors/anna-petrova.yaml',
    ]);
    expect((await run('one/content')).out).toContain('Written: 0, updated: 0, as they were: 2.');
    expect(
      readdirSync(path.join(home, 'one/content'), { recursive: true, encoding: 'utf8' }).sort(),
    ).toEqual(files);
  });

  test('takes the place where a run that was killed had begun', async () => {
    const place = path.join(home, 'three/content/articles/ru/2014/05/03-second');
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, `.${'0'.repeat(32)}.part`), 'id: ');
    const { code } = await run('three/content');
    expect([code, readdirSync(place)]).toEqual([0, ['index.md']]);
    expect(readdirSync(path.dirname(place))).toHaveLength(2);
  });

  test('reports lie beside the content: rules for servers, tables that are no formulas', () => {
    const state = 'one/outlet-state/import';
    expect(read(`${state}/redirects/_redirects`)).toContain(
      '/2014/05/%D0%A1%D1%82%D0%B0%D1%80%D0%BE%D0%B5_%D0%B8%D0%BC%D1%8F.php /ru/2014/05/03/staroe-imya.html 301\n',
    );
    expect(read(`${state}/redirects/caddy.conf`)).toContain('redir /2014/05/Старое_имя.php ');
    const report = JSON.parse(read(`${state}/report.json`)) as Record<string, unknown>;
    expect(report['errors']).toBe(0);
  });

  test('adds to an outlet what it lacks, and leaves the rest of its file as it is', async () => {
    mkdirSync(path.join(home, 'two/content'), { recursive: true });
    writeFileSync(path.join(home, 'two/content/outlet.yaml'), `# Our outlet\n${OUTLET}`);
    const { code, out } = await run('two/content');
    expect([code, out]).toEqual([0, expect.stringContaining('Written: 2')]);
    expect(read('two/content/outlet.yaml')).toMatch(
      /^# Our outlet\nname: \{ ru: Окно, en: The Window \}\n/,
    );
    expect(read('two/content/outlet.yaml')).toContain('id: gorod');
  });

  test.each([
    [['import', 'run', 'old.jsonl', '--map', 'none.yaml', '--content', 'x'], 'none.yaml'],
    [['import', 'run', 'none.xml', '--map', 'map.yaml', '--content', 'x'], 'none.xml'],
    [
      ['import', 'run', 'old.jsonl', '--map', 'map.yaml', '--content', 'x', '--media', 'none'],
      'none',
    ],
    [['import', 'run', 'old.jsonl', '--map', 'map.yaml', '--content', '.'], 'outlet.yaml'],
    [['import', 'run', 'map.yaml', '--map', 'map.yaml', '--content', 'x'], 'map.yaml'],
  ])('%j is a sentence, and nothing is written', async (args, said) => {
    const { code, err } = await tamizdat(args, home);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    expect(readdirSync(home)).not.toContain('x');
  });
});
