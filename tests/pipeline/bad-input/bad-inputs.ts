import { readFileSync, symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import type { ContentFolder } from '../fixture/content-folder.ts';

/** Articles of the fixture that are spoiled. */
export const FERRY = 'en/2026/11/18-ferry-runs-again';
export const LIBRARY = 'en/2026/11/10-library-hours';
export const INDEX = `content/articles/${FERRY}/index.md`;

/** Something wrong that people or attackers put into a content folder. */
export interface BadInput {
  name: string;
  /** Spoils a content folder. */
  spoil: (content: ContentFolder) => void;
  /** Where the message points: file, line and, where it matters, column. */
  place: string;
  /** Code of the message. */
  code: RegExp;
}

const edit = (change: (text: string) => string) => (content: ContentFolder) => {
  content.editArticle(FERRY, change);
};
const addText = (markdown: string) => edit((text) => `${text}\n${markdown}\n`);
/** Line of a field that is put after `status`, and of Markdown that is put at the end. */
const FIELD_LINE = 11;
export const ADDED_LINE = 15;

const addField = (yaml: string) =>
  edit((text) => text.replace('status: ready', () => `status: ready\n${yaml}`));
/** A live blog of one entry; `body` is written as YAML. */
const liveField = (body: string): string =>
  `live:\n  entries:\n    - id: first\n      at: 2026-11-18T09:40:00+02:00\n      title: First\n      body: ${body}`;

export const BAD_INPUTS: readonly BadInput[] = [
  {
    name: 'broken YAML',
    spoil: edit((text) => text.replace('kind: news', 'kind: [news')),
    place: `${INDEX}:4:7`,
    code: /yaml-bracket-not-closed/,
  },
  {
    name: 'a quotation mark that is never closed',
    spoil: edit((text) => text.replace('title: The', 'title: "The')),
    place: `${INDEX}:5:8`,
    code: /yaml-quote-not-closed/,
  },
  {
    name: 'a bidi override in broken YAML',
    spoil: edit((text) => text.replace('title: The', 'title: A\u202E: the')),
    place: `${INDEX}:5:8`,
    code: /yaml-colon-in-value/,
  },
  {
    name: 'an address with a password',
    spoil: edit((text) =>
      text.replace(
        'status: ready',
        'status: ready\nsources: [{ id: a, title: A report, url: "https://me:secret@example.org" }]',
      ),
    ),
    place: `${INDEX}:${String(FIELD_LINE)}`,
    code: /sources-url-malformed/,
  },
  {
    name: 'a former address at which a section stands',
    spoil: edit((text) =>
      text.replace('status: ready', 'status: ready\nformerAddresses: [en/section/news]'),
    ),
    place: `${INDEX}:${String(FIELD_LINE)}`,
    code: /former-address-taken/,
  },
  {
    name: 'a former address that is the index of a folder',
    spoil: edit((text) =>
      text.replace('status: ready', 'status: ready\nformerAddresses: [en/2026/11/index]'),
    ),
    place: `${INDEX}:${String(FIELD_LINE)}`,
    code: /former-address-taken/,
  },
  {
    name: 'a withdrawal without its date',
    spoil: edit((text) =>
      text.replace('status: ready', 'status: withdrawn\neditorsNote: It was wrong.'),
    ),
    place: `${INDEX}:`,
    code: /updated-at-missing/,
  },
  {
    name: 'a wrong type',
    spoil: edit((text) => text.replace('tags: [river]', 'tags: 7')),
    place: `${INDEX}:7`,
    code: /./,
  },
  {
    name: 'an unquoted number for a title',
    spoil: edit((text) => text.replace(/title: .*/, 'title: 20261122')),
    place: `${INDEX}:5`,
    code: /./,
  },
  {
    name: 'a missing lead image',
    spoil: edit((text) =>
      text.replace(
        'status: ready',
        'status: ready\nleadImage: { file: gone.png, alt: A gradient, credit: Sample }',
      ),
    ),
    place: `${INDEX}:${String(FIELD_LINE)}`,
    code: /image-missing/,
  },
  {
    name: 'a missing image in the text',
    spoil: addText('![A gradient](gone.png)'),
    place: `${INDEX}:${String(ADDED_LINE)}`,
    code: /image-missing/,
  },
  {
    name: '../ in the name of a lead image',
    spoil: edit((text) =>
      text.replace(
        'status: ready',
        'status: ready\nleadImage: { file: ../05-the-bridge-opens/bridge.png, alt: A gradient, credit: Sample }',
      ),
    ),
    place: `${INDEX}:${String(FIELD_LINE)}`,
    code: /malformed/,
  },
  {
    name: '../ in the name of an image',
    spoil: addText('![A gradient](../../10/05-the-bridge-opens/bridge.png)'),
    place: `${INDEX}:${String(ADDED_LINE)}`,
    code: /text-image-refused/,
  },
  {
    name: '../ in a former address',
    spoil: edit((text) =>
      text.replace('status: ready', 'status: ready\nformerAddresses: [../../etc/passwd]'),
    ),
    place: `${INDEX}:${String(FIELD_LINE)}`,
    code: /malformed/,
  },
  {
    name: 'a script',
    spoil: addText('<script>alert(1)</script>'),
    place: `${INDEX}:${String(ADDED_LINE)}:1`,
    code: /text-script/,
  },
  {
    name: 'an event handler',
    spoil: addText('Text <b onclick="alert(1)">bold</b>.'),
    place: `${INDEX}:${String(ADDED_LINE)}:`,
    code: /text-script/,
  },
  {
    name: 'an event handler of an image',
    spoil: addText('<img src="x" onerror=alert(1)>'),
    place: `${INDEX}:${String(ADDED_LINE)}:`,
    code: /text-html/,
  },
  {
    name: 'a javascript: link',
    spoil: addText('See [this](javascript:alert(1)).'),
    place: `${INDEX}:${String(ADDED_LINE)}:`,
    code: /text-script/,
  },
  {
    name: 'a javascript: link behind references',
    spoil: addText('See [this][r].\n\n[r]: jav&#x09;ascript:alert(1)'),
    place: `${INDEX}:${String(ADDED_LINE + 2)}:`,
    code: /text-link-refused/,
  },
  {
    name: 'a script in an editor’s note',
    spoil: addField('editorsNote: |\n  A note.\n\n  Текст <script>alert(1)</script>'),
    place: `${INDEX}:${String(FIELD_LINE + 3)}:9`,
    code: /text-script/,
  },
  {
    name: 'an event handler in a live entry',
    spoil: addField(liveField('>\n        It <b\n        onclick="alert(1)">began</b>.')),
    place: `${INDEX}:${String(FIELD_LINE + 7)}:9`,
    code: /text-script/,
  },
  {
    name: 'a missing image in a live entry',
    spoil: addField(liveField('"It began.\\n\\n![A gradient](gone.png)"')),
    place: `${INDEX}:${String(FIELD_LINE + 5)}:27`,
    code: /image-missing/,
  },
  {
    name: 'a dead link in an editor’s note',
    spoil: addField("editorsNote: 'See [this](/en/2026/11/10/libary-hours.html).'"),
    place: `${INDEX}:${String(FIELD_LINE)}:19`,
    code: /text-link-broken/,
  },
  {
    name: 'a link to no place of the page',
    spoil: addText('See [below](#nope).'),
    place: `${INDEX}:${String(ADDED_LINE)}:5`,
    code: /text-link-fragment/,
  },
  {
    name: 'a link to no place of another page',
    spoil: addText('See [there](/en/2026/11/10/library-hours.html#h-nope).'),
    place: `${INDEX}:${String(ADDED_LINE)}:5`,
    code: /text-link-fragment/,
  },
  {
    name: 'an SVG with a script',
    spoil: (content) => {
      content.write(`articles/${FERRY}/map.svg`, '<svg><script/></svg>');
      addText('![A map](map.svg)')(content);
    },
    place: `content/articles/${FERRY}/map.svg:1:1`,
    code: /drawing-unusable/,
  },
  {
    name: 'a name that is a device on Windows',
    spoil: (content) => {
      content.writeArticle({
        folder: 'en/2026/11/18-aux',
        title: 'The ferry runs once more',
        text: 'It does.',
      });
    },
    place: 'content/articles/en/2026/11/18-aux/index.md:2:1',
    code: /name-device/,
  },
  {
    name: 'a control character in the text',
    spoil: addText('A bell \u0007 rings.'),
    place: `${INDEX}:${String(ADDED_LINE)}:8`,
    code: /character-control/,
  },
  {
    name: 'a bidi override in the title',
    spoil: edit((text) => text.replace('The ferry runs', 'The \u202Eyrref\u202C runs')),
    place: `${INDEX}:5:`,
    code: /character-bidi/,
  },
  {
    name: 'a bidi override in the text',
    spoil: addText('A \u202Etxet\u202C.'),
    place: `${INDEX}:${String(ADDED_LINE)}:3`,
    code: /character-bidi/,
  },
  {
    name: 'a former address that is another article’s',
    spoil: edit((text) =>
      text.replace(
        'status: ready',
        'status: ready\nformerAddresses: [en/2026/11/10/library-hours]',
      ),
    ),
    place: `${INDEX}:${String(FIELD_LINE)}`,
    code: /address/,
  },
  {
    name: 'two articles with one id',
    spoil: (content) => {
      const id = /^id: .*$/m;
      const library = readFileSync(path.join(content.root, `articles/${LIBRARY}/index.md`), 'utf8');
      content.editArticle(FERRY, (text) => text.replace(id, id.exec(library)?.[0] ?? ''));
    },
    place: `${INDEX}:2`,
    code: /id/,
  },
  {
    name: 'two folders whose names differ in case',
    spoil: (content) => {
      content.writeArticle({
        folder: 'en/2026/11/18-Ferry-runs-again',
        title: 'The ferry runs once more',
        text: 'It does.',
      });
    },
    place: 'content/articles/en/2026/11',
    code: /collision/,
  },
  {
    name: 'a symbolic link out of the content folder',
    spoil: (content) => {
      symlinkSync('/etc/hostname', path.join(content.root, `articles/${FERRY}/hostname.png`));
    },
    place: `content/articles/${FERRY}/hostname.png:1`,
    code: /file-link-outside/,
  },
  {
    name: 'a symbolic link to a folder outside',
    spoil: (content) => {
      symlinkSync('/etc', path.join(content.root, 'articles/en/2025'));
    },
    place: 'content/articles/en/2025:1',
    code: /file-link-outside/,
  },
  {
    name: 'an image of 200 MB',
    spoil: (content) => {
      content.write(
        `articles/${FERRY}/huge.png`,
        Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
      );
      truncateSync(path.join(content.root, `articles/${FERRY}/huge.png`), 200_000_000);
      addText('![A gradient](huge.png)')(content);
    },
    place: `${INDEX}:${String(ADDED_LINE)}:`,
    code: /image-unusable/,
  },
  {
    name: 'an article of 6 MB',
    spoil: addText('A long text. '.repeat(470_000)),
    place: `${INDEX}:1`,
    code: /file-too-large/,
  },
  {
    name: 'exploding YAML aliases',
    spoil: edit((text) => text.replace('status: ready', `status: ready\n${explodingYaml()}`)),
    place: `${INDEX}:`,
    code: /./,
  },
  {
    name: 'lists a hundred deep',
    spoil: edit((text) =>
      text.replace('tags: [river]', `tags: ${'['.repeat(100)}river${']'.repeat(100)}`),
    ),
    place: `${INDEX}:7`,
    code: /./,
  },
  {
    name: 'lists ten thousand deep',
    spoil: edit((text) =>
      text.replace('tags: [river]', `tags: ${'['.repeat(10_000)}river${']'.repeat(10_000)}`),
    ),
    place: `${INDEX}:`,
    code: /./,
  },
  {
    name: 'a line “---” above the word that makes an author pseudonymous',
    spoil: (content) => {
      const links = 'links: [{ name: Site, url: https://example.org }]';
      content.write(
        'authors/anna.yaml',
        `name: { en: Anna, ru: Анна }\n${links}\n---\npseudonym: true\n`,
      );
    },
    place: 'content/authors/anna.yaml:3:1',
    code: /yaml-document-marker/,
  },
  {
    name: 'front matter that ends with dots',
    spoil: edit((text) => text.replace('kind: news', 'kind: news\n...')),
    place: `${INDEX}:5:1`,
    code: /yaml-document-marker/,
  },
  {
    name: 'half a character in a title',
    spoil: edit((text) => text.replace(/title: .*/, String.raw`title: "The ferry \ud800 runs"`)),
    place: `${INDEX}:5:19`,
    code: /character-surrogate/,
  },
  {
    name: 'an outlet that is not one',
    spoil: (content) => {
      content.write('outlet.yaml', '- not\n- an outlet\n');
    },
    place: 'content/outlet.yaml:1',
    code: /./,
  },
  {
    name: 'a file that is not UTF-8',
    spoil: (content) => {
      content.write(
        `articles/${FERRY}/index.md`,
        Uint8Array.of(0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe),
      );
    },
    place: `${INDEX}:1`,
    code: /file-not-utf8/,
  },
];

/** The "billion laughs": each anchor is a list of nine of the one before. */
function explodingYaml(): string {
  const rows = Array.from({ length: 9 }, (_, row) => {
    const word = row === 0 ? 'lol' : `*a${String(row - 1)}`;
    return `a${String(row)}: &a${String(row)} [${Array.from({ length: 9 }, () => word).join(', ')}]`;
  });
  return rows.join('\n');
}
