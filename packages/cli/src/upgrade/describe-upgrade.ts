import { say } from '../language/say.ts';
import { listNames } from './list-names.ts';
import { BY_HAND, type Upgraded, type Version } from './upgrade-kit.ts';

/** What an upgrade did, and what comes next. */
export function describeUpgrade(upgraded: Upgraded): string {
  const { outcome, source, from, to, commits, files, conflicts } = upgraded;
  if (outcome === 'nothing')
    return `${say({
      en: `The kit is the newest that “${source}” has: ${shown(to)}.`,
      ru: `Набор — новейший из того, что есть в «${source}»: ${shown(to)}.`,
    })}\n`;
  const count = files.length;
  const what = say({
    en: `The kit, from “${source}”:\n  had   ${shown(from)}\n  newer ${shown(to)}, commits since: ${commits}`,
    ru: `Набор, из «${source}»:\n  был    ${shown(from)}\n  новый  ${shown(to)}, коммитов с тех пор: ${commits}`,
  });
  if (outcome === 'conflict') return `${what}\n\n${say(CONFLICT(listNames(conflicts)))}\n`;
  const changed = say({
    en: `Files that change: ${count}. Nothing in content/ does.`,
    ru: `Меняется файлов: ${count}. В content/ — ничего.`,
  });
  return `${what}\n${changed}\n\n${say(outcome === 'planned' ? LOOK(upgraded) : NEXT(upgraded))}\n`;
}

const shown = ({ commit, date }: Version): string =>
  `${commit.slice(0, 12)} (${date.slice(0, 10)})`;

const LOOK = ({ from, to }: Upgraded) => ({
  en: `A dry run: nothing was changed. What is new, in the words of its makers, and as a whole:
  git log --no-merges ${from.commit.slice(0, 12)}..${to.commit.slice(0, 12)}
  git diff ${from.commit.slice(0, 12)} ${to.commit.slice(0, 12)} -- . ':!content'
Programs of the newer kit run on this machine and near your keys: compare the commit with the one that its makers name elsewhere. Then:
  npx tamizdat upgrade --commit ${to.commit}`,
  ru: `Пробный запуск: ничего не изменено. Что нового, словами авторов и целиком:
  git log --no-merges ${from.commit.slice(0, 12)}..${to.commit.slice(0, 12)}
  git diff ${from.commit.slice(0, 12)} ${to.commit.slice(0, 12)} -- . ':!content'
Программы нового набора будут работать на этой машине и рядом с вашими ключами: сверьте коммит с тем, который авторы называют в другом месте. Потом:
  npx tamizdat upgrade --commit ${to.commit}`,
});

const NEXT = ({ before }: Upgraded) => ({
  en: `What comes next:
 1. npm run setup
 2. npx tamizdat check: what the newer kit asks of the content stands there.
 3. npx tamizdat build, npx tamizdat serve, and look at it.
Back to what was before: git reset --keep ${before.slice(0, 12)}, then npm run setup.`,
  ru: `Что дальше:
 1. npm run setup
 2. npx tamizdat check: скажет, чего новый набор хочет от содержимого.
 3. npx tamizdat build, npx tamizdat serve — и посмотрите.
Вернуться к прежнему: git reset --keep ${before.slice(0, 12)}, потом npm run setup.`,
});

const CONFLICT = (files: string) => ({
  en: `upgrade-conflict: the outlet and the newer kit changed the same lines. Nothing was changed.
${files}
To go on by hand:
 1. git merge ${BY_HAND}   (the newer kit with your own content in it)
 2. In each of these files keep what is right, then git add <file>; git commit.
 3. git diff --stat ORIG_HEAD HEAD -- content   has to print nothing. If it does: git reset --merge ORIG_HEAD leads back.
Then npm run setup, npx tamizdat check, npx tamizdat build. What an outlet changes outside content/ is best sent to the makers of the kit.`,
  ru: `upgrade-conflict: издание и новый набор изменили одни и те же строки. Ничего не изменено.
${files}
Чтобы продолжить вручную:
 1. git merge ${BY_HAND}   (новый набор, в котором лежит ваше содержимое)
 2. В каждом из этих файлов оставьте то, что верно, потом git add <файл>; git commit.
 3. git diff --stat ORIG_HEAD HEAD -- content   не должен ничего напечатать. Если напечатал, git reset --merge ORIG_HEAD вернёт к прежнему.
Потом npm run setup, npx tamizdat check, npx tamizdat build. То, что издание меняет вне content/, лучше отправить авторам набора.`,
});
