import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readArguments } from './read-arguments.ts';
import { repository } from './measured-run.ts';

const USAGE = `Runs \`tamizdat check\` over one hostile file at a time, each as large as files may be, and prints what each took: seconds of
the wall and of the CPU, exit code and bytes of the report; the slowest last. Each should stay below 5 seconds of CPU.
Usage: node tests/bench/hostile-check.ts [--only word]
`;

const { only } = readArguments(USAGE, { only: { type: 'string', default: '' } });

/** Just below the limits of texts, front matter, records and drawings (300,000 characters, FRONT_MATTER_MAX_LENGTH, YAML_FILE_MAX_BYTES, DRAWING_MAX_BYTES). */
const TEXT_BYTES = 299_000;
const FRONT_MATTER_BYTES = 990_000;
const RECORD_BYTES = 4_990_000;
const DRAWING_BYTES = 499_000;

const FOLDER = 'articles/en/2026/11/12-hostile';
const FIELDS = `id: 01JD8Z0Q5X4K2M7N9P3R6S8T0V
lang: en
kind: news
title: The port city that kept its lights on
section: letters
status: ready
publishedAt: 2026-11-12T09:30:00Z`;

const fill = (piece: string, bytes: number): string =>
  piece.repeat(Math.floor(bytes / Buffer.byteLength(piece)));

const text = (body: string): Record<string, string> => ({
  [`${FOLDER}/index.md`]: `---\n${FIELDS}\n---\n\n${body}\n`,
});
const field = (name: string, value: string): Record<string, string> => ({
  [`${FOLDER}/index.md`]: `---\n${FIELDS}\n${name}: ${value}\n---\n\nText.\n`,
});

const PIECES = [
  ...[' ', 'a', 'я ', '\n', 'a\n\n', '*', '_a_ ', '`', '<', '</', '<b>', '&', '&amp;', '"', '« '],
  ...['[', '![', '[a](', '[a](b "', '[a][b] ', '[^a] ', '[^a]: b\n\n', '> ', '- ', '1. ', '- - '],
  ...['|', '|a|b|\n|-|-|\n', '# ', '# a\n\n', '---\n\n', '~~~\n', '$', 'https://a.example ', 'a@'],
  ...[
    '[bank.example](https://evil.example/) ',
    'bank.example ',
    '2026-11-22 ',
    '{',
    '\u00ad',
    '\t',
  ],
];

const CASES: Record<string, Record<string, string>> = {
  ...Object.fromEntries(
    PIECES.map((piece) => [`text of ${JSON.stringify(piece)}`, text(fill(piece, TEXT_BYTES))]),
  ),
  'words of one link': text(`[${fill('bank.example ', TEXT_BYTES)}](https://evil.example/)`),
  'a field of many lines': field('standfirst', `|\n${fill('  a\n', FRONT_MATTER_BYTES)}`),
  'a field of spaces': field('standfirst', `"${fill(' ', FRONT_MATTER_BYTES)}b"`),
  'a list of tags': field('tags', `[${fill('a,', FRONT_MATTER_BYTES)}b]`),
  'lists in lists': field('tags', fill('[', FRONT_MATTER_BYTES)),
  'fields without end': field('tags', `[]\n${fill('a: b\n', FRONT_MATTER_BYTES)}`),
  'anchors and aliases': field('tags', `&a [${fill('*a,', FRONT_MATTER_BYTES)}b]`),
  'a record of many fields': { 'authors/hostile.yaml': fill('a: b\n', RECORD_BYTES) },
  'a drawing of tags': drawing(fill('<g></g>', 60_000)),
  'a drawing of points': drawing(`<path d="M0 0${fill('l1 2', DRAWING_BYTES)}"/>`),
  'a drawing of gradients': drawing(
    `<radialGradient id="a"><stop/></radialGradient>${fill('<path fill="url(#a)" d="M0 0h99v99z"/>', 300_000)}`,
  ),
};

function drawing(inside: string): Record<string, string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 900">${inside}</svg>`;
  return { ...text('![A drawing of many parts](a.svg)'), [`${FOLDER}/a.svg`]: svg };
}

/** Checks a scratch outlet with the files put into it. */
function checkWith(files: Readonly<Record<string, string>>) {
  const scratch = mkdtempSync(path.join(tmpdir(), 'tamizdat-hostile-'));
  try {
    const content = path.join(scratch, 'content');
    cpSync(path.join(repository, 'tests/fixtures/outlets/five-languages'), content, {
      recursive: true,
    });
    for (const [name, bytes] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(content, name)), { recursive: true });
      writeFileSync(path.join(content, name), bytes);
    }
    const command = ['-f', 'cpu %U %S', process.execPath, 'packages/cli/src/main.ts'];
    const started = performance.now();
    const { status, stdout, stderr } = spawnSync(
      '/usr/bin/time',
      [...command, 'check', '--content', content],
      { cwd: repository, encoding: 'utf8', maxBuffer: 2 ** 30, timeout: 300_000 },
    );
    const [, user = 'NaN', system = 'NaN'] = /cpu ([\d.]+) ([\d.]+)/.exec(stderr) ?? [];
    return {
      seconds: Number(((performance.now() - started) / 1000).toFixed(1)),
      cpu: Number((Number(user) + Number(system)).toFixed(1)),
      status,
      reportBytes: stdout.length + stderr.length,
    };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

const measured = Object.entries(CASES)
  .filter(([name]) => name.includes(only))
  .map(([name, files]) => {
    const took = { name, ...checkWith(files) };
    process.stderr.write(`${JSON.stringify(took)}\n`);
    return took;
  });
for (const took of measured.sort((a, b) => a.cpu - b.cpu))
  process.stdout.write(`${JSON.stringify(took)}\n`);
