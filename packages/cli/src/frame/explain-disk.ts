import { type InBoth, saidBy } from '@tamizdat/problem';
import { say } from '../language/say.ts';

/** What a system refuses, by its code (errno(3)). */
const REFUSED: Readonly<Record<string, InBoth & { code: string }>> = {
  ...both(['ENOSPC', 'EDQUOT'], {
    code: 'disk-full',
    en: 'There is no space left for it, or the quota is used up. Make room, and run the command again.',
    ru: 'Для него не осталось места или исчерпана квота. Освободите место и запустите команду ещё раз.',
  }),
  ...both(['EACCES', 'EPERM'], {
    code: 'not-allowed',
    en: 'The account that runs the command may not do that there. Give it the right (ls -l shows whose it is), and run the command again.',
    ru: 'Учётной записи, от которой запущена команда, это не разрешено. Дайте ей право (чьё это, покажет ls -l) и запустите команду ещё раз.',
  }),
  ...both(['EROFS'], {
    code: 'read-only-disk',
    en: 'That disk can only be read. Mount it for writing, or name another folder, and run the command again.',
    ru: 'С этого диска можно только читать. Подключите его для записи или укажите другую папку и запустите команду ещё раз.',
  }),
  ...both(['EIO'], {
    code: 'disk-failed',
    en: 'The disk failed. Copy what is on it elsewhere before you go on.',
    ru: 'Диск отказал. Прежде чем продолжать, скопируйте с него всё в другое место.',
  }),
  ...both(['EMFILE', 'ENFILE'], {
    code: 'too-many-files',
    en: 'Too many files are open at once. Allow more (ulimit -n 4096), and run the command again.',
    ru: 'Открыто слишком много файлов сразу. Разрешите больше (ulimit -n 4096) и запустите команду ещё раз.',
  }),
};

/** What it refuses where nothing is wrong with the disk; the last holds for every other code. */
const UNDONE: readonly { codes: RegExp; told: InBoth & { code: string } }[] = [
  {
    codes: /^(?:ENOENT|ENOTDIR)$/,
    told: {
      code: 'file-gone',
      en: 'It is not there: it was taken away, or a folder on the way to it. Look whether another program or command is at work there, and run this one again.',
      ru: 'Этого там нет: файл или папка на пути к нему исчезли. Посмотрите, не работает ли там другая программа или команда, и запустите эту ещё раз.',
    },
  },
  {
    codes: /^(?:EEXIST|ENOTEMPTY|EISDIR|ELOOP)$/,
    told: {
      code: 'something-in-its-place',
      en: 'Something else stands in its place: a folder, a link or a file. Move it away, and run the command again.',
      ru: 'На этом месте стоит что-то другое: папка, ссылка или файл. Уберите это и запустите команду ещё раз.',
    },
  },
  {
    codes: /^E/,
    told: {
      code: 'file-failed',
      en: 'The system did not do that with the file. Look at the file and its disk, and run the command again.',
      ru: 'Система не выполнила этого с файлом. Проверьте файл и диск, на котором он лежит, и запустите команду ещё раз.',
    },
  },
];

function both<Told>(codes: readonly string[], told: Told): Record<string, Told> {
  return Object.fromEntries(codes.map((code) => [code, told]));
}

/** What the system says of a call that it refuses. */
interface Refusal {
  code: string;
  syscall: string;
  path?: string;
  dest?: string;
}

/**
 * Says in words what the system refused a command, and with which file; undefined for any other error, such as one that
 * was put into words already.
 */
export function explainDisk(error: unknown): InBoth | undefined {
  const refusal = findRefusal(error);
  const told = refusal && REFUSED[refusal.code];
  return told && tell(refusal, told);
}

/**
 * Says in words what else the system refused to do with a file, where nobody did before: to be asked last. Undefined for
 * what is about no file, such as a connection or a program.
 */
export function explainRefusal(error: unknown): InBoth | undefined {
  const refusal = findRefusal(error);
  if (refusal?.path === undefined || refusal.syscall.startsWith('spawn')) return undefined;
  const known = UNDONE.find(({ codes }) => codes.test(refusal.code));
  return known && tell(refusal, known.told);
}

/** The file or folder that the system refused something with; undefined for any other error. */
export function findFile(error: unknown): string | undefined {
  const refusal = findRefusal(error);
  return refusal?.dest ?? refusal?.path;
}

/** Why something could not be done, in words alone: for a page that is read by people, where no code of a system helps. */
export function reasonInWords(error: unknown): string {
  const refusal = findRefusal(error);
  const told =
    refusal &&
    (REFUSED[refusal.code] ?? UNDONE.find(({ codes }) => codes.test(refusal.code))?.told);
  if (told === undefined) return reasonOf(error);
  const file = findFile(error);
  return `${file === undefined ? '' : `${file}: `}${say(told)}`;
}

function tell({ code, syscall, path, dest }: Refusal, told: InBoth & { code: string }): InBoth {
  const file = dest ?? path;
  const found = `${told.code}: ${code}, ${syscall}${file === undefined ? '' : ` ${file}`}`;
  return { en: `${found}\n  ${told.en}`, ru: `${found}\n  ${told.ru}` };
}

/** The refusal that an error is, or that it was before it left a thread: then it is the cause of one with its words. */
function findRefusal(error: unknown): Refusal | undefined {
  if (isRefusal(error)) return error;
  if (!(error instanceof Error) || !isRefusal(error.cause)) return undefined;
  return error.message.startsWith(`${error.cause.code}:`) ? error.cause : undefined;
}

const isRefusal = (error: unknown): error is Refusal =>
  typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error;

/** Why something could not be done, for a sentence that says what: no code of a system stands alone. */
export function reasonOf(error: unknown): string {
  // What was put into other words may have its reason in the disk still.
  for (
    let each = error;
    each !== undefined;
    each = each instanceof Error ? each.cause : undefined
  ) {
    const told = explainDisk(each);
    if (told !== undefined) return say(told);
  }
  return say(saidBy(error));
}
