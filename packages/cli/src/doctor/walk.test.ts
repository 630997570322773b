import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type NewKeys, initKeys } from '@tamizdat/release';
import { serveFolder, type Served, type Tamper } from '@tamizdat/release/testing';
import { finishPage } from '@tamizdat/tree';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeOutlet, tamizdat } from '../../testing/sample-outlet.ts';
import { writeSheets } from '../keys/write-sheets.ts';
import { backupLine } from '../release/describe-backup.ts';
import { shipOutlet } from '../ship/ship-outlet.ts';

/** Releases and publications, on a machine that does much else. */
const SLOW_MS = 240_000;
const NOW = '2026-11-22T12:00:00Z';
const PASSPHRASE = 'five random words';

let folder = '';
let keys = '';
let served: Served[] = [];
let made: NewKeys;
let tamper: Tamper = () => false;
let now = NOW;
let environment: Record<string, string> = {};
const at = (...names: string[]): string => path.join(folder, ...names);

beforeAll(async () => {
  folder = await makeOutlet();
  keys = `${folder}-keys`;
  mkdirSync(at('harbour'));
  served = [
    await serveFolder(at('harbour'), (...asked) => tamper(...asked)),
    await serveFolder(at('pier')),
  ];
});
afterAll(async () => {
  for (const { close } of served) await close();
  for (const one of [folder, keys, `${folder}-disk`]) rmSync(one, { recursive: true, force: true });
});

interface Listed {
  exit: number;
  questions: { id: string; findings: { code: string; when?: string; commands: string[] }[] }[];
}

const doctor = (args: readonly string[]) =>
  tamizdat(['doctor', '--content', 'content', '--tree', 'dist', ...args], folder, {
    ...{ TAMIZDAT_NOW: now, TAMIZDAT_WATCH_HISTORY: at('outlet-state/watch.sqlite') },
    ...environment,
  });

async function ask() {
  const { out, err, code } = await doctor(['--json']);
  expect(err).toBe('');
  const listed = JSON.parse(out) as Listed;
  expect(code).toBe(listed.exit);
  const all = listed.questions.flatMap(({ findings }) => findings);
  const codes = (when: string) => all.filter((one) => one.when === when).map((one) => one.code);
  return { out, code, now: codes('now'), soon: codes('soon'), all };
}

function put(name: string, text: string): void {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
}

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=n@example.org', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });

function build(): void {
  const head = '<meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>t</title>';
  const html = `<!DOCTYPE html><html lang="en"><head>${head}</head><body><p>One.</body></html>`;
  mkdirSync(at('dist/en'), { recursive: true });
  writeFileSync(at('dist/en/a.html'), finishPage(html, 'en/a.html'));
}

async function ship(remote?: string): Promise<void> {
  process.env['TAMIZDAT_PASSPHRASE'] = PASSPHRASE;
  process.env['TAMIZDAT_NOW'] = now;
  try {
    await shipOutlet({
      ...{ content: at('content'), tree: at('dist'), keys, remote, branch: 'site-state' },
      ...{ first: false, create: false, proxy: undefined, now: Date.parse(now) },
      ...{ dryRun: false, all: true },
      check: () => Promise.resolve(true),
      isBuilt: () => Promise.resolve(true),
      build: () => Promise.resolve(true),
      tell: () => undefined,
      pause: () => Promise.resolve(),
    });
  } finally {
    delete process.env['TAMIZDAT_PASSPHRASE'];
    delete process.env['TAMIZDAT_NOW'];
  }
}

/** All that lies in a folder, with its time: what looks must leave it as it is. */
const everything = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => `${name} ${statSync(path.join(root, name)).mtimeMs}`)
    .sort();

