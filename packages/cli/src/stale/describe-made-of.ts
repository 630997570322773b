import path from 'node:path';
import { type Content, type KeptDigest, nextBoundary } from '@tamizdat/archive';
import { type MadeOf, resolveFolder } from './made-of.ts';

/**
 * Describes what a build made its tree of.
 * @param files All of the content, as they were when they were read.
 */
export function describeMadeOf(
  content: Content,
  files: KeptDigest[],
  at: { content: string; state: string; now: string },
): MadeOf {
  const until = nextBoundary({ ...content, fronts: content.fronts.values() }, at.now);
  return {
    folder: path.relative(resolveFolder(at.state), resolveFolder(at.content)),
    ...(until === undefined ? {} : { until }),
    files,
  };
}
