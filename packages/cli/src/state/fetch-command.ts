import { explainFinding } from '@tamizdat/release';
import { defineCommand } from 'citty';
import { ReleaseError, verifyHead } from '@tamizdat/verify';
import { releaseState } from '../release/find-outlet.ts';
import { say, tell } from '../language/say.ts';
import { readNow } from '../clock/read-now.ts';
import { loadRecord, recordOf } from '../newest/record.ts';
import { refuseOlder } from '../newest/refuse-older.ts';
import {
  args,
  keysArgument,
  loadOwnRoots,
  placeOf,
  readKeys,
  readTree,
  treeArgument,
} from './arguments.ts';
import { BlobReader } from './blob-reader.ts';
import { refuseFull } from './refuse-full.ts';
import { type Destination, verifyKept, writeKept } from './restore-kept.ts';
import { fetchKept, isKept, listKept, shownAddress, type StateBranch } from './state-branch.ts';

export default defineCommand({
  meta: {
    name: 'fetch',
    description: say({
      en: 'Fetch the newest release and its history from the branch on which “state keep” put them, into folders that are empty: what of it this outlet signed, verified, and nothing else. Exit codes: 0 fetched, 1 failed, 2 usage.',
      ru: 'Взять новейший выпуск и его историю с ветки, куда их положила команда «state keep», в пустые папки: только то, что подписало это издание, после проверки. Коды выхода: 0 взято, 1 не получилось, 2 ошибка вызова.',
    }),
  },
  args: {
    ...args,
    keys: keysArgument,
    tree: treeArgument,
    'without-tree': {
      type: 'boolean',
      description: say({
        en: 'The history alone: a build makes the tree',
        ru: 'Только историю: дерево сделает сборка',
      }),
      default: false,
    },
    first: {
      type: 'boolean',
      description: say({
        en: 'Before the first release of all: that there is no branch is right',
        ru: 'До самого первого выпуска: ветки и не должно быть',
      }),
      default: false,
    },
  },
  async run({ args: options }) {
    const place = placeOf(options);
    const state = releaseState(options.content);
    const tree = options['without-tree'] ? undefined : readTree(options.tree);
    const keys = readKeys(options.keys, options.content);
    refuseFull(state, tree);
    if (!(await isKept(place))) {
      if (!options.first || (await loadRecord(keys))) throw await missing(place);
      process.stdout.write(
        `${say({ en: 'There was no release yet.', ru: 'Выпусков ещё не было.' })}\n`,
      );
      return;
    }
    const leftOut = await restore(place, keys, { state, tree });
    const [branch, from] = [place.branch, await shownAddress(place)];
    const folders = [...(tree === undefined ? [] : [tree]), state];
    const fetched = say({
      en: `Fetched from ${branch} of ${from}: ${folders.join(' and ')}.${leftOut > 0 ? ` Left out, because no release names them: ${leftOut} files.` : ''}`,
      ru: `Взято с ветки ${branch} в ${from}: ${folders.join(' и ')}.${leftOut > 0 ? ` Файлов, которых нет в выпуске и которые оставлены: ${leftOut}.` : ''}`,
    });
    process.stdout.write(`${fetched}\n`);
  },
});

/** @returns how many files were left out */
async function restore(place: StateBranch, keys: string, to: Destination): Promise<number> {
  await fetchKept(place);
  const files = await listKept(place);
  const reader = new BlobReader(place.repository);
  try {
    const now = readNow();
    const roots = await loadOwnRoots(keys);
    if (roots === undefined) sayUnknown(keys);
    const restored = await verifyKept(files, reader, { roots, now });
    const record = await loadRecord(keys);
    const witnesses = record === undefined ? [] : [{ name: recordOf(keys), trust: record }];
    await refuseOlder(
      say({ en: `The branch “${place.branch}”`, ru: `Ветка «${place.branch}»` }),
      witnesses,
      (trust) => verifyHead(restored.state.head, trust, { now }),
    );
    return await writeKept(restored, files, reader, to);
  } catch (error) {
    throw error instanceof ReleaseError ? foreign(place, error) : error;
  } finally {
    reader.close();
  }
}

function sayUnknown(keys: string): void {
  const unknown = say({
    en: `${keys} holds no root: whose releases these are, “release” and “refresh” will say.`,
    ru: `В ${keys} нет корня: чьи это выпуски, проверят «release» и «refresh».`,
  });
  process.stdout.write(`${unknown}\n`);
}

function foreign({ branch }: StateBranch, { code, detail }: ReleaseError): Error {
  const { message } = tell(explainFinding({ code, ...detail }));
  return new Error(
    say({
      en: `foreign-branch: what lies on “${branch}” is not what this outlet signed. Nothing was written here.\n  ${code}: ${message}\n  Find out who can push to the branch, and put the newest good commit back: docs/forge.md.`,
      ru: `foreign-branch: на ветке «${branch}» лежит не то, что подписало это издание. Сюда ничего не записано.\n  ${code}: ${message}\n  Выясните, кто может отправлять на эту ветку, и верните последний верный коммит: docs/forge.md.`,
    }),
  );
}

async function missing(place: StateBranch): Promise<Error> {
  const { branch } = place;
  const address = await shownAddress(place);
  return new Error(
    say({
      en: `There is no branch “${branch}” on ${address}.\n  If this outlet never released anything, say so: --first. Otherwise restore the branch from a copy first: readers refuse a release that begins to count anew.`,
      ru: `Ветки «${branch}» на ${address} нет.\n  Если издание ещё ничего не выпускало, так и скажите: --first. Иначе сначала восстановите ветку из копии: читатели отвергнут выпуск, который начинает счёт заново.`,
    }),
  );
}
