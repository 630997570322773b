import { readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { makeOutlet, tamizdat } from '../../testing/sample-outlet.ts';

const LIST = `# Everybody reads this.
mirrors:
  # The oldest one.
  - name: harbour
    address: https://jetty.example/
    kind: folder # on this machine
    folder: /srv/harbour

  - { name: library, address: 'https://library.example/site/', kind: copied }
# The end.
`;
const VELVET = `  - name: velvet
    address: https://Velvet.example
    kind: rclone
    remote: velvetstore:site
    languages: [ru]
`;
/** The same entry as it is written anew. */
const ADDED = VELVET.replace('[ru]', '\n      - ru').replace(': \n', ':\n');
const RESERVE = `# Two weeks' worth.
mirrors:
  # Hosted by Anna.
${VELVET}
  - { name: satin, address: https://satin.example/, kind: copied } # since May
`;
const SECRET = /velvet|satin|anna/i;

let folder = '';
let reserve = '';
const listed = () => readFile(path.join(folder, 'content/mirrors.yaml'), 'utf8');
const reserved = () => readFile(reserve, 'utf8');
afterEach(() => rm(folder, { recursive: true, force: true }));

async function setUp(list = LIST, secret = RESERVE): Promise<void> {
  folder = await makeOutlet({ 'mirrors.yaml': list });
  reserve = path.join(folder, 'reserve.yaml');
  await writeFile(reserve, secret, { mode: 0o600 });
}

const run = (args: string[], env: Record<string, string> = { TAMIZDAT_RESERVE: reserve }) =>
  tamizdat(['mirror', ...args, '--content', 'content'], folder, env);

test('moves a reserve mirror to the end of the announced ones, and its address into no message', async () => {
  await setUp();
  const { code, out, err } = await run(['promote', 'reserve-1']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(await listed()).toBe(LIST.replace('# The end.', `${ADDED}# The end.`));
  expect(await reserved()).toBe(RESERVE.replace(VELVET, ''));
  expect((await stat(reserve)).mode & 0o777).toBe(0o600);
  expect(out).not.toMatch(SECRET);
  expect(out).toContain('its address is public');
  expect(out).toContain('comment above lines 4–8 of the reserve list');
  expect(out).toContain('1 is left');
  const last = await run(['promote', 'reserve-1', '--name', 'cove', '--json']);
  expect(JSON.parse(last.out)).toMatchObject({ mirror: 'reserve-1', left: 0, reserve: 'file' });
  expect(last.out).not.toMatch(SECRET);
  expect(await listed()).toContain('  - name: cove\n    address: https://satin.example/\n');
  expect(await reserved()).toBe("# Two weeks' worth.\nmirrors: []\n  # Hosted by Anna.\n\n");
  const checked = await tamizdat(['check', '--content', 'content'], folder);
  expect(checked.code).toBe(0);
});

test('changes nothing in a dry run', async () => {
  await setUp();
  const { code, out } = await run(['promote', 'reserve-2', '--dry-run']);
  expect([code, await listed(), await reserved()]).toEqual([0, LIST, RESERVE]);
  expect(out).toContain('Would be done: reserve-2 is put at the end');
  expect(out).not.toMatch(SECRET);
  expect((await run(['retire', 'harbour', '--dry-run'])).out).toContain('would be taken out');
  expect(await listed()).toBe(LIST);
});

test('leaves a secret to a person, and says which lines of it go', async () => {
  await setUp('mirrors: []\n');
  const { code, out } = await run(['promote', 'reserve-2'], { TAMIZDAT_RESERVE: RESERVE });
  expect(code).toBe(0);
  expect(out).toContain(
    'Take reserve-2 out of the secret TAMIZDAT_RESERVE yourself: line 10 of it',
  );
  expect(out).not.toMatch(SECRET);
  expect(await listed()).toContain('https://satin.example/');
});

test('finishes what was interrupted between the two lists', async () => {
  await setUp(LIST.replace('# The end.', VELVET));
  const { code, out } = await run(['promote', 'reserve-1']);
  expect(code).toBe(0);
  expect(out).toContain('stands in content/mirrors.yaml already');
  expect(await listed()).toBe(LIST.replace('# The end.', VELVET));
  expect(await reserved()).not.toContain('velvet');
});

test('keeps line ends, a byte order mark and links to the reserve file as they are', async () => {
  await setUp(LIST.replaceAll('\n', '\r\n'), `\uFEFF${RESERVE}`.replaceAll('\n', '\r\n'));
  const link = path.join(folder, 'link.yaml');
  await symlink(reserve, link);
  const { code } = await run(['promote', 'reserve-1'], { TAMIZDAT_RESERVE: link });
  expect(code).toBe(0);
  expect(await listed()).toMatch(/^(?:[^\n]*\r\n)+$/);
  expect(await reserved()).toBe(`\uFEFF${RESERVE.replace(VELVET, '')}`.replaceAll('\n', '\r\n'));
  expect((await stat(link)).isFile()).toBe(true);
  expect(await readFile(link, 'utf8')).toBe(await reserved());
});

test.each([
  [['promote', 'reserve-3'], 2, 'There are: reserve-1, reserve-2'],
  [['promote', 'velvet'], 2, 'Call it by its number'],
  [['promote', 'reserve-1', '--name', 'harbour'], 1, 'mirrors-name-repeated in mirrors[2].name'],
  [['promote', 'reserve-1', '--name', 'reserve-1'], 1, 'mirror-name-reserve'],
  [['promote', 'reserve-1', '--nmae', 'x'], 2, 'Did you mean “--name”?'],
  [['promote'], 2, 'MIRROR'],
])('%j changes nothing and says why', async (args, code, said) => {
  await setUp();
  const ran = await run(args);
  expect([ran.code, await listed(), await reserved()]).toEqual([code, LIST, RESERVE]);
  expect(ran.err).toContain(said);
  expect(ran.out + ran.err).not.toMatch(SECRET);
});

test('says nothing of a list that is not right, of one that is not there, and of one that cannot be written', async () => {
  await setUp(LIST, RESERVE.replace('kind: copied', 'knid: copied'));
  const wrong = await run(['promote', 'reserve-1']);
  expect(wrong).toMatchObject({ code: 2, out: '' });
  expect(wrong.err).not.toMatch(SECRET);
  expect((await run(['promote', 'reserve-1'], { TAMIZDAT_RESERVE: '' })).err).toContain(
    'set TAMIZDAT_RESERVE',
  );
  await writeFile(reserve, `mirrors: &all\n${VELVET}more: *all\n`);
  expect((await run(['promote', 'reserve-1'])).err).not.toMatch(SECRET);
  await rm(path.join(folder, 'content/mirrors.yaml'));
  await writeFile(reserve, RESERVE);
  expect((await run(['promote', 'reserve-1'])).err).toContain('“mirrors: []”');
  expect(await reserved()).toBe(RESERVE);
});

test('retires a mirror, keeps the others as they stand, and says that its address was public', async () => {
  await setUp();
  const { code, out, err } = await run(['retire', 'harbour']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const gone =
    '  - name: harbour\n    address: https://jetty.example/\n    kind: folder # on this machine\n    folder: /srv/harbour\n';
  expect(await listed()).toBe(LIST.replace(gone, ''));
  for (const said of [
    'https://jetty.example/',
    'Its address was public, and stays so',
    'comment above line 4',
    'tamizdat mirrors sign dist',
    'delete the folder',
    'Use jetty.example for no other mirror',
    '1 is left',
  ])
    expect(out).toContain(said);
  const last = await run(['retire', 'library', '--json']);
  expect(JSON.parse(last.out)).toMatchObject({
    mirror: 'library',
    address: 'https://library.example/site/',
    kind: 'copied',
    left: 0,
  });
  expect(await listed()).toContain('mirrors: []');
});

test.each([
  ['harbor', 2, 'Did you mean “harbour”?'],
  ['reserve-1', 2, 'was never announced'],
])('retires no %s', async (name, code, said) => {
  await setUp();
  expect(await run(['retire', name])).toMatchObject({
    code,
    out: '',
    err: expect.stringContaining(said) as string,
  });
  expect(await listed()).toBe(LIST);
});

test('retires no mirror that a torrent needs', async () => {
  const torrent = '{ name: swarm, kind: torrent, file: /srv/a.torrent, seeds: [harbour] }';
  const list = `${LIST}archives:\n  - ${torrent}\n`;
  await setUp(list);
  const { code, err } = await run(['retire', 'harbour']);
  expect(code).toBe(2);
  expect(err).toContain('holds the archive of a.torrent');
  expect(await listed()).toBe(list);
  expect((await run(['retire', 'library'])).code).toBe(0);
});

test('shows all that is wrong in the announced list, and changes nothing', async () => {
  const wrong = LIST.replace('kind: folder', 'kind: floder');
  await setUp(wrong);
  for (const args of [
    ['retire', 'library'],
    ['promote', 'reserve-1'],
  ]) {
    const ran = await run(args);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('mirrors.yaml');
    expect(ran.err).toMatch(/folder/);
    expect(ran.out + ran.err).not.toMatch(SECRET);
  }
  expect([await listed(), await reserved()]).toEqual([wrong, RESERVE]);
});
