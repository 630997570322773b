import { ToldError } from '@tamizdat/problem';

/** Says in words what a disk refused; other errors are given back as they are. */
export function explainDisk(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new ToldError(
      'disk-full',
      {
        en: `The disk of ${folder} is full; what had been fetched was deleted again.`,
        ru: `Диск папки ${folder} заполнен; скачанное удалено.`,
      },
      {
        en: 'Make room and run again. The copy that is served stays as it was.',
        ru: 'Освободите место и запустите ещё раз. Копия, которую отдают читателям, осталась прежней.',
      },
    );
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return new ToldError(
      'not-writable',
      { en: `${folder} cannot be written (${code}).`, ru: `В ${folder} нельзя писать (${code}).` },
      {
        en: 'Run as the user that owns the folder, or give it to this one: chown -R "$USER" <folder>',
        ru: 'Запустите от имени пользователя, которому принадлежит папка, или отдайте её этому: chown -R "$USER" <папка>',
      },
    );
  return error;
}

/** What is said of a fault of this machine that has no words of its own; other errors are given back as they are. */
export function explainFault(error: unknown, folder: string): unknown {
  const explained = error instanceof ToldError ? error : explainDisk(error, folder);
  if (explained !== error || !(error instanceof Error) || !('syscall' in error)) return explained;
  return new ToldError(
    'disk-failed',
    {
      en: `${folder} could not be read or written: ${error.message}.`,
      ru: `Не удалось прочитать или записать ${folder}: ${error.message}.`,
    },
    {
      en: 'Look at the folder and its disk, and run again. The copy that is served stays as it was.',
      ru: 'Проверьте папку и её диск и запустите ещё раз. Копия, которую отдают читателям, осталась прежней.',
    },
  );
}
