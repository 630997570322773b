import { shorten } from '../characters/count.ts';
import { didYouMean } from '../explain/nearest.ts';
import { MIRROR_FIELDS } from '../fields/mirror-fields.ts';
import { exampleLine } from '../fields/notes.ts';
import type { FieldPath, Finding } from '../problem.ts';
import type { ArchiveEntry, MirrorEntry } from '../schema/mirror.ts';
import { hasCredentials } from './mirror-address.ts';

type Archive = Partial<ArchiveEntry>;
type Mirrors = readonly Partial<MirrorEntry>[];

/** All rules between the fields of a list of archives, of which those are given that are right. */
export function archiveRules(archives: readonly Archive[], mirrors: Mirrors): Finding[] {
  const each = archives.flatMap((archive, index) => {
    const at = (field: string): FieldPath => ['archives', index, field];
    return [
      ...nameFindings(archive, at('name'), mirrors),
      ...fileFindings(archive, at('file')),
      ...seedFindings(archive, index, mirrors),
      ...trackerFindings(archive, at('trackers')),
    ];
  });
  return [...each, ...repetitions(archives, 'name'), ...repetitions(archives, 'file')];
}

function nameFindings({ name }: Archive, path: FieldPath, mirrors: Mirrors): Finding[] {
  if (name === undefined) return [];
  const isReserve = /^reserve(?:-|$)/.test(name);
  if (!isReserve && !mirrors.some((mirror) => mirror.name === name)) return [];
  return [
    {
      code: 'archive-name-taken',
      path,
      found: name,
      message: isReserve
        ? `The name “${shorten(name)}” is what commands call a reserve mirror.`
        : `A mirror is called “${shorten(name)}” too.`,
      why: 'Commands could not tell which of the two is meant.',
      remedy: 'Write another name.',
      example: 'name: ipfs',
    },
  ];
}

const ENDS: Readonly<Record<ArchiveEntry['kind'], string>> = { car: '.car', torrent: '.torrent' };

/** A whole path whose last part can stand in an address as it is, and looks like no option of a command. */
const FILE = /^(?:\/|[A-Za-z]:[/\\])(?:.*[/\\])?[A-Za-z0-9][\w.-]*$/;

function fileFindings({ kind, file }: Archive, path: FieldPath): Finding[] {
  if (file === undefined) return [];
  const isRight = FILE.test(file) && !hasSteps(file);
  if (isRight && (kind === undefined || file.endsWith(ENDS[kind]))) return [];
  return [
    {
      code: 'archive-file-form',
      path,
      found: shorten(file),
      message: isRight
        ? `The file’s name does not end in ${ENDS[kind ?? 'car']}.`
        : 'The file is not a whole path with a plain name at its end.',
      why: isRight
        ? 'People and programs know the kind of a file by the end of its name.'
        : 'A part of a path would mean another file on each machine, and the name becomes part of addresses.',
      remedy: MIRROR_FIELDS['archives[].file'].remedy,
      example: `file: /srv/archives/fortochka${ENDS[kind ?? 'car']}`,
    },
  ];
}

const hasSteps = (text: string): boolean => text.split(/[/\\]/).includes('..');

/** A torrent without a mirror could not be had as long as nobody shares it; a CAR is put nowhere. */
function seedFindings(archive: Archive, index: number, mirrors: Mirrors): Finding[] {
  const { kind, seeds } = archive;
  if (kind === 'car') return idleFindings(archive, index);
  if (kind === 'torrent' && (seeds === undefined || seeds.length === 0)) {
    const notes = MIRROR_FIELDS['archives[].seeds'];
    return [
      {
        code: 'archive-seeds-missing',
        path: ['archives', index, 'kind'],
        message: 'A torrent needs “seeds”: mirrors that hold its file.',
        why: 'Without one it could not be loaded while nobody else shares it.',
        remedy: notes.remedy,
        example: exampleLine('seeds', notes),
      },
    ];
  }
  return (seeds ?? []).flatMap((seed, at) =>
    seedFinding(seed, ['archives', index, 'seeds', at], mirrors),
  );
}

function idleFindings(archive: Archive, index: number): Finding[] {
  const idle = (['seeds', 'trackers'] as const).filter((field) => archive[field] !== undefined);
  return idle.map((field) => ({
    code: 'archive-setting-idle',
    path: ['archives', index, field],
    at: 'key',
    message: `An archive of the kind “car” has no use for “${field}”.`,
    remedy: 'Remove the line, or write “kind: torrent”.',
  }));
}

/** Mirrors that can hold a large file which is replaced with each release. */
const CAN_SEED: readonly unknown[] = ['folder', 'rclone'];

function seedFinding(seed: string, path: FieldPath, mirrors: Mirrors): Finding[] {
  const names = mirrors.flatMap(({ name }) => name ?? []);
  const mirror = mirrors.find(({ name }) => name === seed);
  if (mirror === undefined)
    return [
      {
        code: 'archive-seed-unknown',
        path,
        found: shorten(seed),
        message: `There is no mirror “${shorten(seed)}” in this file.`,
        remedy: `${didYouMean(seed, names)}Write the name of a mirror above.`,
        example: `seeds: [${names[0] ?? 'harbour'}]`,
      },
    ];
  if (mirror.kind === undefined || CAN_SEED.includes(mirror.kind)) return [];
  return [
    {
      code: 'archive-seed-kind',
      path,
      found: shorten(seed),
      message: `The mirror “${shorten(seed)}” is of the kind “${mirror.kind}”, on which no archive can be put.`,
      why:
        mirror.kind === 'git'
          ? 'A file as large as the site, replaced with each release, soon fills a repository.'
          : 'Nothing is sent to a mirror that others copy.',
      remedy: 'Write the name of a mirror of the kind “folder” or “rclone”.',
    },
  ];
}

const TRACKER = /^(?:udp|https?|wss):\/\/[\w.[\]:-]+(?:\/\S*)?$/i;

function trackerFindings({ kind, trackers }: Archive, path: FieldPath): Finding[] {
  if (kind === 'car') return [];
  return (trackers ?? []).flatMap((tracker, at) =>
    TRACKER.test(tracker)
      ? []
      : [
          {
            code: 'archive-tracker-form',
            path: [...path, at],
            ...(hasCredentials(tracker) ? {} : { found: shorten(tracker) }),
            message: 'The tracker is not the whole address of one.',
            remedy: MIRROR_FIELDS['archives[].trackers[]'].remedy,
            example: 'trackers: [udp://tracker.example:6969/announce]',
          },
        ],
  );
}

/** Two archives in one file, on this machine or on a mirror, would each undo the other. */
function repetitions(archives: readonly Archive[], field: 'name' | 'file'): Finding[] {
  const values = archives.map((archive) => archive[field]?.split(/[/\\]/).at(-1));
  const what = field === 'name' ? 'The name' : 'The file’s name';
  return values.flatMap((value, index) =>
    value === undefined || values.indexOf(value) === index
      ? []
      : [
          {
            code: `archives-${field}-repeated`,
            path: ['archives', index, field],
            found: shorten(value),
            message: `${what} “${shorten(value)}” stands in the list twice.`,
            remedy: 'Keep one of them, or give it another name.',
          },
        ],
  );
}
