import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** Whatever can become a part of a problem that a contributor reads stands below these folders. */
const FOLDERS = [
  'article-schema',
  'archive',
  'body',
  'containers',
  'files',
  'http',
  'import',
  'media',
  'problem',
  'recordings',
  'mirrors',
  'newsletter',
  'release',
  'take-along',
  'tree',
  'cli',
].map((name) => path.join(import.meta.dirname, `../../../${name}/src`));

/** A piece of text as the source has it: its words, and the names of the values put into it. */
interface Text {
  words: string;
  names: Set<string>;
}

interface Pair {
  place: string;
  english: Text;
  russian: Text;
}

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => path.join(folder, name)),
);

/** Names that only shape a text: what they are called with is compared. */
const SHAPING = new Set([
  ...['countInRussian', 'russianForm', 'spacesInRussian', 'spaces', 'String', 'undefined', 'push'],
  ...['metadataInRussian', 'map', 'join', 'en', 'ru', 'label', 'remedy', 'notes', 'quoted', 'form'],
  ...['quotedInRussian', 'subjectInRussian', 'nameInRussian', 'messageRu', 'messageEn', 'message'],
]);

function textOf(node: ts.Node): Text {
  const names = new Set<string>();
  let words = '';
  const visit = (inner: ts.Node): void => {
    if (ts.isStringLiteralLike(inner)) words += inner.text;
    else if (
      inner.kind === ts.SyntaxKind.TemplateHead ||
      inner.kind === ts.SyntaxKind.TemplateMiddle ||
      inner.kind === ts.SyntaxKind.TemplateTail
    ) {
      words += (inner as ts.TemplateLiteralLikeNode).text;
    } else if (ts.isIdentifier(inner) && !SHAPING.has(inner.text)) names.add(inner.text);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return { words, names };
}

function property(node: ts.ObjectLiteralExpression, name: string): ts.Node | undefined {
  const found = node.properties.find((each) => each.name?.getText() === name);
  if (found === undefined) return undefined;
  return ts.isPropertyAssignment(found) ? found.initializer : found;
}

const uneven: string[] = [];
const foreignExamples: string[] = [];

/** Whether those who read Russian are shown an example of English words: two words with a space between, in a literal. */
function hasForeignExample(
  node: ts.ObjectLiteralExpression,
  ru: ts.ObjectLiteralExpression,
): boolean {
  const example = property(node, 'example');
  return (
    example !== undefined &&
    ts.isStringLiteralLike(example) &&
    !example.text.startsWith('tamizdat ') &&
    // A tag of HTML is the same in all languages.
    !/^<[^<>]+>$/.test(example.text) &&
    /[a-z]{2,} [a-z]{3,}|\b[a-z] [a-z]{2,}/.test(example.text) &&
    property(ru, 'example') === undefined &&
    !ru.properties.some(ts.isSpreadAssignment)
  );
}

/** Whether one language says why and the other does not. */
function isUneven(node: ts.ObjectLiteralExpression, ru: ts.ObjectLiteralExpression): boolean {
  const spread = [node, ru].some(({ properties }) => properties.some(ts.isSpreadAssignment));
  const [why, whyRu] = [property(node, 'why'), property(ru, 'why')];
  return (
    !spread &&
    property(node, 'message') !== undefined &&
    (why === undefined) !== (whyRu === undefined)
  );
}

/** Every text of a file that stands beside its Russian one: `{ message, ru: { message } }`, or `{ en, ru }`. */
function pairsOf(file: string): Pair[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const pairs: Pair[] = [];
  const place = (node: ts.Node): string => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    return `${path.basename(file)}:${line + 1}`;
  };
  const add = (english: ts.Node | undefined, russian: ts.Node | undefined): void => {
    if (english === undefined || russian === undefined || ts.isIdentifier(english)) return;
    pairs.push({ place: place(russian), english: textOf(english), russian: textOf(russian) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const ru = property(node, 'ru');
      add(property(node, 'en'), property(node, 'en') === undefined ? undefined : ru);
      if (ru !== undefined && ts.isObjectLiteralExpression(ru)) {
        for (const part of ['message', 'why', 'remedy'])
          add(property(node, part), property(ru, part));
        if (isUneven(node, ru)) uneven.push(place(node));
        if (hasForeignExample(node, ru)) foreignExamples.push(place(node));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return pairs;
}

const pairs = files.flatMap(pairsOf);
const isCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text);
/** What is written the same in every language: names in quotation marks without a space, and numbers. */
const literals = (text: string): string[] =>
  [...text.matchAll(/“([\w./[\]:-]+)”|\b(\d[\d,.]*\d|\d)\b/g)].map(
    ([, name, number]) => name ?? number?.replaceAll(',', '') ?? '',
  );

test('there are texts to compare', () => {
  expect(pairs.length).toBeGreaterThan(500);
});

describe('what problems say in Russian', () => {
  test('is Russian where the English text has words', () => {
    const plain = ({ english: { words }, russian }: Pair) =>
      / [a-z]{2,}/.test(words) && !isCyrillic(russian.words) && russian.words !== '';
    expect(pairs.filter(plain).map(({ place }) => place)).toEqual([]);
  });

  test('is nowhere missing', () => {
    const empty = ({ english, russian }: Pair) =>
      english.words.trim() !== '' && russian.words === '' && russian.names.size === 0;
    expect(pairs.filter(empty).map(({ place }) => place)).toEqual([]);
  });

  test('gives a reason where the English text gives one', () => {
    expect(uneven).toEqual([]);
  });

  test('shows no example of English words', () => {
    expect(foreignExamples).toEqual([]);
  });

  test('names every value that the English text names', () => {
    const lost = pairs.flatMap(({ place, english, russian }) =>
      [...english.names]
        .filter((name) => !russian.names.has(name) && !russian.names.has(`${name}InRussian`))
        .map((name) => `${place} ${name}`),
    );
    expect(lost).toEqual([]);
  });

  test('keeps numbers and what is to be typed', () => {
    const lost = pairs.flatMap(({ place, english, russian }) =>
      literals(english.words)
        .filter((literal) => !russian.words.replaceAll(',', '').includes(literal))
        .map((literal) => `${place} ${literal}`),
    );
    expect(lost).toEqual([]);
  });
});
