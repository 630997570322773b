import path from 'node:path';
import { articleTextAddress } from '@tamizdat/archive';
import { buildStick } from '@tamizdat/stick';
import { readNow } from '../clock/read-now.ts';
import { compose } from './compose.ts';
import { picturesOf, recordingsOf } from './gather.ts';
import { gatherAll, type Making, reportOf } from './making.ts';
import { listFiles, type OutFile, verifyPaths } from './out-file.ts';
import type { Report } from './report.ts';
import { gatherSigned } from './signed-texts.ts';
import { writeFolder, writeZip } from './write-out.ts';

/** Makes a folder or a zip of all languages. */
export async function makeOne(making: Making): Promise<Report> {
  const { form, out, place, setting } = making;
  const gathered = await gatherAll(making);
  const texts = await buildStick(await compose(setting, gathered));
  const articles = gathered.flatMap((one) => one.articles);
  const pictures = picturesOf(articles);
  const media = [...pictures, ...recordingsOf(articles)];
  const files = [...listFiles(texts, media, place), ...(await signedFiles(making))];
  verifyPaths(files.map(({ path }) => path));
  const bytes = await (form === 'zip' ? writeZip : writeFolder)(out, files);
  return reportOf(making, gathered, { pictures: pictures.length, bytes });
}

/** The articles’ plain texts as they were signed, where a signed tree is named. */
async function signedFiles({ door, editions, options }: Making): Promise<OutFile[]> {
  if (options.signed === undefined) return [];
  const articles = editions.flatMap((edition) => edition.articles);
  return gatherSigned({
    tree: path.resolve(options.signed),
    paths: articles.map(({ address }) => articleTextAddress(address)),
    fingerprint: (await door.outlet()).rootFingerprint,
    now: readNow(),
  });
}
