import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const packages = path.join(import.meta.dirname, '../../..');

/** Errors that a person reads as they are, wherever they are thrown. */
const TOLD =
  /\bnew (?:ToldError|MirrorError|ErrorInBoth|SourceError|HttpFault|SendError|UsageError|MediaError|FeedDateError)\b/;

/** Files of the command whose English nobody reads, or whose Russian stands in another form beside it. */
const APART = new Map([
  ['article/markdown/blocks.ts', 'names of elements'],
  ['card/card-style.ts', 'a style sheet'],
  ['check/build-report.ts', 'a function for each language'],
  ['compiled/bundle-sources.ts', 'a program'],
  ['init/arguments.ts', 'both are handed to a function'],
  ['mirror/pack.ts', 'a program'],
  ['newsletter/build-letter.ts', 'a slip of the kit’s own'],
  ['pull-request/load-changes.ts', 'a slip of the kit’s own'],
  ['ship/run.ts', 'caught in the same room'],
  ['state/blob-reader.ts', 'what git says'],
  ['state/state-branch.ts', 'a commit’s text'],
  ['stick/compose.ts', 'a slip of the kit’s own'],
  ['stick/zim/settle-zim.ts', 'a slip of a tool'],
  ['upgrade/upgrade-kit.ts', 'a commit’s text'],
]);

/** Three words in a row, one of them such as no command has. */
const WORDS = /[a-z’]{2,}[,:;]? [a-z’“]+[,:;”]? [a-z’“]{2,}/;
const ENGLISH = /\b(?:a|an|and|are|be|by|for|from|has|in|is|it|no|not|of|on|or|that|the|to|with)\b/;
/** What is to be typed, or is made for a page, is the same in all languages. */
const SAME = /^(?:npx |git |mv |cp |rm |tar |mkdir |<|\s*\.?[\w-]+\s*\{)/;

const isEnglish = (text: string): boolean =>
  WORDS.test(text) && ENGLISH.test(text) && !SAME.test(text);

/** The words of a text as the source has it, each value that is put into it a dash. */
function wordsOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('–');
}

const isRussian = (node: ts.Node): boolean =>
  /\p{Script=Cyrillic}/u.test(wordsOf(node) ?? '') ||
  (ts.isPropertyAssignment(node) && node.name.getText() === 'ru');

/** Whether a text stands beside its Russian one: `{ en, ru }`, or a list of both. */
const isPair = (node: ts.Node): boolean =>
  (ts.isObjectLiteralExpression(node) && node.properties.some(isRussian)) ||
  (ts.isArrayLiteralExpression(node) && node.elements.some(isRussian));

const isTold = (node: ts.Node): boolean =>
  ts.isNewExpression(node) && TOLD.test(node.getText().slice(0, 40));

/** Lines of a source whose English has no Russian beside it: of all that it says, or of the errors that it throws. */
function listAlone(source: string, of: 'all' | 'errors'): number[] {
  if (of === 'errors' && !TOLD.test(source)) return [];
  const file = ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest, true);
  const found: number[] = [];
  const visit = (node: ts.Node, isSaid: boolean): void => {
    if (isPair(node) || ts.isImportDeclaration(node)) return;
    if (isSaid && isEnglish(wordsOf(node) ?? ''))
      found.push(file.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    ts.forEachChild(node, (child) => {
      visit(child, isSaid || isTold(node));
    });
  };
  visit(file, of === 'all');
  return found;
}

function listIn(folder: string, of: 'all' | 'errors'): string[] {
  return readdirSync(path.join(packages, folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .filter((name) => of === 'errors' || !APART.has(name))
    .flatMap((name) =>
      listAlone(readFileSync(path.join(packages, folder, 'src', name), 'utf8'), of).map(
        (line) => `${folder}/src/${name}:${line}`,
      ),
    );
}

test('English without Russian is found, in whatever form it stands', () => {
  const alone = [
    "new UsageError('Name one of the two, not both.');",
    "new ToldError('a', `${x} is not there any more.`, REMEDY);",
    'new MirrorError(code, { en: "It is gone for good." }, remedy);',
    "throw y ? new UsageError(z ? 'There is no such name here.' : z) : y;",
  ];
  for (const source of alone) expect(listAlone(source, 'errors'), source).toEqual([1]);
  expect(listAlone("const args = { description: 'Folder of the keys' };", 'all')).toEqual([1]);
});

test('what stands beside its Russian is let be, and what is to be typed', () => {
  const both = [
    "new ToldError('a', { en: 'It is not there.', ru: 'Его нет.' }, REMEDY);",
    "const [en, ru] = ['Name one of the two.', 'Укажите одно из двух.'];",
    "const line = 'npx tamizdat keys show <folder> and more';",
  ];
  for (const source of both) expect(listAlone(source, 'all'), source).toEqual([]);
});

test('the command says nothing in English alone', () => {
  expect(listIn('cli', 'all')).toEqual([]);
});

test('no package throws in English alone what a person reads as it is', () => {
  const folders = readdirSync(packages).filter((name) => name !== 'cli');
  expect(folders.flatMap((folder) => listIn(folder, 'errors'))).toEqual([]);
});
