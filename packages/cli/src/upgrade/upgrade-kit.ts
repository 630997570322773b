import { ToldError } from '@tamizdat/problem';
import { advance } from './advance.ts';
import { fetchKit, type Wanted } from './fetch-kit.ts';
import { entryAt } from './graft.ts';
import { refuseNoKit, refuseOdd, refuseOwn } from './judge-kit.ts';
import { commitTree, mergeTrees } from './merge-kit.ts';
import { type Git, openGit } from './open-git.ts';
import { CONTENT, OWN_PLACES, withOwn } from './own-places.ts';
import { refuseUnready } from './refuse-unready.ts';
import { say } from '../language/say.ts';

/** A version of the kit. */
export interface Version {
  commit: string;
  /** RFC 3339, as the commit says it. */
  date: string;
}

/** What an upgrade did. */
export interface Upgraded {
  /** `nothing`: no newer kit is there; `conflict`: both changed the same lines, and nothing was done. */
  outcome: 'upgraded' | 'planned' | 'nothing' | 'conflict';
  /** Where the kit came from, without passwords. */
  source: string;
  /** The kit that the outlet had, and the newer one. */
  from: Version;
  to: Version;
  /** Commits of the kit between these. */
  commits: number;
  /** Files outside what is the outlet’s own that become others. */
  files: string[];
  /** The files that both changed. */
  conflicts: string[];
  /** The commit before, to which `git reset --keep` leads back. */
  before: string;
}

export interface UpgradeOptions extends Wanted {
  /** Root of the outlet’s repository. */
  folder: string;
  dryRun: boolean;
  /** RFC 3339. */
  now: string;
}

/** Where the kit lies, with the outlet’s own in its place, for a merge by hand. */
export const BY_HAND = 'refs/tamizdat/upgrade';

/**
 * Takes a newer kit into the outlet’s repository, in one commit on top of what is there. What is the outlet’s own stays
 * the very object that it was: no file of it is added, changed or removed, whatever the kit did there.
 * @throws ToldError for each reason not to; then nothing was changed
 */
export async function upgradeKit(options: UpgradeOptions): Promise<Upgraded> {
  const { folder, dryRun, now } = options;
  const git = await openGit(folder, now);
  await refuseUnready(git, folder);
  const { source, target } = await fetchKit(git, options);
  const { before, base } = await findBase(git, target, source);
  const [from, to] = [await readVersion(git, base), await readVersion(git, target)];
  const commits = Number(await git(['rev-list', '--count', `${base}..${target}`]));
  const seen = { source, from, to, commits, files: [], conflicts: [], before };
  if (base === target) return { ...seen, outcome: 'nothing' };
  await refuseSample(git, before, base);
  await refuseOdd(git, target);
  const theirs = await withOwn(git, target, before);
  const sides = { base: await withOwn(git, base, before), ours: `${before}^{tree}`, theirs };
  const { tree, conflicts } = await mergeTrees(git, sides);
  if (conflicts.length > 0) {
    const kit = await commitTree(git, theirs, [target], messageFor(to));
    await git(['update-ref', BY_HAND, kit]);
    return { ...seen, outcome: 'conflict', conflicts };
  }
  await refuseLost(git, before, tree);
  const files = splitNames(await git(['diff-tree', '-r', '-z', '--name-only', before, tree]));
  if (dryRun) return { ...seen, files, outcome: 'planned' };
  await advance(git, await commitTree(git, tree, [before, target], messageFor(to)));
  return { ...seen, files, outcome: 'upgraded' };
}

const splitNames = (answer: string): string[] => answer.split('\0').slice(0, -1);

const messageFor = ({ commit, date }: Version): string =>
  `Take the kit of ${date.slice(0, 10)} (${commit.slice(0, 12)})\n\nWhat is the outlet's own stays as it was.\n`;

/** @returns the outlet’s commit, and the kit that it has. @throws ToldError */
async function findBase(git: Git, target: string, source: string) {
  await refuseNoKit(git, target, source);
  const before = (await git(['rev-parse', '--verify', 'HEAD^{commit}'])).trim();
  const base = await git(['merge-base', before, target]).catch(() => '');
  if (base === '') throw new ToldError('upgrade-unrelated', UNRELATED, RELATE);
  await refuseOwn(git, base.trim(), source);
  return { before, base: base.trim() };
}

const UNRELATED = {
  en: 'This repository and that of the kit have no commit in common, so that nobody can tell what is yours.',
  ru: 'У этого репозитория и репозитория набора нет общего коммита, и нельзя понять, что здесь ваше.',
};
const RELATE = {
  en: 'If this is a clone of a few commits, fetch the rest: git fetch --unshallow. If it began as a copy without history, begin with a clone of the kit, and put content, outlet-state and .github of the outlet into it (docs/your-outlet.md).',
  ru: 'Если это клон из нескольких коммитов, возьмите остальные: git fetch --unshallow. Если он начинался как копия без истории, начните с клона набора и перенесите в него content, outlet-state и .github издания (docs/your-outlet.ru.md).',
};

async function readVersion(git: Git, commit: string): Promise<Version> {
  return { commit, date: (await git(['log', '-1', '--format=%cI', commit])).trim() };
}

/** With the sample still there, it would be kept at its age for good. @throws ToldError */
async function refuseSample(git: Git, before: string, base: string): Promise<void> {
  const [own, former] = [await entryAt(git, before, CONTENT), await entryAt(git, base, CONTENT)];
  if (own === undefined || own !== former) return;
  throw new ToldError(
    'upgrade-sample',
    {
      en: `${CONTENT} is the kit’s sample still, as far as it is committed.`,
      ru: `В ${CONTENT} пока лежит образец из набора, если судить по коммитам.`,
    },
    {
      en: 'For an outlet of your own: tamizdat init, then git add content .github && git commit. For the newer kit with its sample: git pull. Nothing was changed.',
      ru: 'Чтобы сделать своё издание: tamizdat init, потом git add content .github && git commit. Чтобы взять новый набор с образцом: git pull. Ничего не изменено.',
    },
  );
}

/** The promise of the command, asked of the very tree that would be committed. */
async function refuseLost(git: Git, before: string, tree: string): Promise<void> {
  for (const place of OWN_PLACES)
    if ((await entryAt(git, before, place)) !== (await entryAt(git, tree, place)))
      throw new Error(
        say({
          en: `${place} would not stay as it is: this is a fault of the kit; tell its makers.`,
          ru: `${place} не осталось бы как есть: это ошибка набора; сообщите его авторам.`,
        }),
      );
}
