import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { MirrorTarget } from '@tamizdat/mirrors';
import { initKeys, listKeyFiles, openFolder } from '@tamizdat/release';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { judgeKeys } from '../keys/judge-keys.ts';
import { loadRoots } from '../keys/root-files.ts';
import { verifySource } from '../ship/verify-mirrors.ts';
import { DAY_MS, HOUR_MS } from './days.ts';
import { describeExamination } from './describe-examination.ts';
import { outcomeOf } from './examine.ts';
import { loadKeyFolder } from './facts/key-folder.ts';
import { type Finding, good, half } from './finding.ts';
import { commandsOf, findPlace } from './place.ts';
import { judgeFingerprint, judgePage } from './questions/fingerprint.ts';
import { judgeSeen } from './questions/judge-seen.ts';
import { judgeWhere } from './questions/key-places.ts';
import { judgeRoles } from './questions/key-roles.ts';
import { judgeSecrets } from './questions/key-secrets.ts';
import { judgeKit } from './questions/kit.ts';
import { judgeWorkerTold } from './questions/worker-told.ts';
import { judgePages } from './questions/languages.ts';
import { judgeRoom } from './questions/machine.ts';
import { judgePassphrase } from './questions/passphrase.ts';
import { judgeExpiry } from './questions/expiry.ts';
import { judgeFolders } from './questions/mirrors.ts';
import { judgeRecord, judgeWhole } from './questions/release.ts';
import { judgeBackup, judgeKept } from './questions/state.ts';
import { judgeNewsletters, judgeSupport } from './questions/support.ts';
import { findSynced } from './questions/synced-folder.ts';
import { judgeTimers } from './questions/timers.ts';
import { judgeBuiltTree } from './questions/tree.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-doctor-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const placeOf = (env: NodeJS.ProcessEnv = {}) =>
  findPlace(
    {
      ...{ content: path.join(folder, 'home/content'), keys: path.join(folder, 'keys') },
      ...{ tree: path.join(folder, 'home/dist'), remote: undefined, branch: 'site-state' },
      ...{ proxy: undefined, isOffline: true },
    },
    NOW,
    env,
  );
const commands = () => commandsOf(placeOf());

/** What is to be done, `code when`; what is good or cannot be seen is left out. */
const todo = (findings: readonly (Finding | undefined)[]): string[] =>
  findings.flatMap((one) => (one?.when === undefined ? [] : [`${one.code} ${one.when}`]));

