import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { plainYaml, readYaml } from '@tamizdat/article-schema';
import { walkContent } from '../load/walk-content.ts';
import { describeFile } from './build-record.ts';
import { isSample, SAMPLE } from './record.ts';
import { settingsOf } from './settings.ts';

/** Whose content a folder holds. */
export interface FolderJudgment {
  whose: 'nobody' | 'sample' | 'outlet';
  /** Files that are not the sample's, relative to the folder. */
  own: string[];
}

/** Says whether a content folder is missing or empty, holds the sample, or an outlet. Reads every file. */
export function judgeFolder(root: string): FolderJudgment {
  if (!existsSync(root)) return { whose: 'nobody', own: [] };
  const { files } = walkContent(root, basename(resolve(root)));
  if (files.length === 0) return { whose: 'nobody', own: [] };
  const known = new Set(SAMPLE.files);
  const own = files
    .filter(({ onDisk }) => !known.has(describeFile(join(root, onDisk))))
    .map(({ path }) => path);
  const outlet = join(root, 'outlet.yaml');
  const isOfSample = isSampleOutlet(existsSync(outlet) ? readFileSync(outlet, 'utf8') : '');
  return { whose: isOfSample ? 'sample' : 'outlet', own };
}

/** Says whether the text of an `outlet.yaml` is the sample’s. */
export const isSampleOutlet = (text: string): boolean =>
  isSample(settingsOf(readYaml(plainYaml(text), 'outlet.yaml').value));
