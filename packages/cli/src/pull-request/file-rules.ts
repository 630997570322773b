import type { Problem } from '@tamizdat/problem';
import type { ChangedFile } from './changed-file.ts';

/** What is wrong with a file of a pull request, whatever stands in it. */
export type FileFault = Pick<Problem, 'code' | 'message' | 'why' | 'remedy' | 'found' | 'ru'>;

/** Looks at a file of the content folder; its path begins there. */
type FileRule = (file: ChangedFile) => FileFault | undefined;

/**
 * What a content folder is made of: texts, records, pictures, recordings, the outlet's own words for the spelling, and
 * what is public of its keys.
 */
const CONTENT_FILE =
  /\.(?:md|yaml|jpe?g|png|webp|gif|avif|svg|mp3|m4a|ogg|opus|mp4|webm|vtt)$|^spelling\.txt$|^keys\/(?:(?:\d+\.)?root|newest)\.json$/i;

export const FILE_RULES: readonly FileRule[] = [judgeSort, judgeHidden, judgeType, judgeLetters];

/** Judges a file by what git keeps it as: a program, a link and another repository are refused. */
export function judgeSort({ sort }: Pick<ChangedFile, 'sort'>): FileFault | undefined {
  if (sort === 'executable') {
    return {
      code: 'pull-request-executable',
      message: 'The file is marked as a program.',
      why: 'Nothing of the content is ever run.',
      remedy: 'Take the mark away: git update-index --chmod=-x <file>',
      ru: {
        message: 'Файл помечен как программа.',
        why: 'Из содержимого ничего не запускается.',
        remedy: 'Снимите пометку: git update-index --chmod=-x <файл>',
      },
    };
  }
  if (sort !== 'link' && sort !== 'submodule') return undefined;
  return {
    code: 'pull-request-link',
    message: sort === 'link' ? 'This is a symbolic link.' : 'This is another repository.',
    why: 'What it leads to cannot be reviewed here, and may change after the review.',
    remedy: 'Put the file itself here.',
    ru: {
      message: sort === 'link' ? 'Это символическая ссылка.' : 'Это другой репозиторий.',
      why: 'То, куда она ведёт, здесь не проверить, и оно может измениться после проверки.',
      remedy: 'Положите сюда сам файл.',
    },
  };
}

function judgeHidden({ path }: ChangedFile): FileFault | undefined {
  const hidden = path.split('/').find((name) => name.startsWith('.'));
  if (hidden === undefined) return undefined;
  return {
    code: 'pull-request-hidden-file',
    found: hidden,
    message: `“${hidden}” begins with a dot: most programs do not show it.`,
    why: 'Some of these files tell programs what to do; articles need none.',
    remedy: 'Take it out of the pull request: git rm --cached <file>',
    ru: {
      message: `«${hidden}» начинается с точки: большинство программ его не показывает.`,
      why: 'Некоторые из таких файлов указывают программам, что делать; статьям они не нужны.',
      remedy: 'Уберите его из запроса: git rm --cached <файл>',
    },
  };
}

function judgeType({ path, sort }: ChangedFile): FileFault | undefined {
  if (sort === 'submodule' || CONTENT_FILE.test(path)) return undefined;
  const kinds = (text: string, record: string, picture: string, sound: string, and: string) =>
    `${text} .md, ${record} .yaml, ${picture} .jpg, .png, .webp, .gif, .avif, .svg, ${sound} .mp3, .m4a, .ogg, .opus, .mp4, .webm ${and} .vtt.`;
  return {
    code: 'pull-request-file-type',
    message: 'Files of this sort are no part of the content.',
    why: 'Readers are sent texts, pictures and recordings; anything else would lie here unseen.',
    remedy: `Take it out of the pull request. ${kinds('Texts are', 'records', 'pictures', 'recordings', 'with')}`,
    ru: {
      message: 'Файлы такого вида не относятся к содержимому.',
      why: 'Читатели получают тексты, снимки и записи; прочее лежало бы здесь невидимым.',
      remedy: `Уберите его из запроса. ${kinds('Тексты:', 'записи об авторах и издании:', 'изображения:', 'звук и видео:', 'и')}`,
    },
  };
}

/** Scripts whose letters are taken for each other (Unicode Technical Standard 39, mixed-script detection). */
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

function judgeLetters({ path }: ChangedFile): FileFault | undefined {
  const words = path.split(/[^\p{L}\p{M}]+/u);
  const mixed = words.find((word) => SCRIPTS.filter((script) => script.test(word)).length > 1);
  if (mixed === undefined) return undefined;
  return {
    code: 'pull-request-look-alike',
    found: mixed,
    message: `“${mixed}” is spelt with letters of two alphabets: ${spell(mixed)}.`,
    why: 'It looks like another name, and is not that one.',
    remedy: 'Type the name again, in one alphabet.',
    ru: {
      message: `«${mixed}» написано буквами двух алфавитов: ${spell(mixed)}.`,
      why: 'Оно выглядит как другое имя, но это не оно.',
      remedy: 'Наберите имя заново, одним алфавитом.',
    },
  };
}

const spell = (word: string): string =>
  Array.from(word)
    .filter((letter) => !/\p{ASCII}/u.test(letter))
    .map((letter) => `${letter} U+${codeOf(letter)}`)
    .join(', ');

const codeOf = (letter: string): string =>
  (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
