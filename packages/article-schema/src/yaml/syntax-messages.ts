import type { ErrorCode } from 'yaml';

interface SyntaxAdvice {
  message: string;
  remedy: string;
  example?: string;
}

const quoteIt: SyntaxAdvice = {
  message: 'This value holds a character that means something in YAML.',
  remedy: 'Put the whole value in double quotes.',
  example: 'title: "Kharkiv: a city under ground"',
};
const indentation: SyntaxAdvice = {
  message: 'This line is not indented like the lines it belongs to.',
  remedy: 'Indent entries of one list or group by the same number of spaces.',
  example: 'leadImage:\n  file: harbour.jpg\n  credit: Anna Petrova',
};
const tags: SyntaxAdvice = {
  message: 'This value has a YAML tag (a word that begins with “!”).',
  remedy: 'Remove the tag, or put the whole value in double quotes.',
};
const anchors: SyntaxAdvice = {
  message: 'This value has a YAML anchor or alias (“&name”, “*name”).',
  remedy: 'Write the value out, or put it in double quotes if the sign belongs to the text.',
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
    example: 'title: "Kharkiv: a city under ground"',
  },
  BLOCK_IN_FLOW: {
    message: 'An indented list stands inside brackets.',
    remedy: 'Write the list either in brackets or one entry a line.',
    example: 'tags: [energy, cities]',
  },
  DUPLICATE_KEY: {
    message: 'This field stands here twice.',
    remedy: 'Keep one of the two lines.',
  },
  IMPOSSIBLE: quoteIt,
  KEY_OVER_1024_CHARS: {
    message:
      'A field name is longer than 1,024 characters: a colon is probably in the wrong place.',
    remedy: 'Put the value in double quotes.',
  },
  MISSING_CHAR: {
    message: 'A quotation mark, bracket, colon or comma is missing.',
    remedy: 'Close every quotation mark and bracket, and write “name: value”.',
    example: 'title: "Kharkiv: a city under ground"',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'This line is neither “name: value” nor part of the value before it.',
    remedy:
      'If it belongs to the value above, put two spaces before it; a field of its own is written “name: value”.',
  },
  MULTIPLE_DOCS: {
    message: 'A second YAML document begins here (a line “---”).',
    remedy: 'Remove the line.',
  },
  NON_STRING_KEY: {
    message: 'A field name is not plain text.',
    remedy: 'Write the field name without brackets.',
    example: 'section: politics',
  },
  RESOURCE_EXHAUSTION: {
    message: 'Lists or groups stand too deep inside each other.',
    remedy: 'Write the fields as the reference page shows them.',
  },
  TAB_AS_INDENT: {
    message: 'This line is indented with a tab; YAML allows spaces only.',
    remedy: 'Replace the tab by two spaces.',
  },
  UNEXPECTED_TOKEN: {
    message: 'YAML does not expect this here.',
    remedy:
      'Look for an apostrophe inside single quotes, text after a closing quotation mark, or a list item that is not indented; put the value in double quotes.',
    example: `title: "The mayor's last winter"`,
  },
};
