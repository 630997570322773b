import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseAddress } from '../rules/mirror-address.ts';
import { parseMirrors } from './mirrors.ts';
import { OUTLET } from '../../testing/sample.ts';
import { told } from '../../testing/told.ts';

const parse = (text: string) => parseMirrors(text, { path: 'mirrors.yaml', outlet: OUTLET });
const list = (...lines: string[]) => `mirrors:\n${lines.map((line) => `  - ${line}\n`).join('')}`;
const explain = (...lines: string[]) => told(parse(list(...lines)).problems);
const codes = (...lines: string[]) => parse(list(...lines)).problems.map(({ code }) => code);

const copied = (address: string, name = 'north') =>
  `{ name: ${name}, address: '${address}', kind: copied }`;

describe('a list of mirrors', () => {
  test('gives each address in one form', () => {
    const { value, problems } = parse(
      list(
        '{ name: north, address: HTTPS://North.Example:443/a, kind: folder, folder: /srv/north }',
        '{ name: pages, address: https://pages.example/, kind: git, repository: git@pages.example:o/site.git, squash: true, languages: [ru], channel: messenger }',
        '{ name: bucket, address: https://bucket.example, kind: rclone, remote: "bucket:site", compress: true, worker: false }',
        `{ name: onion, address: http://${'a'.repeat(56)}.onion, kind: copied }`,
      ),
    );
    expect(problems).toEqual([]);
    expect(value).toEqual([
      {
        name: 'north',
        base: 'https://north.example/a/',
        place: { kind: 'folder', folder: '/srv/north' },
        languages: [],
        worker: true,
      },
      {
        name: 'pages',
        base: 'https://pages.example/',
        place: {
          kind: 'git',
          repository: 'git@pages.example:o/site.git',
          branch: 'pages',
          squash: true,
        },
        languages: ['ru'],
        channel: 'messenger',
        worker: true,
      },
      {
        name: 'bucket',
        base: 'https://bucket.example/',
        place: { kind: 'rclone', remote: 'bucket:site', compress: true },
        languages: [],
        worker: false,
      },
      {
        name: 'onion',
        base: `http://${'a'.repeat(56)}.onion/`,
        place: { kind: 'copied' },
        languages: [],
        worker: false,
      },
    ]);
    expect(parse('mirrors: []').value).toEqual([]);
  });

  test('tells everything that is wrong at once', () => {
    expect(
      explain(
        '{ name: North, address: https://north.example/, kind: ftp }',
        '{ name: reserve-1, address: http://south.example/, kind: folder }',
        '{ name: east, address: https://east.example/, kind: copied, remote: "a:b", languages: [de] }',
        '{ name: east, address: https://EAST.example, kind: copied, note: x }',
      ),
    ).toMatchInlineSnapshot(`
      "2:13 mirrors-name-malformed
      The mirror’s name “North” is not lower-case Latin letters, digits and single hyphens.
      do: Write a short name that says nothing of the people who host it.
      example: name: harbour

      2:59 mirrors-kind-unknown-word
      The kind of mirror “ftp” is not in the list.
      do: Write one of: folder, git, rclone, copied.
      example: kind: folder

      3:13 mirror-name-reserve
      The name “reserve-1” is what commands call a reserve mirror.
      why: Everybody can read this file; a reserve mirror that stands in it is none any more.
      do: Write another name, or move the mirror to the file that TAMIZDAT_RESERVE names.

      3:33 mirror-address-not-https
      The address does not begin with https://.
      why: Anyone on the way could read along, and put another page in the place of ours.
      do: Write https:// (http:// is for onion services and this machine alone).
      example: address: https://harbour.example/

      3:62 mirror-setting-missing
      A mirror of the kind “folder” needs “folder”.
      do: Write the whole path, from “/”.
      example: folder: /srv/harbour

      4:65 mirror-setting-idle
      A mirror of the kind “copied” has no use for “remote”.
      do: Remove the line, or write “kind: rclone”.

      4:92 mirror-language-unknown
      The outlet does not publish in “de”.
      do: Write one of the outlet’s languages: en, ru.

      5:13 mirrors-name-repeated
      The name “east” stands in the list twice.
      do: Keep one of them, or give it another name.

      5:28 mirror-address-repeated
      The mirror “east” has the same address.
      do: Remove one of them, or mend its address.

      5:64 unknown-field
      There is no field “note” here.
      do: Remove the line. The fields here are: name, address, names, feeds, passOn, kind, folder, repository, branch, squash, remote, compress, languages, channel, worker."
    `);
  });

  test('never repeats a name or password of an address', () => {
    const secrets = [
      copied('https://anna:hunter2@north.example/'),
      copied('anna:hunter2@north.example'),
      '{ name: a, address: https://a.example/, kind: git, repository: "https://anna:hunter2@git.example/a.git" }',
      '{ name: b, address: https://b.example/, kind: git, repository: "https://hunter2@git.example/b.git" }',
      '{ name: c, address: https://c.example/, kind: git, repository: "ssh://anna:hunter2@git.example/c.git" }',
      '{ name: d, address: https://d.example/, kind: git, repository: "anna:hunter2@git.example/c.git" }',
      '{ name: e, address: https://e.example/, kind: rclone, remote: ":s3,secret_access_key=hunter2:bucket" }',
    ];
    const problems = secrets.flatMap((line) => parse(list(line)).problems);
    expect(problems.map(({ code }) => code)).toEqual([
      'mirror-address-credentials',
      'mirror-address-credentials',
      'mirror-repository-credentials',
      'mirror-repository-credentials',
      'mirror-repository-credentials',
      'mirror-repository-form',
      'mirror-remote-form',
    ]);
    expect(JSON.stringify(problems)).not.toMatch(/hunter2|anna/);
  });

  test.each([
    ['https://north.example/?a=1', 'mirror-address-more'],
    ['https://north.example/#', 'mirror-address-more'],
    ['https://north.example/index.html', 'mirror-address-page'],
    ['https://north.example/a%20b/', 'mirror-address-characters'],
    ['https:north.example', 'mirror-address-form'],
    ['north.example', 'mirror-address-form'],
    ['http://north.example/', 'mirror-address-not-https'],
    ['http://onion.example/', 'mirror-address-not-https'],
    ['http://localhost.example/', 'mirror-address-not-https'],
    ['ftp://north.example/', 'mirror-address-form'],
  ])('refuses the address %s', (address, code) => {
    expect(codes(copied(address))).toEqual([code]);
  });

  test.each([
    'http://localhost:8080',
    'http://mirror.localhost/',
    'http://127.0.0.1:8080/a/',
    'http://[::1]:8080/',
  ])('takes %s, which never leaves the machine', (address) => {
    expect(codes(copied(address))).toEqual([]);
  });

  test.each([
    ['folder', 'folder: srv/north'],
    ['folder', 'folder: /'],
    ['folder', 'folder: /srv/../etc'],
    ['repository', 'repository: "ext::sh -c true"'],
    ['repository', 'repository: --upload-pack=x'],
    ['repository', 'repository: http://git.example/a.git'],
    ['branch', 'repository: /srv/a.git, branch: "-f"'],
    ['branch', 'repository: /srv/a.git, branch: a..b'],
    ['remote', 'remote: "--config:x"'],
    ['remote', 'remote: no-colon'],
    ['remote', 'remote: "a:../b"'],
  ])('refuses a %s that means something else: %s', (setting, given) => {
    const kind = { folder: 'folder', repository: 'git', branch: 'git', remote: 'rclone' }[setting];
    const line = `{ name: a, address: https://a.example/, kind: ${kind ?? ''}, ${given} }`;
    expect(codes(line)).toEqual([`mirror-${setting}-form`]);
  });

  test('refuses two mirrors in one place', () => {
    const at = (name: string, place: string) =>
      `{ name: ${name}, address: https://${name}.example/, ${place} }`;
    const place = 'kind: folder, folder: /srv/a';
    expect(explain(at('a', place), at('b', `${place}/`))).toMatchInlineSnapshot(`
      "3:51 mirror-place-repeated
      The mirror “a” is sent to the same place.
      why: Feeds hold the mirror’s own address, so that each would undo what the other was sent.
      do: Give this one a place of its own, or the kind “copied” if it shows the same files.
      example: kind: copied"
    `);
    expect(
      codes(
        at('a', 'kind: git, repository: /srv/a.git'),
        at('b', 'kind: git, repository: /srv/a.git, branch: pages'),
      ),
    ).toEqual(['mirror-place-repeated']);
    expect(
      codes(
        at('a', 'kind: git, repository: /srv/a.git'),
        at('b', 'kind: git, repository: /srv/a.git, branch: other'),
      ),
    ).toEqual([]);
  });

  test('says what is broken in the YAML', () => {
    const broken = parse('mirrors:\n  - name: a\n   address: x\n').problems;
    expect(broken.map(({ code, line }) => `${line} ${code}`)).toEqual(['3 yaml-indent']);
    expect(parse('').problems.map(({ code }) => code)).toEqual(['not-a-record']);
  });
});

test('a base address stays as it is', () => {
  fc.assert(
    fc.property(fc.webUrl({ validSchemes: ['https'] }), (url) => {
      const judged = baseAddress(url);
      if ('base' in judged) expect(baseAddress(judged.base)).toEqual(judged);
    }),
  );
});

test('no text makes a base address fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(baseAddress(`https://${text}`)).toBeDefined();
    }),
  );
});

test('the looks of a renewal may span as much of the last day as an hourly look can meet', () => {
  const rules = (minutes: number) =>
    `${list(copied('https://north.example/'))}renewal: { minutes: ${minutes} }\n`;
  expect(parse(rules(1_200)).renewal).toMatchObject({ minutes: 1_200 });
  expect(told(parse(rules(1_201)).problems)).toContain('renewal-minutes-too-long');
});
