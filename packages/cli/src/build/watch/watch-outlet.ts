import { withLock } from '@tamizdat/tree/lock';
import { reasonOf } from '../../frame/explain-disk.ts';
import { say } from '../../language/say.ts';
import { announce } from '../announce.ts';
import type { BuildOptions } from '../build-options.ts';
import type { BuildSummary } from '../build-outlet.ts';
import { loadRecord, nameBuild } from '../build-record.ts';
import type { Bring } from './build-ahead.ts';
import { ContentWatch } from './content-watch.ts';

/** How an outlet is watched. */
export interface Watching {
  build: (options: BuildOptions) => Promise<BuildSummary | undefined>;
  /** Gets ready, after a build, to bring what is saved next into the tree: see `build-ahead.ts`. */
  getReady: (options: BuildOptions, kit: string) => Promise<Bring>;
  /** What `digestKit` gives. */
  digestKit: () => string;
  /** Ends it, when what is being built is done. */
  stop: AbortSignal;
}

/**
 * Builds an outlet, and again whenever something of its content was saved or the clock passes an edge, until it is
 * stopped. What was saved is brought into the tree first, and then everything is looked at. What fails is told, and the last good tree stays; a later save may mend it.
 * @param read Gives the options, with the moment that it is then.
 * @returns whether it was stopped: it ends by itself where the kit changed, whose modules this process has loaded
 * @throws ToldError where another process watches for the same tree; errors of the file system where the content cannot be
 *   watched
 */
export async function watchOutlet(read: () => BuildOptions, watching: Watching): Promise<boolean> {
  const { content, out, state } = read();
  return withLock(`${nameBuild(out, state)}.watch`, async () => {
    const kit = watching.digestKit();
    const saves = new ContentWatch(content, watching.stop);
    try {
      for (let { force } = read(); watching.digestKit() === kit; force = false) {
        saves.take();
        const isBuilt = await buildOnce({ ...read(), force }, watching);
        // What cannot be got ready, or begins and cannot end, is left to the build that follows.
        const bring = isBuilt && (await watching.getReady(read(), kit).catch(() => undefined));
        announce(say(WAITING));
        await saves.next(nextEdge(read(), isBuilt));
        if (watching.stop.aborted) return true;
        if (bring) tellBrought(await bring(read(), saves.take()).catch(() => undefined));
      }
      announce(say(KIT_CHANGED));
      return false;
    } finally {
      saves.close();
    }
  });
}

/** @returns whether the tree is that of the content */
async function buildOnce(options: BuildOptions, { build }: Watching): Promise<boolean> {
  try {
    return (await build(options)) !== undefined;
  } catch (error) {
    announce(reasonOf(error));
    return false;
  }
}

function tellBrought(files: number | undefined): void {
  if (files === undefined || files === 0) return;
  announce(
    say({
      en: `In place, files: ${files}. Now everything is looked at, and the search is made`,
      ru: `Уже на месте, файлов: ${files}. Теперь просматривается всё и собирается поиск`,
    }),
  );
}

/**
 * When the same content makes another tree, in milliseconds since 1970. Of what could not be built an edge that is passed
 * tells nothing: it would be tried again without end.
 */
function nextEdge({ out, state, now }: BuildOptions, isBuilt: boolean): number {
  const until = loadRecord(out, state)?.content?.until;
  const left = until === undefined ? Infinity : Date.parse(until) - Date.parse(now);
  return left <= 0 && !isBuilt ? Infinity : Date.now() + left;
}

const WAITING = {
  en: 'Waiting for something to be saved; Ctrl+C ends it',
  ru: 'Жду, пока что-нибудь сохранят; Ctrl+C — закончить',
};

const KIT_CHANGED = {
  en: 'The kit has changed since this began, and what was loaded of it is the former one. Run the command again.',
  ru: 'С начала работы изменился сам Tamizdat, а загружена его прежняя версия. Запустите команду ещё раз.',
};
