import path from 'node:path';
import { compareProblems, tellIn } from '@tamizdat/problem';
import { defineCommand } from 'citty';
import { readNowText } from '../clock/read-now.ts';
import { UsageError } from '../frame/usage-error.ts';
import { language, say } from '../language/say.ts';
import { defaultContent } from '../repository/folders.ts';
import { args } from './arguments.ts';
import { boundProblems } from './bound-problems.ts';
import { buildReport, buildSummary, type Findings } from './build-report.ts';
import { type Choice, chooseProblems } from './choose-problems.ts';
import { type Checked, chooseSpelt, fix, inspect, withSpelling } from './look.ts';
import { readChoice } from './read-choice.ts';
import { reportToGithub } from './report-to-github.ts';
import { selectPaths } from './select-paths.ts';
import { findingsJson, rulesJson } from './findings-json.ts';

export default defineCommand({
  meta: {
    name: 'check',
    description: say({
      en: 'Say everything that is wrong with the content. Of files that are not named is read only what named ones are compared with. Exit codes: 0 no errors, 1 errors, 2 usage.',
      ru: 'Сказать обо всём, что не так в содержимом. Из неназванных файлов читается только то, с чем сравнивают названные. Коды выхода: 0 ошибок нет, 1 есть ошибки, 2 ошибка вызова.',
    }),
  },
  args,
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
    else if (format === 'json') process.stdout.write(findingsJson(found));
    else if (format === 'terminal') process.stdout.write(await buildReport(found));
    else await reportToGithub(found, args.changed ?? base);
    if (spelt.problems.some(({ severity }) => severity === 'error')) process.exitCode = 1;
  },
});

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
