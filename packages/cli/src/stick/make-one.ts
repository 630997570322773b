import { buildStick } from '@tamizdat/stick';
import { compose } from './compose.ts';
import { picturesOf } from './gather.ts';
import { gatherAll, type Making, reportOf } from './making.ts';
import { listFiles } from './out-file.ts';
import type { Report } from './report.ts';
import { writeFolder, writeZip } from './write-out.ts';

/** Makes a folder or a zip of all languages. */
export async function makeOne(making: Making): Promise<Report> {
  const { form, out, place, setting } = making;
  const gathered = await gatherAll(making);
  const texts = await buildStick(await compose(setting, gathered));
  const pictures = picturesOf(gathered.flatMap(({ articles }) => articles));
  const files = listFiles(texts, pictures, place);
  const bytes = await (form === 'zip' ? writeZip : writeFolder)(out, files);
  return reportOf(making, gathered, { pictures: pictures.length, bytes });
}
