import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SampleSite } from '@tamizdat/release/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTamizdat, tamizdat } from '../../testing/sample-outlet.ts';
import { loadAnnounced } from '../mirrors/load-announced.ts';
import { repository } from '../repository/folders.ts';
import { chooseWatched } from '../watch/choose-watched.ts';

let site: SampleSite;
let folder: string;

beforeAll(() => {
  site = new SampleSite();
  site.release();
  folder = mkdtempSync(join(tmpdir(), 'publish-command-'));
});

afterAll(() => {
  site.remove();
  rmSync(folder, { recursive: true });
});

/** Runs the whole command: in a process of its own where `run` is the one that starts it. */
const publish = (args: string[], env: Record<string, string> = {}, run = tamizdat) =>
  run(['publish', '--tree', site.tree, ...args], folder, env);

/** A list of reserve mirrors whose names and places nobody may learn. */
function writeReserve(second: string): string {
  const file = join(folder, 'reserve.yaml');
  const entry = (name: string, address: string, place: string) =>
    `  - { name: ${name}, address: ${address}, kind: folder, folder: ${place} }\n`;
  writeFileSync(
    file,
    `mirrors:\n${entry('velvet', 'https://velvet.example/', join(folder, 'velvet'))}${second}`,
  );
  return file;
}