describe('keys', () => {
  test('open, plain, broken and left where they were made', () => {
    const keys = path.join(folder, 'keys');
    initKeys({ folder: keys, passphrase: 'five random words', now: NOW });
    expect(todo(judgeSecrets(loadKeyFolder(keys)))).toEqual([]);
    chmodSync(keys, 0o755);
    chmodSync(path.join(keys, 'targets.key.json'), 0o644);
    writeFileSync(path.join(keys, 'snapshot-9.key.json'), '{}', { mode: 0o600 });
    writeFileSync(path.join(keys, 'timestamp.secret'), 'ed25519-seed:abc\n');
    mkdirSync(path.join(keys, 'sheets'));
    writeFileSync(path.join(keys, 'sheets/recovery-root-1.txt'), 'words');
    const found = judgeSecrets(loadKeyFolder(keys));
    expect(todo(found)).toEqual([
      ...['keys-readable now', 'keys-plain now', 'sheets-here now', 'keys-broken now'],
    ]);
    expect(found.flatMap(({ commands: lines }) => lines)).toEqual(
      expect.arrayContaining([
        `chmod 700 ${keys}`,
        `chmod 600 ${path.join(keys, 'targets.key.json')}`,
        `ls -l ${path.join(keys, 'sheets')}`,
        `cp /media/…/snapshot-9.key.json ${keys}`,
      ]),
    );
  });

  test('nothing that is pasted destroys a key, and what comes back from a copy is not asked of a sheet', () => {
    const keys = path.join(folder, 'keys');
    initKeys({ folder: keys, passphrase: 'five random words', now: NOW });
    mkdirSync(path.join(keys, 'sheets'));
    writeFileSync(path.join(keys, 'sheets/recovery-root-1.txt'), 'words');
    writeFileSync(path.join(keys, 'timestamp.key.json'), 'ed25519-seed:abc\n');
    const ask = () => judgeSecrets(loadKeyFolder(keys));
    const lines = () => ask().flatMap(({ commands: shown }) => shown);
    expect(todo(ask())).toEqual(['keys-plain now', 'sheets-here now']);
    expect(lines().filter((line) => line.startsWith('rm'))).toEqual([]);
    writeFileSync(path.join(keys, 'timestamp.key.json'), '{');
    expect(todo(ask())).toEqual(['sheets-here now', 'keys-broken now']);
    expect(lines()).not.toContain(`npx tamizdat keys recover ${keys}`);
    writeFileSync(path.join(keys, 'root-1.key.json'), '{');
    expect(lines()).toContain(`npx tamizdat keys recover ${keys}`);
  });

  test('a role of which there is no key, but where a build service has it, and root keys that lie here', async () => {
    const keys = path.join(folder, 'keys');
    initKeys({ folder: keys, passphrase: 'five random words', now: NOW });
    const ask = async (...secrets: 'targets'[]) => {
      const seen = loadKeyFolder(keys);
      const shown = await judgeKeys(await loadRoots(keys), listKeyFiles(keys));
      return todo(judgeRoles(shown, seen, secrets));
    };
    expect(await ask()).toEqual(['root-keys-here soon']);
    for (const at of [1, 2, 3]) rmSync(path.join(keys, `root-${at}.key.json`));
    expect(await ask()).toEqual([]);
    rmSync(path.join(keys, 'targets.key.json'));
    expect(await ask()).toEqual(['roles-lacking soon']);
    expect(await ask('targets')).toEqual([]);
  });

  test('in the clone, the tree, or a folder that a program copies elsewhere', () => {
    const place = placeOf();
    for (const inside of ['home/keys', 'home/content/keys', 'home/dist/keys'])
      expect(todo(judgeWhere(path.join(folder, inside), place))).toEqual(['keys-inside now']);
    expect(todo(judgeWhere(path.join(folder, 'home-keys'), place))).toEqual([]);
    expect(todo(judgeWhere(path.join(folder, 'Dropbox (Work)/keys'), place))).toEqual([
      'keys-synced now',
    ]);
    mkdirSync(path.join(folder, 'shared/.stfolder'), { recursive: true });
    expect(findSynced(path.join(folder, 'shared/a/keys'))).toBe('Syncthing');
  });

  test('a passphrase in the environment, open to all, or beside the keys', () => {
    const file = path.join(folder, 'passphrase');
    writeFileSync(file, 'five random words', { mode: 0o400 });
    const ask = (env: NodeJS.ProcessEnv, keys = path.join(folder, 'keys')) =>
      todo(judgePassphrase({ env, keys }));
    expect(ask({ TAMIZDAT_PASSPHRASE_FILE: file })).toEqual([]);
    expect(ask({ TAMIZDAT_PASSPHRASE_FILE: `${file}-gone` })).toEqual([
      'passphrase-file-missing now',
    ]);
    expect(ask({ TAMIZDAT_PASSPHRASE: 'x' })).toEqual(['passphrase-in-environment soon']);
    expect(ask({ TAMIZDAT_PASSPHRASE_FILE: file }, folder)).toEqual([
      'passphrase-beside-keys soon',
    ]);
    chmodSync(file, 0o444);
    expect(ask({ TAMIZDAT_PASSPHRASE_FILE: file })).toEqual(['passphrase-readable now']);
  });
});

test('a fingerprint that is not told, is another, or stands nowhere else', () => {
  const own = 'ab'.repeat(32);
  const ask = (rootFingerprint: string | undefined, places = 0) =>
    todo(
      judgeFingerprint(
        own,
        {
          rootFingerprint,
          fingerprintAt: Array.from({ length: places }, () => ({ name: 'a', url: 'https://a.b' })),
        },
        'outlet.yaml',
      ),
    );
  expect(ask(undefined)).toEqual(['fingerprint-untold soon']);
  expect(ask('cd'.repeat(32), 1)).toEqual(['fingerprint-differs now']);
  expect(ask(own)).toEqual(['fingerprint-nowhere soon']);
  expect(ask(own, 1)).toEqual([]);
});

test('a built edition whose page about checking does not show the fingerprint', () => {
  const own = '05d1'.repeat(16);
  const languages = [{ code: 'ru' }, { code: 'en' }] as Parameters<
    typeof judgePage
  >[2]['languages'];
  const ask = () => judgePage(folder, own, { languages }, 'build').map(({ text }) => text.en);
  expect(ask()).toEqual([]);
  for (const code of ['ru', 'en']) {
    mkdirSync(path.join(folder, code));
    writeFileSync(path.join(folder, code, 'index.html'), '');
  }
  writeFileSync(path.join(folder, 'ru/verify.html'), `<code>${'05d1 '.repeat(16)}</code>`);
  writeFileSync(path.join(folder, 'en/verify.html'), `<code>${'05d1 '.repeat(15)}05d2</code>`);
  expect(ask()).toEqual([expect.stringContaining('(en)')]);
});

