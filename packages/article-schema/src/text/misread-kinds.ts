import type { MisreadKind } from '@tamizdat/body';
import type { InBoth } from '@tamizdat/problem';

/** What a kind of misreading says. */
interface Telling {
  code: string;
  severity?: 'error';
  message: InBoth;
  remedy: InBoth;
}

const AS_WRITTEN: InBoth = {
  en: 'If a list is meant, give it a second line with the same mark.',
  ru: 'Если это список, добавьте в него вторую строку с тем же знаком.',
};

/** What is told of each kind of line that Markdown’s rules would take for a mark. */
export const MISREAD_KINDS: Readonly<Record<MisreadKind, Telling>> = {
  'list-repeats': {
    code: 'text-list-numbers',
    severity: 'error',
    message: {
      en: 'The numbers of this list do not rise: the page would count 1, 2, 3.',
      ru: 'Номера в этом списке не растут: на странице вышло бы 1, 2, 3.',
    },
    remedy: {
      en: 'Number the list by one; a number that is to be printed as it stands gets a backslash: “1\\.”.',
      ru: 'Пронумеруйте список по порядку; чтобы номер напечатали как есть, поставьте обратную косую черту: «1\\.».',
    },
  },
  'list-leaps': {
    code: 'text-list-numbers',
    message: {
      en: 'The numbers of this list do not rise by one: they are printed as they stand, and not as a list.',
      ru: 'Номера в этом списке идут не подряд: их напечатают как есть, не списком.',
    },
    remedy: {
      en: 'Number a list by one; put a backslash behind a number that is none: “24\\.”.',
      ru: 'Пронумеруйте список подряд; если это не номер, поставьте за ним обратную косую черту: «24\\.».',
    },
  },
  speech: {
    code: 'text-speech-dash',
    message: {
      en: 'A reply begins with a hyphen, which is the mark of a list: it is printed as it stands.',
      ru: 'Реплика начинается с дефиса, а это знак списка: её напечатают как есть, с дефисом.',
    },
    remedy: {
      en: 'Write a dash, and an empty line between replies.',
      ru: 'Поставьте тире, а между репликами — пустую строку.',
    },
  },
  'speech-perhaps': {
    code: 'text-speech-dash',
    message: {
      en: 'If this is a dialogue, it is printed as a list, with dots in place of the dashes.',
      ru: 'Если это диалог, его напечатают списком, с точками вместо тире.',
    },
    remedy: {
      en: 'Write a dash, and an empty line between replies.',
      ru: 'Поставьте тире, а между репликами — пустую строку.',
    },
  },
  'speech-joined': {
    code: 'text-speech-line',
    message: {
      en: 'This reply is printed on the line of the one above it, as if one person said both.',
      ru: 'Эту реплику напечатают в одной строке с предыдущей, будто обе сказал один человек.',
    },
    remedy: { en: 'Put an empty line above it.', ru: 'Поставьте над ней пустую строку.' },
  },
  'speech-glued': {
    code: 'text-speech-dash',
    message: {
      en: 'A hyphen close to the first word makes neither a dialogue nor a list: it is printed as a hyphen.',
      ru: 'Дефис вплотную к первому слову не делает ни реплики, ни списка: его напечатают дефисом.',
    },
    remedy: {
      en: 'In a dialogue write a dash; in a list put a space behind the hyphen.',
      ru: 'В диалоге поставьте тире, в списке — пробел после дефиса.',
    },
  },
  'items-joined': {
    code: 'text-lines-joined',
    message: {
      en: 'This line is printed on the same line as the one above it: nothing in it makes a list.',
      ru: 'Эту строку напечатают в одной строке с предыдущей: списка из таких строк не выйдет.',
    },
    remedy: {
      en: 'Put an empty line above it; in a list, begin every line with “- ”, or with “1. ”, “2. ” …',
      ru: 'Поставьте над ней пустую строку; в списке начинайте каждую строку с «- » или с «1. », «2. »…',
    },
  },
  'lazy-quote': {
    code: 'text-line-belongs',
    message: {
      en: 'This line is printed as a part of the quotation above it, although it has no “>”.',
      ru: 'Эту строку напечатают частью цитаты, которая стоит над ней, хотя в ней нет «>».',
    },
    remedy: {
      en: 'Put an empty line above it; if it belongs to the quotation, begin it with “> ”.',
      ru: 'Поставьте над ней пустую строку; если она из цитаты, начните её с «> ».',
    },
  },
  'lazy-item': {
    code: 'text-line-belongs',
    message: {
      en: 'This line is printed as a part of the list’s item above it.',
      ru: 'Эту строку напечатают частью пункта списка, который стоит над ней.',
    },
    remedy: {
      en: 'Put an empty line above it; if it belongs to the item, begin it with spaces, as far in as the item’s text.',
      ru: 'Поставьте над ней пустую строку; если она из этого пункта, начните её с пробелов, вровень с его текстом.',
    },
  },
  'lazy-note': {
    code: 'text-line-belongs',
    message: {
      en: 'This line is printed as a part of the footnote above it, and not in the text.',
      ru: 'Эту строку напечатают частью сноски, которая стоит над ней, а не в тексте.',
    },
    remedy: {
      en: 'Put an empty line above it; if it belongs to the footnote, begin it with four spaces.',
      ru: 'Поставьте над ней пустую строку; если она из сноски, начните её с четырёх пробелов.',
    },
  },
  'lone-minus': {
    code: 'text-line-mark',
    message: {
      en: 'A hyphen before a number is the mark of a list; alone, it is printed as a hyphen, not as a minus.',
      ru: 'Дефис перед числом — знак списка; здесь его напечатают дефисом, а не минусом.',
    },
    remedy: {
      en: `Write the minus (U+2212) close to the number. ${AS_WRITTEN.en}`,
      ru: `Напишите минус (U+2212) вплотную к числу. ${AS_WRITTEN.ru}`,
    },
  },
  'minus-perhaps': {
    code: 'text-line-mark',
    message: {
      en: 'If this is a minus, it is printed as the dot of a list, and the number as one above zero.',
      ru: 'Если это минус, вместо него напечатают точку списка, и число станет больше нуля.',
    },
    remedy: {
      en: 'Write the minus (U+2212) close to the number; in a list, say so where it is more, or above zero.',
      ru: 'Напишите минус (U+2212) вплотную к числу; в списке скажите «рост» или «тепла», если это так.',
    },
  },
  'lone-plus': {
    code: 'text-line-mark',
    message: {
      en: 'A plus at the beginning of a line is the mark of a list; alone, it is printed as it stands.',
      ru: 'Плюс в начале строки — знак списка; здесь его напечатают как есть.',
    },
    remedy: {
      en: `Write it close to the number, or put a backslash before it. ${AS_WRITTEN.en}`,
      ru: `Напишите его вплотную к числу или поставьте перед ним обратную косую черту. ${AS_WRITTEN.ru}`,
    },
  },
  'lone-star': {
    code: 'text-line-mark',
    message: {
      en: 'A star at the beginning of a line is the mark of a list; alone, it is printed as it stands.',
      ru: 'Звёздочка в начале строки — знак списка; здесь её напечатают как есть.',
    },
    remedy: {
      en: `Put a backslash before it, or make it a footnote, “[^1]”. ${AS_WRITTEN.en}`,
      ru: `Поставьте перед ней обратную косую черту или сделайте сноску, «[^1]». ${AS_WRITTEN.ru}`,
    },
  },
  'lone-dash': {
    code: 'text-line-mark',
    message: {
      en: 'A hyphen at the beginning of a line is the mark of a list; alone, it is printed as it stands.',
      ru: 'Дефис в начале строки — знак списка; здесь его напечатают как есть.',
    },
    remedy: {
      en: `Write a dash. ${AS_WRITTEN.en}`,
      ru: `Напишите тире. ${AS_WRITTEN.ru}`,
    },
  },
  'more-than': {
    code: 'text-line-mark',
    message: {
      en: 'The “>” before this number makes the line a quotation, and is not printed.',
      ru: 'Знак «>» перед числом делает строку цитатой, и его не напечатают.',
    },
    remedy: {
      en: 'Say “more than”, or put a backslash before it; a quotation that is meant may begin with a quotation mark.',
      ru: 'Напишите «больше» или поставьте перед ним обратную косую черту; если это цитата, начните её с кавычки.',
    },
  },
  underlined: {
    code: 'text-heading-underline',
    message: {
      en: 'The line of hyphens or equals signs below makes these sentences a heading.',
      ru: 'Черта из дефисов или знаков равенства снизу превращает эти предложения в заголовок.',
    },
    remedy: {
      en: 'Put an empty line above it.',
      ru: 'Поставьте над чертой пустую строку.',
    },
  },
  'emphasis-nested': {
    code: 'text-emphasis',
    message: {
      en: 'This sign was perhaps to end the emphasis before it, and begins another: too much is emphasised.',
      ru: 'Возможно, этот знак должен был закончить выделение, а он начинает ещё одно: выделено лишнее.',
    },
    remedy: {
      en: 'Put the closing sign close to its word, and a space behind it.',
      ru: 'Поставьте закрывающий знак вплотную к слову, а за ним — пробел.',
    },
  },
  indented: {
    code: 'text-indent',
    message: {
      en: 'Four spaces at the beginning make the line code: it is printed like a program, and does not wrap.',
      ru: 'Четыре пробела в начале делают строку кодом: её напечатают как программу, без переноса.',
    },
    remedy: {
      en: 'Begin it without spaces; the page sets paragraphs itself.',
      ru: 'Начните её без пробелов; абзацы страница набирает сама.',
    },
  },
  'code-open': {
    code: 'text-code-open',
    message: {
      en: 'Nothing ends the code that begins here: everything below is printed like a program.',
      ru: 'Код, который здесь начинается, ничем не закончен: всё, что ниже, напечатают как программу.',
    },
    remedy: {
      en: 'Put the same signs on a line of their own where it ends.',
      ru: 'Поставьте там, где он кончается, те же знаки отдельной строкой.',
    },
  },
  'row-short': {
    code: 'text-table-row',
    message: {
      en: 'This row has fewer cells than the head of its table.',
      ru: 'В этой строке меньше ячеек, чем в шапке таблицы.',
    },
    remedy: {
      en: 'Write a “|” for every cell, for an empty one too.',
      ru: 'Поставьте «|» для каждой ячейки, для пустой тоже.',
    },
  },
  'row-long': {
    code: 'text-table-row',
    message: {
      en: 'This row has more cells than the head of its table: the last ones stand under no heading.',
      ru: 'В этой строке больше ячеек, чем в шапке таблицы: последние стоят без заголовка.',
    },
    remedy: {
      en: 'Put a backslash before a “|” that is no border of a cell, in code too, or give the head more cells.',
      ru: 'Поставьте обратную косую черту перед «|», который не граница ячейки, в коде тоже, или добавьте ячейки в шапку.',
    },
  },
  'row-code': {
    code: 'text-table-row',
    message: {
      en: 'The “|” in this code ends a cell: its halves are printed in two, with their signs.',
      ru: '«|» в этом коде кончает ячейку: его половины напечатают в двух, вместе со знаками.',
    },
    remedy: {
      en: 'Put a backslash before it, and a “|” for every cell of the head.',
      ru: 'Поставьте перед ней обратную косую черту и по «|» для каждой ячейки шапки.',
    },
  },
  'row-text': {
    code: 'text-table-row',
    message: {
      en: 'This line is printed as a row of the table above it.',
      ru: 'Эту строку напечатают строкой таблицы, которая стоит над ней.',
    },
    remedy: { en: 'Put an empty line above it.', ru: 'Поставьте над ней пустую строку.' },
  },
};
