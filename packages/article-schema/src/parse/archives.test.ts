import { describe, expect, test } from 'vitest';
import { parseMirrors } from './mirrors.ts';
import { OUTLET } from '../../testing/sample.ts';
import { told } from '../../testing/told.ts';

const MIRRORS = [
  '{ name: harbour, address: https://harbour.example/, kind: folder, folder: /srv/harbour }',
  '{ name: bucket, address: https://bucket.example/, kind: rclone, remote: "bucket:site" }',
  '{ name: pages, address: https://pages.example/, kind: git, repository: /srv/pages.git }',
  '{ name: library, address: https://library.example/, kind: copied }',
];

const entries = (lines: readonly string[]) => lines.map((line) => `  - ${line}\n`).join('');
const parse = (...archives: string[]) =>
  parseMirrors(`mirrors:\n${entries(MIRRORS)}archives:\n${entries(archives)}`, {
    path: 'mirrors.yaml',
    outlet: OUTLET,
  });

describe('a list of archives', () => {
  test('is read, and mirrors know which torrents they hold', () => {
    const { value, archives, problems } = parse(
      '{ name: ipfs, kind: car, file: /srv/archives/fortochka.car }',
      '{ name: swarm, kind: torrent, file: /srv/archives/fortochka.torrent, seeds: [bucket], trackers: ["udp://t.example:6969"] }',
    );
    expect(problems).toEqual([]);
    expect(archives).toEqual([
      {
        name: 'ipfs',
        kind: 'car',
        file: '/srv/archives/fortochka.car',
        seeds: [],
        trackers: [],
      },
      {
        name: 'swarm',
        kind: 'torrent',
        file: '/srv/archives/fortochka.torrent',
        seeds: ['bucket'],
        trackers: ['udp://t.example:6969'],
      },
    ]);
    expect(value?.map(({ torrents }) => torrents)).toEqual([
      undefined,
      ['fortochka.torrent'],
      undefined,
      undefined,
    ]);
  });

  test('need not be there', () => {
    const { archives, problems } = parseMirrors('mirrors: []', { path: 'mirrors.yaml' });
    expect({ archives, problems }).toEqual({ archives: [], problems: [] });
  });

  test('tells everything that is wrong at once', () => {
    const { archives, problems } = parse(
      '{ name: harbour, kind: zip, file: archive.car }',
      '{ name: reserve-1, kind: car, file: /srv/a.car, seeds: [bucket], trackers: [] }',
      '{ name: swarm, kind: torrent, file: /srv/../a.torrent }',
      '{ name: swarm, kind: torrent, file: /srv/a.zip, seeds: [bukcet, pages, library, harbour] }',
      '{ name: other, kind: torrent, file: /srv/b/a.car, seeds: [bucket], trackers: [t.example, "https://u:hunter2@t.example/"] }',
      '{ name: last, file: /srv/-rf }',
    );
    expect(archives).toEqual([]);
    expect(told(problems)).not.toContain('hunter2');
    expect(told(problems)).toMatchInlineSnapshot(`
      "7:13 archive-name-taken
      A mirror is called “harbour” too.
      why: Commands could not tell which of the two is meant.
      do: Write another name.
      example: name: ipfs

      7:28 archives-kind-unknown-word
      The kind of archive “zip” is not in the list.
      do: Write one of: car, torrent.
      example: kind: car

      7:39 archive-file-form
      The file is not a whole path with a plain name at its end.
      why: A part of a path would mean another file on each machine, and the name becomes part of addresses.
      do: Write the whole path, from “/”; the file’s name is made of Latin letters, digits and “-”, and ends in .car or .torrent as its kind does.
      example: file: /srv/archives/fortochka.car

      8:13 archive-name-taken
      The name “reserve-1” is what commands call a reserve mirror.
      why: Commands could not tell which of the two is meant.
      do: Write another name.
      example: name: ipfs

      8:53 archive-setting-idle
      An archive of the kind “car” has no use for “seeds”.
      do: Remove the line, or write “kind: torrent”.

      8:70 archive-setting-idle
      An archive of the kind “car” has no use for “trackers”.
      do: Remove the line, or write “kind: torrent”.

      9:26 archive-seeds-missing
      A torrent needs “seeds”: mirrors that hold its file.
      why: Without one it could not be loaded while nobody else shares it.
      do: Write names of mirrors above in brackets.
      example: seeds:
        - harbour

      9:41 archive-file-form
      The file is not a whole path with a plain name at its end.
      why: A part of a path would mean another file on each machine, and the name becomes part of addresses.
      do: Write the whole path, from “/”; the file’s name is made of Latin letters, digits and “-”, and ends in .car or .torrent as its kind does.
      example: file: /srv/archives/fortochka.torrent

      10:13 archives-name-repeated
      The name “swarm” stands in the list twice.
      do: Keep one of them, or give it another name.

      10:41 archive-file-end
      The file’s name does not end in .torrent.
      why: People and programs know the kind of a file by the end of its name.
      do: Write .torrent at its end, or mend the kind.
      example: file: /srv/archives/fortochka.torrent

      10:61 archive-seed-unknown
      There is no mirror “bukcet” in this file.
      do: Did you mean “bucket”? Write the name of a mirror above.
      example: seeds: [harbour]

      10:69 archive-seed-kind
      No archive can be put on the mirror “pages”: it is of the kind “git”.
      why: A file as large as the site, replaced with each release, soon fills a repository.
      do: Write the name of a mirror of the kind “folder” or “rclone”.

      10:76 archive-seed-kind
      No archive can be put on the mirror “library”: it is of the kind “copied”.
      why: Nothing is sent to a mirror that others copy.
      do: Write the name of a mirror of the kind “folder” or “rclone”.

      11:41 archive-file-end
      The file’s name does not end in .torrent.
      why: People and programs know the kind of a file by the end of its name.
      do: Write .torrent at its end, or mend the kind.
      example: file: /srv/archives/fortochka.torrent

      11:41 archives-file-repeated
      The file’s name “a.car” stands in the list twice.
      do: Keep one of them, or give it another name.

      11:83 archive-tracker-form
      The tracker is not the whole address of one.
      do: Write the whole address, with udp:// or https:// before it.
      example: trackers: [udp://tracker.example:6969/announce]

      11:94 archive-tracker-form
      The tracker is not the whole address of one.
      do: Write the whole address, with udp:// or https:// before it.
      example: trackers: [udp://tracker.example:6969/announce]

      12:5 archives-kind-missing
      The kind of archive is missing.
      do: Write one of: car, torrent.
      example: kind: car

      12:25 archive-file-form
      The file is not a whole path with a plain name at its end.
      why: A part of a path would mean another file on each machine, and the name becomes part of addresses.
      do: Write the whole path, from “/”; the file’s name is made of Latin letters, digits and “-”, and ends in .car or .torrent as its kind does.
      example: file: /srv/archives/fortochka.car"
    `);
  });
});