describe('tamizdat publish', () => {
  test('publishes to a folder, and says as JSON what it did', async () => {
    const to = join(folder, 'plain');
    const args = ['--to', to, '--address', 'https://Plain.example', '--json'];
    const missing = await publish(args);
    expect([missing.code, existsSync(to)]).toEqual([1, false]);
    expect(JSON.parse(missing.out)).toMatchObject([{ failure: { code: 'folder-missing' } }]);
    const first = await publish([...args, '--create'], {}, startTamizdat);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(first.out)).toMatchObject([
      { name: 'folder', kind: 'folder', published: { state: 'published', release: 1 } },
    ]);
    expect(readFileSync(join(to, 'ru/feed.xml'), 'utf8')).toContain('https://plain.example/ru/');
    const again = await publish(['--to', to, '--address', 'https://plain.example/']);
    expect(again.out).toMatch(/folder .* nothing new\n$/);
  });

  test('sends nothing in a dry run', async () => {
    const to = join(folder, 'dry');
    const { code, out } = await publish(['--to', to, '--create', '--dry-run']);
    expect([code, existsSync(to)]).toEqual([0, false]);
    expect(out).toContain('would be sent');
  });

  test('calls reserve mirrors by number, whatever happens to them', async () => {
    writeFileSync(join(folder, 'file'), '');
    const broken = `  - { name: satin, address: https://satin.example/, kind: folder, folder: ${join(folder, 'file/satin')} }\n`;
    mkdirSync(join(folder, 'velvet'));
    const env = { TAMIZDAT_RESERVE: writeReserve(broken) };
    for (const more of [[], ['--json'], ['--dry-run']]) {
      const { code, out, err } = await publish(
        ['reserve', ...more],
        env,
        more.length === 0 ? startTamizdat : tamizdat,
      );
      expect([code, out]).toEqual([1, expect.stringContaining('folder-missing')]);
      expect(out).toMatch(/reserve-1[^]*reserve-2/);
      expect(out + err).not.toMatch(/velvet|satin/);
    }
    const tree = readFileSync(join(folder, 'velvet/ru/feed.xml'), 'utf8');
    expect(tree).toContain('https://velvet.example/');
    expect(tree).not.toContain('satin');
    const unknown = await publish(['reserve-3'], env);
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).not.toMatch(/velvet|satin/);
  });

  test('tells what is wrong with reserve mirrors without showing it', async () => {
    const wrong = '  - { name: satin, adress: http://satin.example/, kind: folder, velours: 1 }\n';
    const { code, err } = await publish(['reserve'], { TAMIZDAT_RESERVE: writeReserve(wrong) });
    expect(code).toBe(2);
    expect(err).toContain('line 3 (reserve-2): mirror-setting-missing in mirrors[1].kind');
    expect(err).not.toMatch(/velvet|satin|velours|adress:/);
    const direct = await publish(['reserve'], { TAMIZDAT_RESERVE: `mirrors:\n${wrong}` });
    expect(direct.err).toContain('line 2 (reserve-1): mirror-setting-missing');
    expect(direct.err).not.toMatch(/satin/);
  });

  test('refuses reserve mirrors that stand in the repository, and a mirror in the tree', async () => {
    const inside = join(repository, 'content/mirrors.yaml');
    expect(await publish(['reserve'], { TAMIZDAT_RESERVE: inside })).toMatchObject({ code: 2 });
    const into = await publish(['--to', join(site.tree, 'mirror')]);
    expect(into).toMatchObject({ code: 2, out: '' });
    expect(into.err).toContain('lie in one another');
  });

  test('writes a CAR where it is told to, and says its CID', async () => {
    const file = join(folder, 'site.car');
    const { code, out, err } = await publish(['--to', `car:${file}`]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^car +car +1 .* made$/m);
    expect(out).toMatch(/CID bafybei[a-z2-7]{52}\n/);
    expect(existsSync(file)).toBe(true);
    const again = await publish(['--to', `car:${file}`, '--json']);
    expect(JSON.parse(again.out)).toMatchObject([{ kind: 'car', state: 'same', file }]);
    for (const wrong of ['car:', 'car:site.zip', `car:${join(site.tree, 'a.car')}`, 'torrent:a'])
      expect((await publish(['--to', wrong])).code, wrong).toBe(2);
    const address = ['--address', 'https://a.example/'];
    expect((await publish(['--to', `car:${file}`, ...address])).code).toBe(2);
  });

  test('makes an archive where it is named, and leaves it alone otherwise', async () => {
    const content = join(folder, 'content');
    const [harbour, swarm] = [join(folder, 'harbour'), join(folder, 'archives/site.torrent')];
    mkdirSync(content);
    cpSync(join(repository, 'content/outlet.yaml'), join(content, 'outlet.yaml'));
    writeFileSync(
      join(content, 'mirrors.yaml'),
      `mirrors:
  - { name: harbour, address: https://harbour.example/, kind: folder, folder: ${harbour} }
archives:
  - { name: swarm, kind: torrent, file: ${swarm}, seeds: [harbour] }
`,
    );
    const given = ['--content', content, '--without-content'];
    // Neither a mirror nor what a torrent has on it makes a folder that is not there.
    const nowhere = await publish(['harbour', 'swarm', ...given]);
    expect([nowhere.code, existsSync(harbour)]).toEqual([1, false]);
    expect(nowhere.out.match(/folder is not on this machine/g)).toHaveLength(2);
    rmSync(dirname(swarm), { recursive: true });
    const plain = await publish([...given, '--create']);
    expect(plain).toMatchObject({ code: 0, err: '' });
    expect(plain.out).toContain('left as it is; made by “tamizdat publish swarm”');
    expect(existsSync(swarm)).toBe(false);
    expect((await publish(['harbour', ...given])).out).not.toContain('swarm');
    const made = await publish(['swarm', ...given]);
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toContain('made, and put on harbour');
    expect(made.out).toMatch(/magnet:\?xt=urn:btih:[0-9a-f]{40}&/);
    expect(existsSync(join(harbour, 'release/archives/site.torrent'))).toBe(true);
    // As where its disk is not mounted.
    rmSync(harbour, { recursive: true });
    mkdirSync(harbour);
    expect((await publish(['harbour', ...given])).out).toContain('folder-emptied');
    expect(readdirSync(harbour)).toEqual([]);
    rmSync(harbour, { recursive: true });
    writeFileSync(harbour, 'a file in the place of the folder');
    const failed = await publish(['swarm', ...given]);
    expect(failed.code).toBe(1);
    expect(failed.out).toContain('The mirror “harbour”: ');
    expect((await publish(['swram', ...given])).err).toContain('Did you mean “swarm”?');
    const list = readFileSync(join(content, 'mirrors.yaml'), 'utf8');
    const reserve = await publish(['reserve', ...given], { TAMIZDAT_RESERVE: list });
    expect(reserve.code).toBe(2);
    expect(reserve.err).toContain('holds archives');
    expect(reserve.err).not.toContain('harbour');
  });

  test('sends a wildcard’s files as they were signed, or with the name that they are to hold', async () => {
    const content = mkdtempSync(join(folder, 'wild-'));
    cpSync(join(repository, 'content/outlet.yaml'), join(content, 'outlet.yaml'));
    const [asked, fixed] = [join(folder, 'asked'), join(folder, 'fixed')];
    writeFileSync(
      join(content, 'mirrors.yaml'),
      `mirrors:
  - { name: asked, address: https://*.one.example/, names: [vetla, sorin], kind: folder, folder: ${asked} }
  - { name: fixed, address: https://*.two.example/, names: [vetla], feeds: lumak, kind: folder, folder: ${fixed} }
`,
    );
    const made = await publish(['--content', content, '--without-content', '--create']);
    expect(made).toMatchObject({ code: 0, err: '' });
    const feed = (place: string) => readFileSync(join(place, 'ru/feed.xml'), 'utf8');
    expect(feed(asked)).toBe(readFileSync(join(site.tree, 'ru/feed.xml'), 'utf8'));
    expect(feed(fixed)).toContain('https://lumak.two.example/ru/');
    expect(made.out).not.toContain('*.');
    // What their servers take is named once, at the first publication.
    expect(made.out).toMatch(/^asked: it answers .*nginx-wildcard\.conf/m);
    expect(made.out).toMatch(
      /^fixed: it answers .*the one name of “feeds” .*no subscriber’s link opens/m,
    );
    const again = await publish(['--content', content, '--without-content']);
    expect(again.out).not.toContain('it answers');
    expect(await loadAnnounced(content)).toEqual([
      { base: 'https://vetla.one.example/', name: 'asked', languages: [], worker: true },
      { base: 'https://sorin.one.example/', name: 'asked', languages: [], worker: true },
      { base: 'https://vetla.two.example/', name: 'fixed', languages: [], worker: true },
    ]);
    const { mirrors } = await chooseWatched(['asked'], content, false);
    expect(mirrors.map(({ name, base }) => `${name} ${base}`)).toEqual([
      'asked/vetla https://vetla.one.example/',
      'asked/sorin https://sorin.one.example/',
    ]);
    await expect(chooseWatched(['aksed'], content, false)).rejects.toThrow('Did you mean “asked”');
  });

  test('explains a wrong list in the language of whoever publishes', async () => {
    const content = mkdtempSync(join(folder, 'wrong-'));
    cpSync(join(repository, 'content/outlet.yaml'), join(content, 'outlet.yaml'));
    const wrong = '  - { name: a, address: "http://a.example/", kind: copied }\n';
    writeFileSync(join(content, 'mirrors.yaml'), `mirrors:\n${wrong}`);
    const tell = async (language: string) =>
      (await publish(['--content', content], { LC_ALL: language })).err;
    expect(await tell('C')).toContain('The address does not begin with https://.');
    const russian = await tell('ru_RU.UTF-8');
    expect(russian).toContain('ошибка[mirror-address-not-https]');
    expect(russian).not.toContain('The address');
  });

  test('says what was typed wrongly', async () => {
    const { err } = await publish(['harbor']);
    expect(err).toContain('Did you mean “harbour”?');
    expect((await publish(['--to', 'a', '--address', 'http://a.example/'])).code).toBe(2);
    expect((await publish(['--address', 'https://a.example/'])).code).toBe(2);
    expect((await publish(['harbour', '--to', 'a'])).code).toBe(2);
  });
});
