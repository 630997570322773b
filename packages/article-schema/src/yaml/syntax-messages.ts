import type { ErrorCode } from 'yaml';

interface SyntaxAdvice {
  message: string;
  remedy: string;
  example?: string;
  ru: { message: string; remedy: string; example?: string };
}

const quoteIt: SyntaxAdvice = {
  message: 'This value holds a character that means something in YAML.',
  remedy: 'Put the whole value in double quotes.',
  ru: {
    message: 'В значении есть знак, который в YAML что-то значит.',
    remedy: 'Возьмите всё значение в прямые двойные кавычки.',
    example: 'title: "Харьков: город под землёй"',
  },
  example: 'title: "Kharkiv: a city under ground"',
};
const indentation: SyntaxAdvice = {
  message: 'This line is not indented like the lines it belongs to.',
  remedy: 'Indent entries of one list or group by the same number of spaces.',
  ru: {
    message: 'Отступ строки не такой, как у строк, к которым она относится.',
    remedy: 'Начинайте записи одного списка или одной группы с одинакового числа пробелов.',
  },
  example: 'leadImage:\n  file: harbour.jpg\n  credit: Anna Petrova',
};
const tags: SyntaxAdvice = {
  message: 'This value has a YAML tag (a word that begins with “!”).',
  remedy: 'Remove the tag, or put the whole value in double quotes.',
  ru: {
    message: 'В значении есть метка YAML (слово, которое начинается с «!»).',
    remedy: 'Уберите метку или возьмите всё значение в прямые двойные кавычки.',
  },
};
const anchors: SyntaxAdvice = {
  message: 'This value has a YAML anchor or alias (“&name”, “*name”).',
  remedy: 'Write the value out, or put it in double quotes if the sign belongs to the text.',
  ru: {
    message: 'В значении есть якорь или ссылка YAML («&имя», «*имя»).',
    remedy:
      'Напишите значение целиком или, если знак — часть текста, возьмите его в прямые двойные кавычки.',
  },
};

/** YAML's syntax errors in plain words, by the parser's own codes. */
export const SYNTAX_MESSAGES: Record<ErrorCode, SyntaxAdvice> = {
  ALIAS_PROPS: anchors,
  BAD_ALIAS: anchors,
  MULTIPLE_ANCHORS: anchors,
  BAD_DIRECTIVE: quoteIt,
  BAD_SCALAR_START: quoteIt,
  BAD_DQ_ESCAPE: {
    message: 'A backslash in double quotes is followed by a character it cannot stand before.',
    remedy: 'Write the backslash twice, or use single quotes.',
    ru: {
      message:
        'В двойных кавычках после обратной косой черты стоит символ, который стоять там не может.',
      remedy: 'Напишите черту дважды или возьмите одинарные кавычки.',
    },
    example: String.raw`title: "Either \\ or"`,
  },
  BAD_INDENT: indentation,
  BAD_PROP_ORDER: tags,
  MULTIPLE_TAGS: tags,
  TAG_RESOLVE_FAILED: tags,
  BAD_COLLECTION_TYPE: tags,
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'There is a second colon in this value, so YAML takes it for a field of its own.',
    remedy: 'Put the whole value in double quotes, or mend the indentation of this line.',
    ru: {
      message: 'В значении есть второе двоеточие, и YAML принимает начало за название поля.',
      remedy: 'Возьмите всё значение в прямые двойные кавычки или исправьте отступ строки.',
      example: 'title: "Харьков: город под землёй"',
    },
    example: 'title: "Kharkiv: a city under ground"',
  },
  BLOCK_IN_FLOW: {
    message: 'An indented list stands inside brackets.',
    remedy: 'Write the list either in brackets or one entry a line.',
    ru: {
      message: 'Внутри скобок стоит список с отступами.',
      remedy: 'Пишите список либо в скобках, либо по одной записи в строке.',
    },
    example: 'tags: [energy, cities]',
  },
  DUPLICATE_KEY: {
    message: 'This field stands here twice.',
    remedy: 'Keep one of the two lines.',
    ru: {
      message: 'Это поле встречается здесь дважды.',
      remedy: 'Оставьте одну из двух строк.',
    },
  },
  IMPOSSIBLE: quoteIt,
  KEY_OVER_1024_CHARS: {
    message:
      'A field name is longer than 1,024 characters: a colon is probably in the wrong place.',
    remedy: 'Put the value in double quotes.',
    ru: {
      message: 'Название поля длиннее 1024 символов: наверное, двоеточие стоит не там.',
      remedy: 'Возьмите значение в прямые двойные кавычки.',
    },
  },
  MISSING_CHAR: {
    message: 'A quotation mark, bracket, colon or comma is missing.',
    remedy: 'Close every quotation mark and bracket, and write “name: value”.',
    ru: {
      message: 'Не хватает кавычки, скобки, двоеточия или запятой.',
      remedy: 'Закройте каждую кавычку и скобку и пишите «имя: значение».',
      example: 'title: "Харьков: город под землёй"',
    },
    example: 'title: "Kharkiv: a city under ground"',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'This line is neither “name: value” nor part of the value before it.',
    remedy:
      'If it belongs to the value above, put two spaces before it; a field of its own is written “name: value”.',
    ru: {
      message: 'Это не «имя: значение» и не часть значения выше.',
      remedy:
        'Если строка относится к значению выше, поставьте перед ней два пробела; отдельное поле пишут так: «имя: значение».',
    },
  },
  MULTIPLE_DOCS: {
    message: 'A second YAML document begins here (a line “---”).',
    remedy: 'Remove the line.',
    ru: {
      message: 'Здесь начинается второй документ YAML (строка «---»).',
      remedy: 'Уберите эту строку.',
    },
  },
  NON_STRING_KEY: {
    message: 'A field name is not plain text.',
    remedy: 'Write the field name without brackets.',
    ru: {
      message: 'Название поля — не простой текст.',
      remedy: 'Напишите название поля без скобок.',
    },
    example: 'section: politics',
  },
  RESOURCE_EXHAUSTION: {
    message: 'Lists or groups stand too deep inside each other.',
    remedy: 'Write the fields as the reference page shows them.',
    ru: {
      message: 'Списки или группы вложены друг в друга слишком глубоко.',
      remedy: 'Пишите поля так, как показано в справочнике полей.',
    },
  },
  TAB_AS_INDENT: {
    message: 'This line is indented with a tab; YAML allows spaces only.',
    remedy: 'Replace the tab by two spaces.',
    ru: {
      message: 'В начале строки стоит знак табуляции; в YAML отступы делают только пробелами.',
      remedy: 'Замените табуляцию двумя пробелами.',
    },
  },
  UNEXPECTED_TOKEN: {
    message: 'YAML does not expect this here.',
    remedy:
      'Look for an apostrophe inside single quotes, text after a closing quotation mark, or a list item that is not indented; put the value in double quotes.',
    ru: {
      message: 'YAML не ждёт здесь этого.',
      remedy:
        'Поищите апостроф внутри одинарных кавычек, текст после закрывающей кавычки или запись списка без отступа; возьмите значение в прямые двойные кавычки.',
      example: `title: "Кот-д'Ивуар: последняя зима мэра"`,
    },
    example: `title: "The mayor's last winter"`,
  },
};