test('what was signed is told before it runs out, each role with its command', () => {
  const days = (root: number, targets: number, timestamp: number) => ({
    ...{ root: NOW + root * DAY_MS, targets: NOW + targets * DAY_MS },
    ...{ snapshot: NOW + targets * DAY_MS, timestamp: NOW + timestamp * DAY_MS },
  });
  const ask = (...given: [number, number, number]) => judgeExpiry(days(...given), NOW, commands());
  expect(todo(ask(400, 300, 6))).toEqual([]);
  expect(todo(ask(80, 20, 1))).toEqual([
    ...['root-expires soon', 'targets-expires soon', 'timestamp-expires now'],
  ]);
  expect(todo(ask(20, 300, -1))).toEqual(['root-expires now', 'timestamp-expires now']);
  const [timestamp] = ask(400, 300, -1);
  expect(timestamp?.text.en).toContain('past its time');
  expect(timestamp?.commands[0]).toMatch(/^npx tamizdat refresh /);
});

test('one cause is told once: what a release or a new root mends besides is left out', () => {
  const at = (root: number, targets: number, timestamp: number) => ({
    ...{ root: NOW + root * DAY_MS, targets: NOW + targets * DAY_MS },
    ...{ snapshot: NOW + targets * DAY_MS, timestamp: NOW + timestamp * DAY_MS },
  });
  const ask = (...days: [number, number, number]) =>
    judgeExpiry(at(...days), NOW, commands()).map(({ code, commands: [first = ''] }) => [
      ...[code, first.split(' ').slice(2, 4).join(' ')],
    ]);
  expect(ask(330, -35, -390)).toEqual([['targets-expires', expect.stringMatching(/^release /)]]);
  expect(ask(-70, -435, -790)).toEqual([['root-expires', 'keys rotate']]);
});

test('a mirror’s folder that was published to and is gone or empty: the disk first, --create in words alone', () => {
  const target = (name: string) =>
    ({
      ...{ name, base: null, reserve: false },
      place: { kind: 'folder', folder: path.join(folder, name) },
    }) as unknown as MirrorTarget;
  const ask = (wasSent: boolean) =>
    judgeFolders(
      { mirrors: [target('emptied'), target('gone')] },
      { has: () => wasSent },
      commands(),
    ).map(({ finding }) => finding);
  mkdirSync(path.join(folder, 'emptied'));
  const sent = ask(true);
  expect(todo(sent)).toEqual(['mirror-folder-emptied now', 'mirror-folder-missing now']);
  expect(sent.map(({ commands: lines }) => lines)).toEqual([
    [`df -h ${path.join(folder, 'emptied')}`],
    [`df -h ${folder}`],
  ]);
  for (const { text } of sent) expect(text.en).toContain('--create');
  expect(ask(false).map(({ commands: [line] }) => line)).toEqual([
    expect.stringMatching(/ --create$/),
  ]);
});

test('a mirror that holds nothing does not lie, and is told once with its folder', async () => {
  const options = { roots: [], trust: { release: 0, timestamp: 0 }, now: NOW };
  const scope = { kind: 'sample', count: 1, random: Math.random } as const;
  const keys = path.join(folder, 'keys');
  initKeys({ folder: keys, passphrase: 'five random words', now: NOW });
  const roots = await loadRoots(keys);
  const source = openFolder(folder);
  const { seen, holdsNothing } = await verifySource(
    source,
    { reserve: false },
    { ...options, scope, roots },
  );
  expect(holdsNothing).toBe(true);
  const mirror = { name: 'one', seen, expired: [], holdsNothing: true as const };
  const ask = (...absent: string[]) =>
    todo(judgeSeen([mirror], { number: 3 }, commands(), { absent, expired: [] }));
  expect([ask(), ask('one')]).toEqual([['mirror-empty now'], []]);
});

test('a mirror that shows the same expired release as this machine has no item of its own', () => {
  const seen = { verdict: 'verified' } as const;
  const mirror = { name: 'one', seen, release: 3, expired: ['timestamp' as const] };
  const ask = (...expired: 'timestamp'[]) =>
    todo(judgeSeen([mirror], { number: 3 }, commands(), { absent: [], expired }));
  expect([ask(), ask('timestamp')]).toEqual([['mirror-expired now'], []]);
});

