import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import ts from 'typescript';
import { expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../../../..');
/** Where texts of strangers are read: articles, pictures, feeds, answers of mirrors. */
const FOLDERS = [
  ...['archive', 'article-schema', 'body', 'cli', 'containers', 'feeds', 'files', 'http', 'import'],
  ...['media', 'mirrors', 'newsletter', 'problem', 'recordings', 'release', 'render', 'search'],
  ...['take-along', 'tree', 'verify'],
].map((name) => `packages/${name}/src`);

/** Expressions whose time grows faster than a text, with what bounds the text. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'canonical-index.ts /^(.*?)([^/._]+)_[0-9a-f]+(\\.pf_\\w+)$/':
    'Pagefind gives the names of its files, a language and a hash',
  'parse-query.ts PHRASE': 'queries are cut at QUERY_MAX',
  'run-frame.ts /Use (.*) for more information about a command\\./': 'the help of our own commands',
  'prune-styles.ts BLOCK': 'the site’s own styles',
  'prune-styles.ts RULE': 'the site’s own styles',
  'prune-styles.ts /\\[[\\w-]+|\\.?[\\w-]+(?![^[]*\\])/': 'the site’s own styles',
  'slim-markup.ts PIECE':
    'rendered pages, in which texts are escaped and every comment and tag is closed',
};

/** Characters in the length of a hostile text: at its square, even the cheapest step takes 100 ms. */
const LENGTH = 30_000;
/** Milliseconds of computing: what is linear takes one at most, what is not a hundred. */
const SLOW_MS = 50;
/** Milliseconds of the clock for all texts of one expression, on a machine that does much else. */
const ENDED_MS = 60_000;

interface Expression {
  name: string;
  place: string;
  source: string;
  flags: string;
}

function scriptOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.astro') ? (/^---\n([^]*?)\n---/.exec(text)?.[1] ?? '') : text;
}

const filesOf = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test|\.d)\.(?:ts|astro)$/.test(name))
    .map((name) => path.join(folder, name));

/** A string that the source writes out, with the constants of its file and of limits.ts put in. */
function textOf(node: ts.Node, known: ReadonlyMap<string, ts.Expression>): string | undefined {
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node))
    return node.text.replaceAll('_', '');
  if (ts.isIdentifier(node)) {
    const value = known.get(node.text);
    return value && textOf(value, known);
  }
  if (ts.isCallExpression(node) && node.expression.getText() === 'String' && node.arguments[0])
    return textOf(node.arguments[0], known);
  const raw = ts.isTaggedTemplateExpression(node);
  const template = raw ? node.template : node;
  const written = ({ text, rawText = '' }: ts.TemplateLiteralLikeNode): string =>
    raw ? rawText : text;
  if (ts.isNoSubstitutionTemplateLiteral(template)) return written(template);
  if (!ts.isTemplateExpression(template)) return undefined;
  const parts = template.templateSpans.map(({ expression, literal }) => {
    const text = textOf(expression, known);
    return text === undefined ? undefined : text + written(literal);
  });
  return parts.includes(undefined) ? undefined : written(template.head) + parts.join('');
}

const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(`${file}.ts`, scriptOf(path.join(ROOT, file)), ts.ScriptTarget.Latest, true);

function constantsOf(source: ts.SourceFile): [string, ts.Expression][] {
  return source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .flatMap(({ name, initializer }) => (initializer ? [[name.getText(), initializer]] : []));
}

