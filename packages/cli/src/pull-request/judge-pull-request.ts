import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { type AcrossFinding, placeFindings, problemFile } from '@tamizdat/article-schema';
import { inOrder, placeFinding, type Problem } from '@tamizdat/problem';
import { compareError } from '../repository/compare-error.ts';
import { judgeChanges, judgeLinkedContent, type Judgement } from './judge-changes.ts';
import { type Changes, loadChanges } from './load-changes.ts';
import { judgeEnded, type ListedIds } from './published/judge-ended.ts';
import { judgePublished, listedIn } from './published/judge-published.ts';
import { type ChangedArticles, loadChangedArticles } from './published/load-articles.ts';
import { judgeSettings } from './settings/judge-settings.ts';
import { loadChangedSettings } from './settings/load-settings.ts';

/**
 * Judges what the last commit of the repository around the content folder `root` changes since it left `base`: before
 * anything of it is read, what its files are; then, unless they are too much, what becomes of articles that are
 * published, of who the outlet is, and of where it sends readers. Throws UsageError where git cannot tell.
 * @param isKit Whether a maintainer has said that it may change the kit and the public keys, too.
 * @param clock RFC 3339: what is published by then is published.
 */
export async function judgePullRequest(
  root: string,
  base: string,
  isKit: boolean,
  clock: string,
): Promise<Judgement> {
  const folder = path.resolve(root);
  if ((await lstat(folder)).isSymbolicLink()) return judgeLinkedContent(path.basename(folder));
  const changes = await loadChanges(root, base);
  const judged = judgeChanges(changes, isKit);
  if (judged.stop) return judged;
  try {
    const content = await realpath(folder);
    const articles = await loadChangedArticles(path.dirname(content), changes);
    const known = judgeArticles(content, articles, clock);
    const listed = listedIn(articles.before, clock);
    const settings = await judgeRecords(content, changes, isKit, listed);
    return { ...judged, problems: [...judged.problems, ...known, ...settings] };
  } catch (error) {
    throw compareError(base, error);
  }
}

function judgeArticles(
  folder: string,
  { before, after, texts }: ChangedArticles,
  clock: string,
): Problem[] {
  return place(judgePublished(before, after, clock), (file) => texts.get(file), folder);
}

async function judgeRecords(
  folder: string,
  changes: Changes,
  isKit: boolean,
  listed: ListedIds,
): Promise<Problem[]> {
  const settings = await loadChangedSettings(path.dirname(folder), changes);
  const texts = new Map(Object.entries(settings).map(([file, { after }]) => [file, after]));
  const findings = [...judgeSettings(settings, isKit), ...judgeEnded(settings, listed)];
  return place(findings, (file) => texts.get(file), folder);
}

function place(
  findings: readonly AcrossFinding[],
  textOf: (file: string) => string | undefined,
  folder: string,
): Problem[] {
  const root = path.basename(folder);
  return [...Map.groupBy(findings, ({ path: file }) => file)].flatMap(([file, group]) => {
    const at = { path: file, root };
    const inFields = group.filter(({ span }) => span === undefined).map(({ finding }) => finding);
    const inText = group.flatMap(({ finding, span }) =>
      span === undefined ? [] : [placeFinding(finding, problemFile(at), span)],
    );
    return inOrder([...inText, ...placeFindings(textOf(file) ?? '', inFields, at)]);
  });
}