test('timers by what their runs leave', () => {
  const ago = (hours: number) => NOW - hours * HOUR_MS;
  const ask = (refreshed: number, watched: number | undefined) =>
    todo(judgeTimers({ refreshed, watched, shipped: undefined }, NOW, commands()));
  expect(ask(ago(25), ago(2))).toEqual([]);
  expect(ask(ago(40), ago(40))).toEqual(['refresh-late soon', 'watch-late soon']);
  expect(ask(ago(1), undefined)).toEqual(['never-watched soon']);
});

test('a history that is kept nowhere, or not to its end; backups likewise; records that know more', () => {
  const keep = (kept: number | undefined) => todo([judgeKept({ number: 3 }, kept, commands())]);
  expect([keep(undefined), keep(2), keep(3)]).toEqual([
    ['state-unkept soon'],
    ['state-behind soon'],
    [],
  ]);
  const back = (madeAt: number | undefined) =>
    todo(judgeBackup({ savedAt: NOW, number: 3 }, madeAt, 'tar'));
  expect([back(undefined), back(NOW - 1), back(NOW)]).toEqual([
    ['backup-never soon'],
    ['backup-old soon'],
    [],
  ]);
  const record = (own: number | undefined, known: number) =>
    todo([judgeRecord(own === undefined ? undefined : { number: own }, known, commands())]);
  expect([record(undefined, 0), record(3, 3), record(2, 3), record(undefined, 1)]).toEqual([
    ...[[], [], ['history-behind now'], ['history-behind now']],
  ]);
});

test('a history of which files are gone', () => {
  const ask = (...missing: string[]) => todo(judgeWhole({ missing }, placeOf(), ['line']));
  expect([ask(), ask('/a/published/b')]).toEqual([[], ['history-incomplete now']]);
});

test('support without an appeal, and the other way round, by edition; letters that were never sent', () => {
  const languages = [{ code: 'ru' }, { code: 'en' }] as Parameters<
    typeof judgeSupport
  >[0]['languages'];
  const support = { currencies: ['EUR'] } as Parameters<typeof judgeSupport>[0]['support'];
  const ask = (isAsking: boolean, ...appeals: string[]) =>
    judgeSupport(
      { languages, support: isAsking ? support : undefined },
      appeals.map((lang) => ({ lang })),
    );
  expect(todo(ask(false))).toEqual([]);
  expect(todo(ask(true, 'ru', 'en'))).toEqual([]);
  const [half] = ask(true, 'ru');
  expect([half?.code, half?.text.en]).toEqual([
    'support-without-appeal',
    expect.stringMatching(/ for: en\. .*“title: /),
  ]);
  expect(todo(ask(false, 'ru'))).toEqual(['appeal-without-support soon']);
  const newsletters = [{ id: 'weekly' }] as Parameters<typeof judgeNewsletters>[0]['newsletters'];
  expect(todo(judgeNewsletters({ newsletters }, 0))).toEqual(['newsletter-unsent soon']);
  expect(todo(judgeNewsletters({ newsletters }, 1))).toEqual([]);
  expect(todo(judgeNewsletters({ newsletters: [] }, 0))).toEqual([]);
});

test('pages that are missing in a language, and such that nothing leads to', () => {
  const outlet = (footer: string[], contact?: string) =>
    ({ languages: [{ code: 'ru' }, { code: 'en' }], footer, contact }) as unknown as Parameters<
      typeof judgePages
    >[0];
  const pages = (...slugs: string[]) =>
    slugs.flatMap((slug) => ['ru', 'en'].map((lang) => ({ lang, slug })));
  const all = pages('about', 'contact', 'privacy');
  expect(todo(judgePages(outlet(['about'], 'contact'), all))).toEqual([]);
  const [found] = judgePages(outlet(['about'], 'contact'), all.slice(1));
  expect(found?.text.en).toMatch(/content\/pages: ru\/about\.md\. .*“title: /);
  expect(todo(judgePages(outlet([]), all))).toEqual(['pages-unlinked soon']);
  expect(todo(judgePages(outlet(['us'], 'us'), pages('about', 'privacy', 'us')))).toEqual([]);
});

test('a worker of which no page tells in a language', () => {
  const outlet = {
    languages: [{ code: 'ru' }, { code: 'en' }],
    reader: { worker: true, days: 7 },
    rootFingerprint: '0'.repeat(64),
  } as unknown as Parameters<typeof judgeWorkerTold>[0];
  const texts: Record<string, string> = {
    'pages/ru/privacy.md': 'Удалить: [здесь](/ru/reader.html).',
    'pages/en/privacy.md': 'Delete it [there](/ru/reader.html).',
  };
  const pages = Object.keys(texts).map((file) => ({ lang: file.slice(6, 8), file }));
  const read = (file: string) => texts[file] ?? '';
  const [found] = judgeWorkerTold(outlet, pages, read);
  expect(found).toMatchObject({ code: 'worker-untold', when: 'soon' });
  expect(found?.text.en).toContain('in: en.');
  expect(judgeWorkerTold(outlet, pages.slice(0, 1), read)[0]?.text.en).toContain('in: en.');
  texts['pages/en/privacy.md'] = 'Delete it [here](/en/reader.html).';
  expect(judgeWorkerTold(outlet, pages, read)).toEqual([]);
  texts['pages/ru/privacy.md'] = '';
  expect(judgeWorkerTold({ ...outlet, reader: undefined }, pages, read)).toEqual([]);
});

