import { availableParallelism } from 'node:os';
import path from 'node:path';
import { inspectContent, isWithin } from '@tamizdat/archive';
import { compareProblems, type Problem, tellIn } from '@tamizdat/problem';
import { listUnstemmed } from '@tamizdat/search/stemmers';
import { defineCommand } from 'citty';
import { readNowText } from '../clock/read-now.ts';
import type { Mended } from '../fix/mended.ts';
import { UsageError } from '../frame/usage-error.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { defaultContent } from '../repository/folders.ts';
import { changedFiles } from './changed-files.ts';
import { type Choice, chooseProblems } from './choose-problems.ts';
import { readChoice } from './read-choice.ts';
import { countRules } from './summarize-rules.ts';
import { SHOWN_MAX } from './limits.ts';
import { boundProblems } from './bound-problems.ts';
import { buildReport, buildSummary, type Findings } from './build-report.ts';
import { reportToGithub } from './report-to-github.ts';
import { printable } from './printable.ts';
import { selectPaths } from './select-paths.ts';
import { languageArgument } from '../language/language-argument.ts';
import { language, say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'check',
    description: say({
      en: 'Say everything that is wrong with the content. Of files that are not named is read only what named ones are compared with. Exit codes: 0 no errors, 1 errors, 2 usage.',
      ru: 'Сказать обо всём, что не так в содержимом. Из неназванных файлов читается только то, с чем сравнивают названные. Коды выхода: 0 ошибок нет, 1 есть ошибки, 2 ошибка вызова.',
    }),
  },
  args: {
    paths: {
      type: 'positional',
      description: say({
        en: 'Files or folders to tell of; all where none is named',
        ru: 'О каких файлах или папках говорить; если ничего не названо, обо всех',
      }),
      required: false,
      valueHint: '…',
    },
    content: contentArgument,
    language: languageArgument,
    format: {
      type: 'string',
      description: say({
        en: 'terminal, json, or github: notes on the lines of a pull request, the whole list in its summary',
        ru: 'terminal, json или github: пометки на строках запроса на слияние, весь список в его сводке',
      }),
      valueHint: 'format',
    },
    changed: {
      type: 'string',
      description: say({
        en: 'For github: tell first of the files changed since this commit (default: the base of the pull request)',
        ru: 'Для github: сначала говорить о файлах, изменённых с этого коммита (по умолчанию с основы запроса)',
      }),
      valueHint: 'commit',
    },
    'pull-request': {
      type: 'string',
      description: say({
        en: 'Judge first what this branch changes since that commit: number, size, places and sorts of files, what becomes of published articles, and of keys and addresses',
        ru: 'Сначала оценить, что эта ветка меняет с того коммита: число, размер, места и виды файлов, что становится с опубликованными статьями, с ключами и адресами',
      }),
      valueHint: 'commit',
    },
    kit: {
      type: 'boolean',
      description: say({
        en: 'With --pull-request: files outside the content folder, the public keys and who the outlet is may change, too',
        ru: 'С --pull-request: могут меняться и файлы вне папки содержимого, открытые ключи и то, по чему узнают издание',
      }),
      default: false,
    },
    fix: {
      type: 'boolean',
      description: say({
        en: 'First mend what has one answer: times without a zone, letters in pieces, tracking in links, quotation marks of another language, metadata in pictures, folders’ names',
        ru: 'Сначала исправить то, на что есть один ответ: время без пояса, буквы из частей, слежку в ссылках, кавычки другого языка, метаданные в картинках, имена папок',
      }),
      default: false,
    },
    spelling: {
      type: 'boolean',
      description: say({
        en: 'Also look words up in dictionaries, English and Russian, as advice, of a pull request in what it changes; the outlet’s own stand in content/spelling.txt',
        ru: 'Ещё и искать слова в словарях, английском и русском, как совет, у запроса на слияние в том, что он меняет; свои слова издания — в content/spelling.txt',
      }),
      default: false,
    },
    summary: {
      type: 'boolean',
      description: say({
        en: 'How often each rule spoke, with the first place, instead of every problem',
        ru: 'Сколько раз сработало каждое правило и где впервые, вместо всех сообщений',
      }),
      default: false,
    },
    errors: {
      type: 'boolean',
      description: say({ en: 'Errors alone', ru: 'Только ошибки' }),
      default: false,
    },
    rule: {
      type: 'string',
      description: say({
        en: 'What these rules say alone, several with commas: title-too-long',
        ru: 'Только об этих правилах, несколько через запятую: title-too-long',
      }),
      valueHint: 'code',
    },
    imported: {
      type: 'boolean',
      description: say({
        en: 'What would be worth mending first in articles that are marked as imported',
        ru: 'Что стоило бы сначала поправить в статьях с отметкой imported',
      }),
      default: false,
    },
    limit: {
      type: 'string',
      description: say({
        en: `How many problems to tell of, errors first (default: ${SHOWN_MAX} in a terminal)`,
        ru: `О скольких сообщать, сначала ошибки (по умолчанию ${SHOWN_MAX} в терминале)`,
      }),
      valueHint: 'number',
    },
    json: {
      type: 'boolean',
      description: say({ en: 'The same as --format json', ru: 'То же, что --format json' }),
      default: false,
    },
  },
  async run({ args }) {
    const format = parseFormat(args.format, args.json);
    const root = args.content === undefined ? defaultContent : path.resolve(args.content);
    const choice = readChoice(args, format);
    const only = selectPaths(args._, root);
    const base = args['pull-request'];
    if (args.kit && base === undefined)
      throw new UsageError(
        say({
          en: '--kit belongs to --pull-request.',
          ru: '--kit бывает только вместе с --pull-request.',
        }),
      );
    const look = (added?: ReadonlySet<string>) =>
      args.fix ? fix(root, only) : inspect(root, only, added);
    const checked =
      base === undefined ? await look() : await judgeFirst(root, base, args.kit, look);
    // A pull request that is too much is not read for its spelling either.
    const isSpelt = args.spelling && checked.files > 0;
    const spelt = isSpelt
      ? await withSpelling(checked, await chooseSpelt(root, only, base))
      : checked;
    const found = told(spelt, choice);
    if (args.summary)
      process.stdout.write(format === 'json' ? rulesJson(found) : buildSummary(found));
    else if (format === 'json') process.stdout.write(json(found));
    else if (format === 'terminal') process.stdout.write(await buildReport(found));
    else await reportToGithub(found, args.changed ?? base);
    if (spelt.problems.some(({ severity }) => severity === 'error')) process.exitCode = 1;
  },
});

