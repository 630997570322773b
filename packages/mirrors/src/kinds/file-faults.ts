import { MirrorError } from '../mirror-error.ts';

/** Whose folder it is, what publishing again does, and what is told of it. */
const OWNERS = {
  mirror: { folder: 'The mirror’s folder', again: 'publish again: it goes on where it stopped' },
  archive: {
    folder: 'The archive’s folder',
    again: 'publish again: what stood in its place stands there still',
  },
} as const;

type Owner = keyof typeof OWNERS;

const FULL = { code: 'store-full', remedy: 'Make space' };
const DENIED = {
  code: 'store-denied',
  remedy: 'Give the account that publishes the right to do so',
};

const FAULTS: Readonly<Record<string, { code: string; message: string; remedy: string }>> = {
  ENOSPC: { ...FULL, message: 'is on a disk that has no space left' },
  EDQUOT: { ...FULL, message: 'has a quota, which is used up' },
  EACCES: { ...DENIED, message: 'does not let you write or delete' },
  EPERM: { ...DENIED, message: 'does not let you write or delete' },
  EROFS: {
    code: 'store-denied',
    message: 'is on a disk that can only be read',
    remedy: 'Mount it for writing',
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
      `${folder} ${known.message}.`,
      `${known.remedy}, and ${again}.`,
      { detail },
    );
  return new MirrorError(
    'store-failed',
    `${folder}: a file in it could not be read or written.`,
    `Look at the folder and its disk, and ${again}.`,
    { detail, passing: true },
  );
}
