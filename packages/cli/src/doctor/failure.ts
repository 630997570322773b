import { existsSync } from 'node:fs';
import path from 'node:path';
import { explainFinding } from '@tamizdat/release';
import { type InBoth, ToldError } from '@tamizdat/problem';
import { ReleaseError } from '@tamizdat/verify';
import { findFile, reasonInWords } from '../frame/explain-disk.ts';
import { say, tell } from '../language/say.ts';
import { repositoryOf } from '../state/arguments.ts';
import { NoGitError } from './facts/ask-git.ts';
import type { Facts } from './facts/facts.ts';
import { FaultError } from './facts/faults.ts';
import { REASON_CHARACTERS } from './limits.ts';
import { type Place, shownPath } from './place.ts';
import type { Question } from './question.ts';
import { noGit } from './questions/no-git.ts';
import { shownText } from './shown-text.ts';
import { type Finding, half } from './finding.ts';

/** What a question that could not be asked comes to. */
export interface Failure {
  finding: Finding;
  /** What tells the same: codes of findings. */
  sameAs: readonly string[];
}

/** Says why a question could not be asked: that is itself to be mended, and at once. */
export async function explainFailure(
  error: unknown,
  question: Pick<Question, 'id' | 'name'>,
  facts: Facts,
): Promise<Failure> {
  if (error instanceof NoGitError) return { finding: noGit(), sameAs: ['no-git'] };
  if (!(error instanceof FaultError)) return explainOther(error, question, facts);
  if (error.kind === 'history') return explainHistory(error, facts);
  if (error.kind === 'record') return explainRecord(error, facts.place);
  return explainRoots(error, facts.place);
}

async function explainHistory(error: FaultError, facts: Facts): Promise<Failure> {
  const why = reasonFor(error.cause);
  const text = {
    en: `The history of releases on this machine cannot be used, and nothing can be released from here: ${why} Take it anew, from the branch that keeps it or from a mirror.`,
    ru: `Историей выпусков на этой машине пользоваться нельзя, и отсюда ничего не выпустить: ${why} Возьмите её заново, с ветки, где она хранится, или с зеркала.`,
  };
  const lines = await linesForHistory(facts);
  return { finding: half(SPOILED, 'now', text, ...lines), sameAs: [SPOILED] };
}

const SPOILED = 'history-spoiled';

/** What takes the history anew: the branch where there is one, and a mirror of the list, which is no reserve. */
export async function linesForHistory({
  place,
  commands,
  targets,
}: Pick<Facts, 'place' | 'commands' | 'targets'>): Promise<string[]> {
  const isKept = place.remote !== undefined || existsSync(repositoryOf(place.content));
  const listed = await targets().catch(() => undefined);
  const mirror = listed?.mirrors.find(({ reserve, base }) => !reserve && base !== null);
  return [
    commands.moveState,
    ...(isKept ? [commands.fetchState] : []),
    commands.recoverFrom(mirror?.base ?? 'https://…/'),
  ];
}

/** A record is the same beside the keys and in the repository. */
function explainRecord({ cause, file = '' }: FaultError, { keys, publicKeys }: Place): Failure {
  const isPublic = path.dirname(file) === publicKeys;
  const copy = path.join(publicKeys, path.basename(file));
  const text = {
    en: `${shownPath(file)} is to say which release was signed last, and cannot be read: ${reasonFor(cause)} Take it from the repository.`,
    ru: `${shownPath(file)} должен говорить, какой выпуск подписан последним, но его не прочитать: ${reasonFor(cause)} Возьмите его из репозитория.`,
  };
  const line =
    isPublic || keys === undefined
      ? `git checkout -- ${shownPath(file)}`
      : `cp ${shownPath(copy)} ${shownPath(file)}`;
  return { finding: half('record-spoiled', 'now', text, line), sameAs: ['record-spoiled'] };
}

function explainRoots({ cause, file = '' }: FaultError, { publicKeys }: Place): Failure {
  const text = {
    en: `The roots, by which the outlet is known, cannot be read: ${reasonFor(cause)}`,
    ru: `Корни, по которым узнают издание, не прочитать: ${reasonFor(cause)}`,
  };
  const line = `ls -l ${shownPath(file === '' ? publicKeys : file)}`;
  return {
    finding: half('roots-unread', 'now', text, line),
    sameAs: ['roots-unread', 'no-root', 'keys-gone', 'keys-unnamed'],
  };
}

function explainOther(
  error: unknown,
  { id, name }: Pick<Question, 'id' | 'name'>,
  { commands }: Facts,
): Failure {
  const why = reasonFor(error);
  const file = findFile(error);
  const text: InBoth = {
    en: `${name.en}: this could not be looked at. ${why}`,
    ru: `${name.ru}: посмотреть не удалось. ${why}`,
  };
  const line = file === undefined ? commands.check : `ls -ld ${shownPath(file)}`;
  return { finding: half(`${id}-failed`, 'now', text, line), sameAs: [why] };
}

/** The reason as a sentence: without codes of the system or of the kit, and whole, unless somebody else wrote it. */
function reasonFor(error: unknown): string {
  const told =
    error instanceof ToldError
      ? (say(error.happened).split('\n')[0] ?? '')
      : error instanceof ReleaseError
        ? tell(explainFinding({ code: error.code, ...error.detail })).message
        : reasonInWords(error);
  const text = shownText(told, REASON_CHARACTERS).replace(/ \(E[A-Z]+: [^)]*\)/, '');
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