/** What a check found, in all languages. */
type Checked = Omit<Findings, 'problems'> & { problems: readonly Problem[] };

/** What a pull request changes is judged before its files are read; they are not where it is too much. */
async function judgeFirst(
  root: string,
  base: string,
  isKit: boolean,
  look: (added?: ReadonlySet<string>) => Promise<Checked>,
): Promise<Checked> {
  const { judgePullRequest } = await import('../pull-request/judge-pull-request.ts');
  const { problems, stop, added } = await judgePullRequest(root, base, isKit, readNowText());
  if (stop) return { problems, files: 0, root };
  const found = await look(added);
  return { ...found, problems: [...problems, ...found.problems].sort(compareProblems) };
}

const FORMATS = ['terminal', 'json', 'github'] as const;

function parseFormat(given: string | undefined, asJson: boolean): (typeof FORMATS)[number] {
  const format = FORMATS.find((name) => name === (given ?? (asJson ? 'json' : 'terminal')));
  if (format !== undefined && !(asJson && format !== 'json')) return format;
  throw new UsageError(
    say({
      en: `--format is one of: ${FORMATS.join(', ')}.`,
      ru: `--format бывает: ${FORMATS.join(', ')}.`,
    }),
  );
}

function told({ problems, ...rest }: Checked, choice: Choice): Findings {
  const chosen = chooseProblems(problems, choice);
  const bounded = boundProblems(chosen.problems.map((problem) => tellIn(language, problem)));
  const { counts, counted } = chosen;
  return { ...rest, ...bounded, left: bounded.left + chosen.left, counts, counted };
}

async function inspect(
  root: string,
  only: readonly string[] | undefined,
  added?: ReadonlySet<string>,
): Promise<Checked> {
  const { problems, files, compared, outlet } = await inspectContent(root, {
    texts: true,
    images: true,
    workers: availableParallelism(),
    now: readNowText(),
    ...(only === undefined ? {} : { only }),
    ...(added && { added }),
  });
  const unstemmed = listUnstemmed(only === undefined ? (outlet?.languages ?? []) : []);
  return { problems, files, compared, root, unstemmed };
}

/** Of a pull request, what it changes alone: its author is not to be told of the archive's words. */
async function chooseSpelt(
  root: string,
  only: readonly string[] | undefined,
  base: string | undefined,
): Promise<readonly string[] | undefined> {
  if (base === undefined) return only;
  const folder = `${path.basename(root)}/`;
  const changed = [...(await changedFiles(root, base))]
    .filter((name) => name.startsWith(folder))
    .map((name) => name.slice(folder.length));
  return only === undefined ? changed : changed.filter((name) => isWithin(name, only));
}

/** Dictionaries are loaded where they are asked for: they take longer than everything else of a file. */
async function withSpelling(
  checked: Checked,
  only: readonly string[] | undefined,
): Promise<Checked> {
  const { checkSpelling } = await import('../spelling/check-spelling.ts');
  const advice = await checkSpelling(checked.root, only);
  return { ...checked, problems: [...checked.problems, ...advice].sort(compareProblems) };
}

/** Mends, says on standard error what, and checks what is there then. */
async function fix(root: string, only: readonly string[] | undefined): Promise<Checked> {
  const { mendContent } = await import('../fix/mend-content.ts');
  const { problems } = await inspect(root, only);
  const mended = await mendContent(root, only ?? [''], problems);
  for (const { file, what } of mended) {
    process.stderr.write(`${printable(`${path.relative('', file)}: ${what}`)}\n`);
  }
  return inspect(
    root,
    only?.map((name) => movedTo(root, name, mended)),
  );
}

/** Where a named folder stands after it was renamed. */
const movedTo = (root: string, name: string, mended: readonly Mended[]): string =>
  mended.reduce(
    (now, { from, file }) =>
      from === undefined ? now : moved(now, inside(root, from), inside(root, file)),
    name,
  );

const moved = (name: string, from: string, to: string): string =>
  name === from || name.startsWith(`${from}/`) ? to + name.slice(from.length) : name;

const inside = (root: string, file: string): string =>
  path.relative(root, file).split(path.sep).join('/').normalize('NFC');

function json({ problems, files, compared, left, counted, unstemmed = [] }: Findings): string {
  const leftOut = { ...(left ? { left } : {}), ...(counted ? { counted } : {}) };
  const forms = unstemmed.length > 0 ? { unstemmed } : {};
  const whole = { language, files, compared, ...leftOut, ...forms, problems };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}

function rulesJson({ problems, files, compared, counted }: Findings): string {
  const told = problems.map((one) => ('ru' in one ? tellIn(language, one) : one));
  const whole = {
    language,
    files,
    compared,
    ...(counted ? { counted } : {}),
    rules: countRules(told),
  };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}