test(
  'walks an outlet from nothing to its mirrors: each step makes its finding go',
  { timeout: SLOW_MS },
  async () => {
    renameSync(at('content'), at('aside'));
    expect(await ask()).toMatchObject({ code: 3, soon: ['no-outlet'], now: [] });
    renameSync(at('aside'), at('content'));
    const begun = await ask();
    expect(begun.all.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['keys-unnamed', 'fingerprint-failed', 'release-failed']),
    );

    made = initKeys({ folder: keys, passphrase: PASSPHRASE, now: Date.parse(NOW) });
    writeSheets(path.join(keys, 'sheets'), made.recoverySheets);
    expect(await ask()).toMatchObject({
      code: 1,
      now: ['sheets-here'],
      soon: [
        ...['root-keys-here', 'fingerprint-untold', 'root-not-in-content', 'pages-missing'],
        ...['no-article', 'no-repository', 'tree-missing', 'no-mirrors', 'never-released'],
      ],
    });

    rmSync(path.join(keys, 'sheets'), { recursive: true });
    expect((await ask()).now).toEqual([]);
    mkdirSync(`${folder}-disk`);
    for (const name of readdirSync(keys).filter((one) => /^root-.*\.key\.json$/.test(one)))
      renameSync(path.join(keys, name), path.join(`${folder}-disk`, name));
    mkdirSync(at('content/keys'));
    cpSync(path.join(keys, 'root.json'), at('content/keys/root.json'));
    appendFileSync(at('content/outlet.yaml'), `rootFingerprint: ${made.fingerprint}\n`);
    expect((await ask()).soon.slice(0, 2)).toEqual(['fingerprint-nowhere', 'pages-missing']);

    appendFileSync(
      at('content/outlet.yaml'),
      'fingerprintAt: [{ name: A, url: "https://social.example/@w" }]\nfooter: [about]\ncontact: contact\n',
    );
    for (const lang of ['ru', 'en'])
      for (const name of ['about', 'contact', 'privacy'])
        put(
          `content/pages/${lang}/${name}.md`,
          `---\ntitle: ${lang} page ${name}\n---\n\nText of the ${lang} page ${name}.\n`,
        );
    expect((await ask()).soon[0]).toBe('no-article');
    const made2 = await tamizdat(
      [
        'new',
        'article',
        '--title',
        'The water is back',
        '--lang',
        'en',
        '--kind',
        'news',
        '--section',
        'politics',
        '--content',
        'content',
      ],
      folder,
      { TAMIZDAT_NOW: NOW },
    );
    expect(made2.code).toBe(0);
    expect((await ask()).soon[0]).toBe('drafts-alone');
    const [article = ''] = made2.out.split('\n');
    appendFileSync(at(article), 'The water is back after three years.\n');
    const ready = await tamizdat(['ready', article, '--content', 'content'], folder, {
      TAMIZDAT_NOW: NOW,
    });
    expect(ready).toMatchObject({ code: 0 });
    expect((await ask()).soon[0]).toBe('no-repository');

    git('init', '--quiet');
    writeFileSync(at('.gitignore'), 'outlet-state\ndist\nharbour\npier\n*.git\n*.tgz\n');
    expect((await ask()).soon[0]).toBe('content-uncommitted');
    put(
      'content/mirrors.yaml',
      `mirrors:\n${['harbour', 'pier']
        .map(
          (name, one) =>
            `  - { name: ${name}, address: "${served[one]?.base}", kind: folder, folder: ${at(name)} }\n`,
        )
        .join('')}`,
    );
    git('add', '.');
    git('commit', '--quiet', '-m', 'Content');
    expect((await ask()).soon).toEqual([
      ...['tree-missing', 'mirror-folder-missing', 'never-released'],
    ]);
    mkdirSync(at('pier'));
    build();
    expect((await ask()).soon).toEqual(['never-released']);

    await ship();
    expect((await ask()).soon).toEqual(['state-unkept', 'backup-never', 'never-watched']);
    git('init', '--quiet', '--bare', 'state.git');
    await ship(at('state.git'));
    execFileSync('sh', ['-c', backupLine(at('content'))], { cwd: folder });
    writeFileSync(at('outlet-state/watch.sqlite'), '');
    const before = everything(folder);
    const well = await ask();
    expect(well).toMatchObject({ code: 0, now: [], soon: [] });
    // What git asks of the folder may make it write its index anew; nothing of the outlet changes.
    expect(everything(folder)).toEqual(before);
    const text = await doctor([]);
    expect(text.out).toMatch(/Mirrors +show release 1: 2 of 2\n/);
    expect(text.out).toMatch(/\nNothing is to be done\.\n$/);
  },
);

