import { availableParallelism } from 'node:os';
import {
  ContentIndex,
  inspectContent,
  type Content,
  type ContentWalk,
  type Inspected,
  type KeptDigest,
} from '@tamizdat/archive';
import { tellIn } from '@tamizdat/problem';
import { language } from '../language/say.ts';
import { buildReport } from '../check/build-report.ts';
import { announce } from './announce.ts';
import { countWarnings, tellWarnings } from './told.ts';
import { type KeptContent, openKept, saveKept } from './kept-content.ts';

/**
 * Checks a content folder as `tamizdat check` does at a time (RFC 3339). Errors are reported on standard error.
 * @param kept Where what is known of unchanged files stands; all are read where absent. With what the folder holds, where
 *   that was just listed.
 * @param tellFiles Is told what all files were when they were read.
 * @returns the content, or undefined where it has errors and nothing may be built of it.
 */
export async function readContent(
  root: string,
  now: string,
  kept?: KeptContent & { walk?: ContentWalk },
  tellFiles: (files: KeptDigest[]) => void = () => undefined,
): Promise<Content | undefined> {
  const index = kept === undefined ? new ContentIndex(root) : openKept(root, kept);
  const { problems, files, outlet, ...rest } = await inspectWhole(root, now, index, kept?.walk);
  if (kept !== undefined) saveKept(root, kept, index);
  tellFiles(index.listDigests());
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 || outlet === undefined) {
    process.stderr.write(
      await buildReport({
        problems: errors.map((problem) => tellIn(language, problem)),
        files,
        root,
      }),
    );
    return undefined;
  }
  for (const line of tellWarnings(countWarnings(problems))) announce(line);
  return { ...rest, outlet, problems };
}

/** Reads and checks all of a content folder, for a build. */
export const inspectWhole = (
  root: string,
  now: string,
  index: ContentIndex,
  walk?: ContentWalk,
): Promise<Inspected> =>
  inspectContent(root, {
    texts: true,
    images: true,
    digests: true,
    workers: availableParallelism(),
    now,
    index,
    ...(walk && { walk }),
  });
