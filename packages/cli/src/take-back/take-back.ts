import path from 'node:path';
import { loadMirrors } from '@tamizdat/archive';
import { changeArticle, writeArticle } from '../edit/change-article.ts';
import type { OpenArticle } from '../edit/open-article.ts';
import { type SetField, setFields } from '../edit/set-fields.ts';
import { say } from '../language/say.ts';
import { commitNeutrally } from '../ready/commit-neutrally.ts';
import { explainFate, type Fate, fateOf, type Goal, refuseIdle } from './judge-versions.ts';
import { buildReach, type Place } from './reach.ts';

/** A version of an article, and what is to become of it. */
export interface Version {
  open: OpenArticle;
  fate: Fate;
}

/** What is to become of each version. @throws Error where nothing is to be done */
export function judgeVersions(opened: readonly OpenArticle[], goal: Goal, now: number): Version[] {
  const versions = opened.map((open) => ({ open, fate: fateOf(open.article, goal, now) }));
  refuseIdle(
    versions.map(({ open: { article }, fate }) => ({ article, fate })),
    goal,
  );
  return versions;
}

export interface TakingBack {
  goal: Goal;
  versions: readonly Version[];
  /** The fields of a version that is taken back. */
  fieldsOf: (open: OpenArticle) => SetField[];
  /** Milliseconds since 1970. */
  now: number;
  commit: boolean;
}

/**
 * Takes an article back in all its languages: proves the text of each file, then writes them all. No byte but the fields’
 * changes.
 * @throws Error where one of them cannot be changed so: then none is
 */
export async function takeBack({ goal, versions, fieldsOf, now, commit }: TakingBack) {
  const changes = versions.flatMap(({ open, fate }) => {
    const fields =
      fate === 'change'
        ? fieldsOf(open)
        : fate === 'hold'
          ? [{ name: 'status', value: 'draft' }]
          : undefined;
    return fields === undefined
      ? []
      : [{ open, text: changeArticle(open, setFields(fields)).text }];
  });
  for (const { open, text } of changes) writeArticle(open, text);
  const [first] = changes;
  if (commit && first !== undefined) {
    const verb = goal === 'withdrawn' ? 'Withdraw' : 'Remove';
    const message = `${verb} ${path.basename(path.dirname(first.open.file))}`;
    const files = changes.map(({ open }) => open.file);
    await commitNeutrally(files, { outlet: first.open.outlet, message, now });
  }
}

/** Tells on standard output what was changed, how far that reaches, and what to do next. */
export function reportTakenBack(
  { goal, versions, commit }: Pick<TakingBack, 'goal' | 'versions' | 'commit'>,
  json: boolean,
): void {
  const articles = versions.map(({ open: { article, file }, fate }) => ({
    lang: article.lang,
    file: path.relative('', file) || file,
    status: fate === 'change' ? goal : fate === 'hold' ? 'draft' : article.status,
    fate,
  }));
  const reach = reachOf(goal, versions);
  const next = ['tamizdat check', ...(commit ? [] : ['git commit']), 'tamizdat ship'];
  process.stdout.write(
    json
      ? `${JSON.stringify({ articles, calledBack: codesOf(reach.back), notCalledBack: codesOf(reach.not), next }, undefined, 2)}\n`
      : `${[...articles.map(describeArticle), ...describeReach(reach), ...describeNext(commit)].join('\n')}\n`,
  );
}

const codesOf = (places: readonly Place[]): string[] => places.map(({ code }) => code);

function reachOf(goal: Goal, versions: readonly Version[]) {
  const [first] = versions;
  if (first === undefined) return { back: [], not: [] };
  const { root, outlet } = first.open;
  const { mirrors, archives } = loadMirrors(root);
  const articles = versions.map(({ open }) => open.article);
  const names = archives.map(({ name }) => name);
  return buildReach({ goal, articles, outlet, mirrors, archives: names });
}

function describeArticle({ file, status, fate }: { file: string; status: string; fate: Fate }) {
  return `${file}: ${fate === 'change' ? `status: ${status}` : explainFate(fate)}`;
}

function describeReach({ back, not }: { back: Place[]; not: Place[] }): string[] {
  const lines = (places: readonly Place[]) => places.map((place) => `  - ${say(place)}`);
  return [
    '',
    say({ en: 'The next release calls back:', ru: 'Следующий выпуск отзовёт:' }),
    ...lines(back),
    say({ en: 'It does not call back:', ru: 'Он не отзовёт:' }),
    ...lines(not),
  ];
}

const describeNext = (commit: boolean): string[] => [
  '',
  commit
    ? say({
        en: 'Next: “tamizdat check” says which texts still link there. Then push, and a forge releases it; or, on a machine with the keys, “tamizdat ship”.',
        ru: 'Дальше: «tamizdat check» скажет, какие тексты ещё ссылаются туда. Затем отправьте коммит, и выпустит сервер; или, на машине с ключами, «tamizdat ship».',
      })
    : say({
        en: 'Next: “tamizdat check” says which texts still link there. Then commit and push, and a forge releases it; or, on a machine with the keys, “tamizdat ship”.',
        ru: 'Дальше: «tamizdat check» скажет, какие тексты ещё ссылаются туда. Затем сделайте коммит и отправьте его, и выпустит сервер; или, на машине с ключами, «tamizdat ship».',
      }),
];