test(
  'a timestamp that no timer signs is told, until it is signed and sent',
  { timeout: SLOW_MS },
  async () => {
    now = '2026-11-24T12:00:00Z';
    expect((await ask()).soon).toEqual(['refresh-late']);
    const args = ['refresh', 'dist', '--keys', keys, '--content', 'content', '--memory', 'seen'];
    const env = { TAMIZDAT_NOW: now, TAMIZDAT_PASSPHRASE: PASSPHRASE };
    expect(await tamizdat(args, folder, env)).toMatchObject({ code: 0 });
    expect(await ask()).toMatchObject({ now: ['mirror-behind', 'mirror-behind'], soon: [] });
    await ship(at('state.git'));
    expect(await ask()).toMatchObject({ code: 0, now: [], soon: [] });

    const sent = now;
    for (const [late, cause, command] of [
      ['2026-12-05T12:00:00Z', 'timestamp-expires', 'refresh'],
      ['2027-12-28T12:00:00Z', 'targets-expires', 'release'],
      ['2029-02-01T12:00:00Z', 'root-expires', 'keys rotate'],
    ] as const) {
      now = late;
      const told = await ask();
      expect(told.now).toEqual([cause]);
      expect(told.soon.filter((code) => code !== 'watch-late')).toEqual([]);
      const [first] = told.all.flatMap(({ when, commands }) => (when === 'now' ? commands : []));
      expect(first).toContain(`npx tamizdat ${command} `);
    }
    now = sent;
  },
);

test('files of the history that are gone are told, with what brings it back', async () => {
  renameSync(at('outlet-state/release/published'), at('outlet-state/aside'));
  const { now: told, all } = await ask();
  renameSync(at('outlet-state/aside'), at('outlet-state/release/published'));
  expect(told).toEqual(['history-incomplete']);
  expect(all.flatMap(({ commands }) => commands)).toContain(
    `npx tamizdat state recover '${served[0]?.base}' --without-tree --content content`,
  );
});

test('where a reserve mirror is, nobody is told', async () => {
  environment = {
    TAMIZDAT_RESERVE:
      'mirrors:\n  - { name: hidden, address: "http://127.0.0.1:9/hidden/", kind: copied }\n',
  };
  const { out, soon } = await ask();
  environment = {};
  expect(soon).toEqual(['mirror-unreachable']);
  expect(out).toContain('reserve-1');
  expect(out).not.toMatch(/hidden|127\.0\.0\.1:9\b/);
});

test(
  'a mirror that lies, is behind, or knows more is told with what to do',
  { timeout: SLOW_MS },
  async () => {
    tamper = (name, response) => name === 'en/a.html' && Boolean(response.end('<p>Another.'));
    expect(await ask()).toMatchObject({ code: 1, now: ['mirror-not-genuine'] });
    // More than anybody would want, and a place that would steer a terminal.
    tamper = (_, response) => {
      response.writeHead(302, { location: 'https://block.example/%1b[31m' }).end();
      return true;
    };
    const led = await doctor([]);
    expect(led).toMatchObject({
      code: 3,
      out: expect.stringContaining('harbour cannot be read') as string,
    });
    expect(led.out).not.toContain('\u001b');
    tamper = (_, response) => {
      const more = (): void => {
        while (response.write(Buffer.alloc(1 << 20, '{')));
      };
      response.on('drain', more);
      more();
      return true;
    };
    expect(await ask()).toMatchObject({ code: 3, soon: ['mirror-unreachable'] });
    tamper = () => false;
    put('harbour/release/pending.json', readRelease());
    expect((await ask()).soon).toEqual(['mirror-pending']);
    rmSync(at('harbour/release/pending.json'));

    cpSync(at('outlet-state/release'), at('outlet-state/old'), {
      recursive: true,
      preserveTimestamps: true,
    });
    appendFileSync(at('content/mirrors.yaml'), '# and no more\n');
    writeFileSync(
      at('dist/en/b.html'),
      finishPage(
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>t</title></head><body><p>Two.</body></html>',
        'en/b.html',
      ),
    );
    await ship(at('state.git'));
    expect((await ask()).soon).toEqual(['content-uncommitted', 'backup-old']);
    rmSync(at('outlet-state/release'), { recursive: true });
    const lost = await ask();
    expect(lost.now).toEqual(['history-missing', 'history-behind']);
    expect(lost.all.flatMap(({ commands }) => commands)).toContain(
      `npx tamizdat state recover '${served[0]?.base}' --without-tree --content content`,
    );
    cpSync(at('outlet-state/old'), at('outlet-state/release'), {
      recursive: true,
      preserveTimestamps: true,
    });
    expect((await ask()).now).toEqual(['history-behind-mirror', 'history-behind']);
    rmSync(at('outlet-state/release'), { recursive: true });
  },
);

/** What a publisher says it is about to put there (SPEC 11.2). */
function readRelease(): string {
  const [name = ''] = readdirSync(at('dist/release/targets')).filter((one) =>
    one.endsWith('release.json'),
  );
  return readFileSync(at('dist/release/targets', name), 'utf8');
}
