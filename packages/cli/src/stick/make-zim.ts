import { createHash } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { buildStick } from '@tamizdat/stick';
import { say } from '../language/say.ts';
import { compose } from './compose.ts';
import { picturesOf, recordingsOf } from './gather.ts';
import { drawOutletIcon } from './icon.ts';
import { ZIM_ICON, ZIM_MAX } from './limits.ts';
import { gatherAll, type Making, reportOf } from './making.ts';
import { listFiles, type OutFile, verifyPaths } from './out-file.ts';
import { placeWhole } from './place-out.ts';
import type { Report } from './report.ts';
import { fillFolder } from './write-out.ts';
import { redirectsOf } from './zim/redirects.ts';
import { runZimwriterfs } from './zim/run-zimwriterfs.ts';
import { settleZim } from './zim/settle-zim.ts';
import { zimArguments } from './zim/zim-arguments.ts';

const ICON = 'kit/icon.png';

/** Makes a ZIM of one language. @throws Error where `zimwriterfs` is not there, or failed */
export async function makeZim(making: Making): Promise<Report> {
  const { door, out, place, setting } = making;
  const gathered = await gatherAll(making);
  const stick = await compose(setting, gathered);
  const [edition] = stick.editions;
  if (edition === undefined) throw new Error('no edition');
  const pictures = picturesOf(edition.articles);
  const icon = await drawOutletIcon(place.content, await door.outlet(), ZIM_ICON);
  const files = [
    ...listFiles(await buildStick(stick), [...pictures, ...recordingsOf(edition.articles)], place),
    ...(await redirectsOf(door, edition.articles)),
    { path: ICON, isStored: true, load: () => Promise.resolve(icon) },
  ];
  verifyPaths(files.map(({ path }) => path));
  let bytes = 0;
  await placeWhole(out, async (part) => {
    const folder = `${part}.pages`;
    try {
      await fillFolder(folder, files);
      await runZimwriterfs(zimArguments(edition, { folder, icon: ICON, out: part }));
      bytes = await settle(part, files);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
  return reportOf(making, gathered, { pictures: pictures.length, bytes });
}

/** Takes chance out of the file. @returns its bytes */
async function settle(file: string, files: readonly OutFile[]): Promise<number> {
  verifySize((await stat(file)).size);
  const hash = createHash('sha256');
  for (const { path, load } of files) hash.update(`${path}\n`).update(await load());
  const bytes = await readFile(file);
  settleZim(bytes, hash.digest('hex'));
  await writeFile(file, bytes);
  return bytes.length;
}

/** @throws Error where a ZIM is larger than can be read as one piece */
export function verifySize(bytes: number): void {
  if (bytes <= ZIM_MAX) return;
  throw new Error(
    say({
      en: `The ZIM has ${bytes} bytes, and at most ${ZIM_MAX} are taken: nothing was left there. Take fewer years (--years), smaller pictures (--pictures), or leave out --recordings.`,
      ru: `В ZIM ${bytes} байт, а можно не больше ${ZIM_MAX}; ничего не оставлено. Возьмите меньше лет (--years), картинки поменьше (--pictures) или уберите --recordings.`,
    }),
  );
}
