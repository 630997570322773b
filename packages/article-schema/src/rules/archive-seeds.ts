import { shorten } from '../characters/count.ts';
import { didYouMean } from '../explain/nearest.ts';
import { MIRROR_FIELDS } from '../fields/mirror-fields.ts';
import { exampleLine } from '../fields/notes.ts';
import type { FieldPath, Finding } from '@tamizdat/problem';
import type { SomeArchive, SomeMirrors } from './archive-rules.ts';
import { hasCredentials } from './mirror-address.ts';

/** What is wrong with the mirrors that are to hold a torrent's archive; a CAR is put on none. */
export function seedFindings(archive: SomeArchive, index: number, mirrors: SomeMirrors): Finding[] {
  const { kind, seeds = [] } = archive;
  if (kind === 'car') return idleFindings(archive, index);
  if (kind === 'torrent' && seeds.length === 0) return [missingFinding(index)];
  return seeds.flatMap((seed, at) => seedFinding(seed, ['archives', index, 'seeds', at], mirrors));
}

function missingFinding(index: number): Finding {
  const notes = MIRROR_FIELDS['archives[].seeds'];
  return {
    code: 'archive-seeds-missing',
    path: ['archives', index, 'kind'],
    message: 'A torrent needs “seeds”: mirrors that hold its file.',
    why: 'Without one it could not be loaded while nobody else shares it.',
    remedy: notes.remedy,
    ru: {
      message: 'Торренту нужно поле «seeds»: зеркала, на которых лежит его файл.',
      why: 'Без них его нельзя было бы загрузить, пока его не раздаёт кто-то ещё.',
      remedy: notes.ru.remedy,
    },
    example: exampleLine('seeds', notes),
  };
}

function idleFindings(archive: SomeArchive, index: number): Finding[] {
  const idle = (['seeds', 'trackers'] as const).filter((field) => archive[field] !== undefined);
  return idle.map((field) => ({
    code: 'archive-setting-idle',
    path: ['archives', index, field],
    at: 'key',
    message: `An archive of the kind “car” has no use for “${field}”.`,
    remedy: 'Remove the line, or write “kind: torrent”.',
    ru: {
      message: `Архиву вида «car» поле «${field}» не нужно.`,
      remedy: 'Уберите строку или напишите «kind: torrent».',
    },
  }));
}

function seedFinding(seed: string, path: FieldPath, mirrors: SomeMirrors): Finding[] {
  const mirror = mirrors.find(({ name }) => name === seed);
  if (mirror === undefined) return [unknownFinding(seed, path, mirrors)];
  if (mirror.kind !== 'git' && mirror.kind !== 'copied') return [];
  const reason = CANNOT_SEED[mirror.kind];
  return [
    {
      code: 'archive-seed-kind',
      path,
      found: shorten(seed),
      message: `No archive can be put on the mirror “${shorten(seed)}”: it is of the kind “${mirror.kind}”.`,
      why: reason.en,
      remedy: 'Write the name of a mirror of the kind “folder” or “rclone”.',
      ru: {
        message: `На зеркало «${shorten(seed)}» архив положить нельзя: оно вида «${mirror.kind}».`,
        why: reason.ru,
        remedy: 'Напишите имя зеркала вида «folder» или «rclone».',
      },
    },
  ];
}

const CANNOT_SEED = {
  git: {
    en: 'A file as large as the site, replaced with each release, soon fills a repository.',
    ru: 'Файл величиной с весь сайт, новый с каждым выпуском, быстро переполнит репозиторий.',
  },
  copied: {
    en: 'Nothing is sent to a mirror that others copy.',
    ru: 'На зеркало, которое копируют другие, ничего не отправляется.',
  },
};

function unknownFinding(seed: string, path: FieldPath, mirrors: SomeMirrors): Finding {
  const names = mirrors.flatMap(({ name }) => name ?? []);
  const guess = didYouMean(seed, names);
  return {
    code: 'archive-seed-unknown',
    path,
    found: shorten(seed),
    message: `There is no mirror “${shorten(seed)}” in this file.`,
    remedy: `${guess.en}Write the name of a mirror above.`,
    ru: {
      message: `В этом файле нет зеркала «${shorten(seed)}».`,
      remedy: `${guess.ru}Напишите имя зеркала, которое стоит выше.`,
    },
    example: `seeds: [${names[0] ?? 'harbour'}]`,
  };
}

const TRACKER = /^(?:udp|https?|wss):\/\/[\w.[\]:-]+(?:\/\S*)?$/i;

/** What is wrong with a torrent's trackers. A password in an address is never shown. */
export function trackerFindings({ kind, trackers }: SomeArchive, path: FieldPath): Finding[] {
  if (kind === 'car') return [];
  const { remedy, ru } = MIRROR_FIELDS['archives[].trackers[]'];
  return (trackers ?? []).flatMap((tracker, at) =>
    TRACKER.test(tracker)
      ? []
      : [
          {
            code: 'archive-tracker-form',
            path: [...path, at],
            ...(hasCredentials(tracker) ? {} : { found: shorten(tracker) }),
            message: 'The tracker is not the whole address of one.',
            remedy,
            ru: { message: 'Это не полный адрес трекера.', remedy: ru.remedy },
            example: 'trackers: [udp://tracker.example:6969/announce]',
          },
        ],
  );
}
