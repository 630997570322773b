import { type Finding, placeFinding, type Problem } from '@tamizdat/problem';

/** A file's name as it may be printed: what cannot be seen is written out. */
export function printableName(name: string): string {
  return name.replaceAll(
    /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
}

/** A problem of a file as a whole. `file` begins with the content folder's name. */
export function fileProblem(file: string, finding: Omit<Finding, 'path'>): Problem {
  return placeFinding({ ...finding, path: [] }, printableName(file), { line: 1, column: 1 });
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

export const FILE_PROBLEMS = {
  contentMissing: {
    code: 'content-missing',
    message: 'There is no content folder here.',
    remedy: 'Run the command in the repository’s folder, or name the folder with --content.',
    ru: {
      message: 'Папки content здесь нет.',
      remedy: 'Запускайте команду в папке репозитория или назовите папку через --content.',
    },
    example: 'tamizdat check --content content',
  },
  outletMissing: {
    code: 'outlet-missing',
    message: 'The content folder has no outlet.yaml.',
    why: 'It says the outlet’s name, languages, sections and address.',
    remedy: 'Write content/outlet.yaml; docs/article-fields.md lists its fields.',
    ru: {
      message: 'В папке content нет outlet.yaml.',
      why: 'Там записаны название издания, языки, разделы и адрес.',
      remedy: 'Напишите content/outlet.yaml; его поля перечислены в docs/article-fields.md.',
    },
  },
  linkOutside: {
    code: 'file-link-outside',
    message: 'This is a symbolic link that leaves the content folder.',
    why: 'It would publish whatever it points at on the machine that builds.',
    remedy: 'Put a copy of the file here.',
    ru: {
      message: 'Это символическая ссылка, которая ведёт из папки content наружу.',
      why: 'На сайт попало бы то, на что она указывает на машине, где его собирают.',
      remedy: 'Положите сюда копию файла.',
    },
  },
  linkInside: {
    code: 'file-link',
    message: 'This is a symbolic link.',
    why: 'What it leads to can change without anybody seeing it here, and on Windows it is a text with a name in it.',
    remedy: 'Put a copy of the file here.',
    ru: {
      message: 'Это символическая ссылка.',
      why: 'То, на что она указывает, может измениться незаметно, а в Windows это текст с именем внутри.',
      remedy: 'Положите сюда копию файла.',
    },
  },
  hiddenLink: {
    code: 'file-hidden-link',
    message:
      'This is a symbolic link whose name begins with a dot, so that most programs do not show it.',
    why: 'Programs that write beside the article could write into what it leads to.',
    remedy: 'Delete it, and ask who put it here.',
    ru: {
      message: 'Это символическая ссылка с именем на точку: большинство программ её не показывает.',
      why: 'Программы, которые пишут рядом со статьёй, могли бы записать в то, на что она указывает.',
      remedy: 'Удалите её и спросите, кто её сюда положил.',
    },
  },
  hidden: {
    code: 'file-hidden',
    severity: 'warning',
    message: 'The name begins with a dot: most programs do not show it.',
    why: 'Nothing of it is published, and some of these files tell programs what to do; articles need none.',
    remedy: 'Delete it, or keep it outside the content folder.',
    ru: {
      message: 'Имя начинается с точки: большинство программ этого не показывает.',
      why: 'Ничего из этого не публикуется, а некоторые такие файлы указывают программам, что делать; статьям они не нужны.',
      remedy: 'Удалите или держите вне папки content.',
    },
  },
  linkFolder: {
    code: 'file-link-folder',
    message: 'This is a symbolic link to a folder.',
    remedy: 'Put the files themselves here.',
    ru: {
      message: 'Это символическая ссылка на папку.',
      remedy: 'Положите сюда сами файлы.',
    },
  },
  linkBroken: {
    code: 'file-link-broken',
    message: 'This is a symbolic link that leads nowhere.',
    remedy: 'Put the file itself here.',
    ru: {
      message: 'Это символическая ссылка, которая никуда не ведёт.',
      remedy: 'Положите сюда сам файл.',
    },
  },
  special: {
    code: 'file-special',
    message: 'This is neither a file nor a folder.',
    remedy: 'Remove it from the content folder.',
    ru: {
      message: 'Это не файл и не папка.',
      remedy: 'Уберите это из папки content.',
    },
  },
  name: {
    code: 'file-name',
    message: 'The name holds a character that cannot be seen, or is not valid UTF-8.',
    remedy: 'Rename it.',
    ru: {
      message: 'В имени есть невидимый символ, или оно записано не в UTF-8.',
      remedy: 'Переименуйте.',
    },
  },
  windows: {
    code: 'file-name-windows',
    message: 'No file or folder can have this name on Windows.',
    why: 'Who works there could not fetch the repository any more.',
    remedy:
      'Rename it: no < > : " | ? * \\, no dot or space at the end, and no device such as con, aux or com1.',
    ru: {
      message: 'В Windows файла или папки с таким именем быть не может.',
      why: 'Кто работает там, больше не сможет получить репозиторий.',
      remedy:
        'Переименуйте: без < > : " | ? * \\, без точки и пробела в конце и не как устройства con, aux или com1.',
    },
  },
  notUtf8: {
    code: 'file-not-utf8',
    message: 'The file is not UTF-8 text.',
    remedy: 'Save it again, and choose the encoding UTF-8 where the editor asks how.',
    ru: {
      message: 'Файл — не текст в UTF-8.',
      remedy:
        'Сохраните его заново и выберите кодировку UTF-8 там, где редактор спрашивает, как сохранить.',
    },
  },
  unreadable: {
    code: 'file-unreadable',
    message: 'The file cannot be read.',
    remedy: 'Look at its name and its permissions.',
    ru: {
      message: 'Файл не прочесть.',
      remedy: 'Проверьте его имя и права доступа.',
    },
  },
  tooMany: {
    code: 'content-too-many-files',
    message: 'The content folder holds too many files.',
    remedy: 'Look for a folder that does not belong here.',
    ru: {
      message: 'В папке content слишком много файлов.',
      remedy: 'Поищите папку, которой здесь не место.',
    },
  },
  tooDeep: {
    code: 'content-too-deep',
    message: 'Folders stand too deep inside each other here.',
    remedy:
      'Move the files up; an article is articles/<language>/<year>/<month>/<day>-<name>/index.md.',
    ru: {
      message: 'Папки вложены друг в друга слишком глубоко.',
      remedy:
        'Перенесите файлы выше; статья — это articles/<язык>/<год>/<месяц>/<день>-<имя>/index.md.',
    },
  },
  indexMissing: {
    code: 'article-index-missing',
    message: 'The folder holds no index.md.',
    remedy: 'Put the article into index.md, or remove the folder.',
    ru: {
      message: 'В папке нет index.md.',
      remedy: 'Запишите статью в index.md или уберите папку.',
    },
  },
  extension: {
    code: 'file-extension',
    message: 'The file’s name does not end in “.yaml”.',
    remedy: 'Rename it.',
    ru: {
      message: 'Имя файла не кончается на «.yaml».',
      remedy: 'Переименуйте его.',
    },
  },
} as const satisfies Record<string, Omit<Finding, 'path'>>;

export const tooLarge = (bytes: number, max: number): Omit<Finding, 'path'> => ({
  code: 'file-too-large',
  found: megabytes(bytes),
  message: `The file is ${megabytes(bytes)} large; at most ${megabytes(max)} are read.`,
  remedy: 'Look whether the right file stands here; make it smaller or remove it.',
  ru: {
    message: `Файл занимает ${megabytes(bytes)}; читают не больше ${megabytes(max)}.`,
    remedy: 'Проверьте, тот ли это файл; уменьшите его или уберите.',
  },
});

export const nameCollision = (names: readonly string[]): Omit<Finding, 'path'> => ({
  code: 'file-name-collision',
  message: `Names in this folder differ only in case or in the way letters are encoded: ${names.map((name) => `“${printableName(name)}”`).join(', ')}.`,
  why: 'On macOS and Windows they are one file, and one of them is lost.',
  remedy: 'Rename one of them.',
  ru: {
    message: `Имена в этой папке отличаются только размером букв или способом их записи: ${names.map((name) => `«${printableName(name)}»`).join(', ')}.`,
    why: 'В macOS и Windows это один файл, и один из двух пропадёт.',
    remedy: 'Переименуйте один из них.',
  },
});
