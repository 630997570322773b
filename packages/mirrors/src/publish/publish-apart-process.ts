import { openStore } from '../kinds/open-store.ts';
import { MirrorError } from '../mirror-error.ts';
import { loadLocalRelease } from './local-release.ts';
import { describeFailure, publishAll, type Report } from './publish-all.ts';
import type { Errand, Told } from './publish-apart.ts';

// A process that publishes a tree to one mirror, as its parent says, and ends with its parent.

process.once('disconnect', () => process.exit(1));
process.once('message', (errand: Errand) => {
  void work(errand).then((report) => {
    tell({ report });
    process.disconnect();
  });
});

const tell = (told: Told): boolean => process.send?.(told) ?? false;

async function work({ target, tree, head, now, dryRun, repair, work: folder }: Errand) {
  try {
    const local = loadLocalRelease(tree);
    if (local.head !== head) throw changed();
    const [report] = await publishAll([target], local, {
      now,
      dryRun,
      repair: () => repair,
      open: ({ place }) => openStore(place, folder),
      tell: (_, progress) => tell({ progress }),
    });
    if (report !== undefined) return report;
    throw changed();
  } catch (error) {
    const { name, place } = target;
    return { name, kind: place.kind, took: 0, failure: describeFailure(error, target) } as Report;
  }
}

const changed = (): MirrorError =>
  new MirrorError(
    'tree-changed',
    {
      en: 'The tree was released anew while it was published.',
      ru: 'Пока дерево публиковалось, из него сделали новый выпуск.',
    },
    { en: 'Publish again.', ru: 'Опубликуйте ещё раз.' },
  );
