import { MirrorError } from '../mirror-error.ts';

/** Why a copy could not be kept, for a reason that lies on this machine. The copy that is served stays as it was. */
export class PullError extends MirrorError {
  override name = 'PullError';

  constructor(code: string, message: string, remedy: string) {
    super(code, `${code}: ${message}\n  ${remedy}`, remedy);
  }
}

/** Says in words what a disk refused; other errors are given back as they are. */
export function explainDisk(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new PullError(
      'disk-full',
      `The disk of ${folder} is full; what had been fetched was deleted again.`,
      'Make room and run again. The copy that is served stays as it was.',
    );
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return new PullError(
      'not-writable',
      `${folder} cannot be written (${code}).`,
      'Run as the user that owns the folder, or give it to this one: chown -R "$USER" <folder>',
    );
  return error;
}

/** What is said of a fault of this machine that has no words of its own; other errors are given back as they are. */
export function explainFault(error: unknown, folder: string): unknown {
  const explained = error instanceof PullError ? error : explainDisk(error, folder);
  if (explained !== error || !(error instanceof Error) || !('syscall' in error)) return explained;
  return new PullError(
    'disk-failed',
    `${folder} could not be read or written: ${error.message}.`,
    'Look at the folder and its disk, and run again. The copy that is served stays as it was.',
  );
}
