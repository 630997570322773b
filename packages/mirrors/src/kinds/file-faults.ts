import type { InBoth } from '@tamizdat/problem';
import { MirrorError } from '../mirror-error.ts';

/** Whose folder it is, and what publishing again does. */
const OWNERS = {
  mirror: {
    folder: { en: 'The mirror’s folder', ru: 'Папка зеркала' },
    again: {
      en: 'publish again: it goes on where it stopped',
      ru: 'опубликуйте ещё раз: работа продолжится с того места, где остановилась',
    },
  },
  archive: {
    folder: { en: 'The archive’s folder', ru: 'Папка архива' },
    again: {
      en: 'publish again: what stood in its place stands there still',
      ru: 'опубликуйте ещё раз: то, что стояло на его месте, стоит там по-прежнему',
    },
  },
} as const;

type Owner = keyof typeof OWNERS;

const FULL = {
  code: 'store-full',
  remedy: { en: 'Make space', ru: 'Освободите место' },
};
const DENIED = {
  code: 'store-denied',
  message: { en: 'does not let you write or delete', ru: 'не даёт писать или удалять' },
  remedy: {
    en: 'Give the account that publishes the right to do so',
    ru: 'Дайте учётной записи, которая публикует, право на это',
  },
};

const FAULTS: Readonly<Record<string, { code: string; message: InBoth; remedy: InBoth }>> = {
  ENOSPC: {
    ...FULL,
    message: {
      en: 'is on a disk that has no space left',
      ru: 'лежит на диске, где не осталось места',
    },
  },
  EDQUOT: {
    ...FULL,
    message: { en: 'has a quota, which is used up', ru: 'имеет квоту, и она исчерпана' },
  },
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: {
    code: 'store-denied',
    message: {
      en: 'is on a disk that can only be read',
      ru: 'лежит на диске, с которого можно только читать',
    },
    remedy: { en: 'Mount it for writing', ru: 'Подключите его для записи' },
  },
};

/** What went wrong with a mirror's or an archive's folder, in words; the error as it is where it is not the folder's. */
export function explainFileFault(error: unknown, path: string, owner: Owner = 'mirror'): unknown {
  if (error instanceof MirrorError || !(error instanceof Error) || !('code' in error)) return error;
  const { folder, again } = OWNERS[owner];
  const code = String(error.code);
  const known = FAULTS[code];
  const detail = `${code} ${path}`;
  if (known !== undefined)
    return new MirrorError(
      known.code,
      {
        en: `${folder.en} ${known.message.en}.`,
        ru: `${folder.ru} ${known.message.ru}.`,
      },
      {
        en: `${known.remedy.en}, and ${again.en}.`,
        ru: `${known.remedy.ru} и ${again.ru}.`,
      },
      { detail },
    );
  return new MirrorError(
    'store-failed',
    {
      en: `${folder.en}: a file in it could not be read or written.`,
      ru: `${folder.ru}: файл в ней не удалось прочитать или записать.`,
    },
    {
      en: `Look at the folder and its disk, and ${again.en}.`,
      ru: `Проверьте папку, её диск и ${again.ru}.`,
    },
    { detail, passing: true },
  );
}
