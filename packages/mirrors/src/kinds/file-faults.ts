import { MirrorError } from '../mirror-error.ts';

const FAULTS: Readonly<Record<string, { code: string; message: string; remedy: string }>> = {
  ENOSPC: {
    code: 'store-full',
    message: 'There is no space left where the mirror’s folder is.',
    remedy: 'Make space and publish again: it goes on where it stopped.',
  },
  EDQUOT: {
    code: 'store-full',
    message: 'The quota of the mirror’s folder is used up.',
    remedy: 'Make space and publish again: it goes on where it stopped.',
  },
  EACCES: {
    code: 'store-denied',
    message: 'The mirror’s folder does not let you write or delete.',
    remedy: 'Give the account that publishes the right to do so, and publish again.',
  },
  EPERM: {
    code: 'store-denied',
    message: 'The mirror’s folder does not let you write or delete.',
    remedy: 'Give the account that publishes the right to do so, and publish again.',
  },
  EROFS: {
    code: 'store-denied',
    message: 'The mirror’s folder is on a disk that can only be read.',
    remedy: 'Mount it for writing, and publish again.',
  },
};

/** What went wrong with a mirror's folder, in words; the error as it is where it is not the folder's. */
export function explainFileFault(error: unknown, path: string): unknown {
  if (error instanceof MirrorError || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  const known = FAULTS[code];
  const detail = `${code} ${path}`;
  if (known !== undefined)
    return new MirrorError(known.code, known.message, known.remedy, { detail });
  return new MirrorError(
    'store-failed',
    'A file of the mirror’s folder could not be written.',
    'Look at the mirror’s folder and its disk, and publish again.',
    { detail, passing: true },
  );
}
