import { availableParallelism } from 'node:os';
import path from 'node:path';
import { inspectContent, isWithin } from '@tamizdat/archive';
import { compareProblems, type Problem } from '@tamizdat/problem';
import { listUnstemmed } from '@tamizdat/search/stemmers';
import { readNowText } from '../clock/read-now.ts';
import type { Mended } from '../fix/mended.ts';
import type { Findings } from './build-report.ts';
import { changedFiles } from './changed-files.ts';
import { printable } from './printable.ts';

/** What a check found, in all languages. */
export type Checked = Omit<Findings, 'problems'> & { problems: readonly Problem[] };

/** Looks through a content folder, or the files of it that are named. @param added Files that a pull request adds */
export async function inspect(
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
export async function chooseSpelt(
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
export async function withSpelling(
  checked: Checked,
  only: readonly string[] | undefined,
): Promise<Checked> {
  const { checkSpelling } = await import('../spelling/check-spelling.ts');
  const advice = await checkSpelling(checked.root, only);
  return { ...checked, problems: [...checked.problems, ...advice].sort(compareProblems) };
}

/** Mends, says on standard error what, and checks what is there then. */
export async function fix(root: string, only: readonly string[] | undefined): Promise<Checked> {
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