function expressionsOf(file: string, source: ts.SourceFile, known: Map<string, ts.Expression>) {
  const own = new Map([...known, ...constantsOf(source)]);
  const found: Expression[] = [];
  const add = (node: ts.Node, text: string, flags: string): void => {
    const { parent } = node;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    const called = ts.isVariableDeclaration(parent) ? parent.name.getText() : `/${text}/`;
    const name = `${path.basename(file)} ${called}`;
    found.push({ name, place: `${file}:${line + 1}`, source: text, flags });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      add(node, node.text.slice(1, end), node.text.slice(end + 1));
    }
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') {
      const [pattern, flags] = node.arguments ?? [];
      const text = pattern && textOf(pattern, own);
      if (text !== undefined) add(node, text, (flags && textOf(flags, own)) ?? '');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const sources = [...FOLDERS, 'apps/site/src', 'apps/write/src']
  .flatMap(filesOf)
  .map((file) => [file, parse(file)] as const);
const shared = new Map(sources.flatMap(([, source]) => constantsOf(source)));
const expressions = sources.flatMap(([file, source]) => expressionsOf(file, source, shared));

/** The characters, and the words, that an expression speaks of. */
function spokenOf(source: string): { characters: string[]; words: string[] } {
  const plain = source
    .replaceAll(/\\(?:u\{?|x)([0-9a-fA-F]{2,6})\}?/g, (_, hex: string) =>
      String.fromCodePoint(parseInt(hex, 16)),
    )
    .replaceAll(/\\[pP]\{\w+\}/g, 'я')
    .replaceAll(/\\[sSbBdDwWnrt0-9]/g, ' ');
  const words = plain.match(/(?:\\[^\w]|[^\\()[\]{}|*+?^$.])+/g) ?? [];
  return {
    characters: [...new Set(plain.replaceAll('\\', ''))],
    words: words.map((word) => word.replaceAll('\\', '')).filter((word) => word.length > 1),
  };
}

const ALWAYS = [
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\u00a0',
  'a',
  'Z',
  'я',
  '0',
  '.',
  '-',
  '[',
  '(',
  '<',
  '"',
];
/** No expression ends with this. */
const BAD_END = '\u0001';

/** What is repeated, and what stands before it. */
function hostileTexts(source: string): [before: string, repeated: string][] {
  const { characters, words } = spokenOf(source);
  const [first = ''] = words;
  const before = source.startsWith(first[0] ?? '(') ? first : (source[0] ?? '');
  const units = [...new Set([...ALWAYS, ...characters])];
  return [
    ...[...units, ...words].map((unit) => ['', unit] as [string, string]),
    ...units.map((unit) => [before, unit] as [string, string]),
    ...units.map((unit) => ['', before + unit] as [string, string]),
  ];
}

const JUDGE = new vm.Script(`
  const slow = texts.find(([before, unit]) => {
    const text = before + unit.repeat(length / unit.length) + end;
    for (let tries = 0; tries < 3; tries += 1) {
      const expression = new RegExp(source, flags);
      const start = now();
      if (expression.global) text.replace(expression, '');
      else expression.exec(text);
      if (now() - start < limit) return false;
    }
    return true;
  });
  slow && slow.join(' then ');
`);

/** Milliseconds that this thread computed: time that other programs took away is none of it. */
const threadTime = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** The text over which an expression takes longer than a linear one can; undefined where there is none. */
function slowText(
  { source, flags }: Pick<Expression, 'source' | 'flags'>,
  length = LENGTH,
): string | undefined {
  const given = { texts: hostileTexts(source), source, flags, length, end: BAD_END };
  try {
    const context = vm.createContext({ ...given, limit: SLOW_MS, now: threadTime });
    const slow: unknown = JUDGE.runInContext(context, { timeout: ENDED_MS });
    return typeof slow === 'string' ? JSON.stringify(slow) : undefined;
  } catch {
    return 'a text over which it does not end';
  }
}

test('a slow expression is found, a linear one is not', () => {
  // A machine may be so fast that only longer texts show the square.
  const found = (expression: RegExp) =>
    [LENGTH, 3 * LENGTH].some((length) => slowText(expression, length) !== undefined);
  expect([/[ \t]+\n/g, /\[.*\]\(/, /<!--[^]*?-->/g, /\d+x/, /=+$/].map(found)).toEqual([
    ...Array.from({ length: 5 }, () => true),
  ]);
  expect([/(?<![ \t])[ \t]+\n/g, /^\s*a/, /\p{L}{1,9}x/u].map(found)).toEqual([
    false,
    false,
    false,
  ]);
});

test('there are expressions to judge, and no exception without one', () => {
  expect(expressions.length).toBeGreaterThan(800);
  const names = new Set(expressions.map(({ name }) => name));
  expect(Object.keys(EXCEPTIONS).filter((name) => !names.has(name))).toEqual([]);
});

test('every expression takes a time that grows with the text, not with its square', () => {
  const slow = expressions
    .filter(({ name }) => !(name in EXCEPTIONS))
    .flatMap((expression) => {
      const text = slowText(expression);
      return text === undefined ? [] : [`${expression.place} ${expression.source}: ${text}`];
    });
  expect(slow).toEqual([]);
}, 300_000);