test('a tree that is older, shows what was taken back, or of which nothing is known', () => {
  const ask = (stale: Parameters<typeof judgeBuiltTree>[0]) =>
    judgeBuiltTree(stale, 'dist', 'build').map(({ code, when = '' }) => `${code} ${when}`);
  const judged = (more: object) => ({
    ...{ warning: undefined, fault: undefined },
    stale: { changed: [], due: undefined, standing: [], ...more },
  });
  expect(ask(judged({}))).toEqual(['tree ']);
  expect(ask(judged({ changed: ['outlet.yaml'] }))).toEqual(['stale-tree soon']);
  expect(ask(judged({ due: '2026-11-22T11:00:00Z' }))).toEqual(['stale-tree soon']);
  const [due] = judgeBuiltTree(judged({ due: '2026-11-22T11:00:00Z' }), 'dist', 'build');
  expect(due?.text.en).toContain('at 2026-11-22T11:00:00Z something was to appear');
  expect(ask(judged({ standing: [{ address: 'a', became: 'gone' }] }))).toEqual([
    'withdrawn-in-tree now',
  ]);
  expect(ask(undefined)).toEqual(['tree-unknown ']);
});

test('mirrors: one that is out among others is no alarm, all of them are; a reserve’s address is never told', () => {
  const mirror = (verdict: 'verified' | 'unreachable' | 'behind', more: object = {}) => ({
    ...{ name: 'reserve-1', seen: { verdict }, release: 3, expired: [], ...more },
  });
  const ask = (...seen: Parameters<typeof judgeSeen>[0]) =>
    judgeSeen(seen, { number: 3 }, commands());
  expect(todo(ask(mirror('verified')))).toEqual([]);
  expect(todo(ask(mirror('verified'), mirror('unreachable')))).toEqual(['mirror-unreachable soon']);
  expect(todo(ask(mirror('unreachable')))).toEqual(['mirror-unreachable now']);
  expect(todo(ask(mirror('behind')))).toEqual(['mirror-behind now']);
  expect(todo(ask(mirror('verified', { expired: ['timestamp'] })))).toEqual(['mirror-expired now']);
  expect(todo(ask(mirror('verified', { pending: 4 })))).toEqual(['mirror-pending soon']);
  expect(ask(mirror('behind', { release: 5 }))[0]?.commands).toContain(
    `npx tamizdat state recover 'https://…/' --without-tree --content ${path.join(folder, 'home/content')}`,
  );
});

test('a newer kit that lies here', () => {
  expect([judgeKit(undefined), judgeKit(0), judgeKit(2)].map(todo)).toEqual([
    ...[[], [], ['kit-older soon']],
  ]);
});

test('room on the disk', () => {
  expect([judgeRoom(10, 4), judgeRoom(7, 4), judgeRoom(-1, 4)].map(todo)).toEqual([
    ...[[], ['disk-full soon'], ['disk-full now']],
  ]);
});

test('one screen: good things in a line, then what hurts, then the rest, numbered through', () => {
  const question = (id: string) => ({
    ...{ id, name: { en: id, ru: id }, look: () => Promise.resolve([]) },
  });
  const text = (words: string) => ({ en: words, ru: words });
  const answers = [
    {
      question: question('long one'),
      findings: [half('b', 'soon', text('Later.'), 'two'), good('a', text('fine'))],
    },
    {
      question: question('two'),
      findings: [
        good('c', text('well')),
        good('d', text('too')),
        half('e', 'now', text('Now.'), 'one'),
      ],
    },
  ];
  expect(describeExamination(answers)).toBe(
    'long one  fine\ntwo       well; too\n\nTo do now:\n 1. Now.\n      one\n\nTo do, in this order:\n 2. Later.\n      two\n\nTo do: 2; of these now: 1. Nothing was changed.\n',
  );
  expect([outcomeOf(answers), outcomeOf(answers.slice(0, 1)), outcomeOf([])]).toEqual([
    ...['now', 'soon', 'well'],
  ]);
});
