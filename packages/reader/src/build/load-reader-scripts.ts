import { bundleScript } from '@tamizdat/bundle';
import { minifySync } from 'rolldown/utils';
import { withoutDetails } from './without-details.ts';
import type { ReaderScripts } from './worker-script.ts';

/** Bundles all scripts of the reader's side. */
export async function loadReaderScripts(): Promise<ReaderScripts> {
  const [loader, settingsPage, starter, core, coreNoble] = await Promise.all([
    bundle('../page/loader.ts', { format: 'esm' }),
    bundle('../page/settings-page.ts'),
    bundle('../worker/starter.ts'),
    bundle('../worker/core.ts', { mangleProps: INNER }),
    bundle('../worker/core-noble.ts', { mangleProps: INNER }),
  ]);
  return { loader, settingsPage, starter, cores: [core, coreNoble] };
}

/** Names of members of the worker that occur in no message, no kept record, no file of a release and nothing of the browser. */
const INNER =
  /^(?:getFrom|noteGood|noteBad|takeList|tryMirror|checkedAt|signedAt|isFresh|verifySignature|onNodes|isClockBehind|sizeOf|forget|refresh|isAtEnd|varint|byte|nodes|known|options|rebased|level|blocks|trust|expired|store|upkeep|shown|sweep|mayAsk|draw|genuine|queue|head|begin|code|children|reader|role|pin|block|order|next|take|hash|file|roots|settings|notes|placeOf|offset|key|note|run|load|isFrozen|isAsked|getPart|isConfirmed|findFormer|partsOf|isCertain|isNearly|isAnswer|onHeld|former|removed|leaf|isOdd)$/;

async function bundle(
  entry: string,
  options: { format?: 'esm'; mangleProps?: RegExp } = {},
): Promise<string> {
  const script = await bundleScript(new URL(entry, import.meta.url), {
    target: 'es2022',
    plugins: [withoutDetails],
    ...options,
  });
  // A second pass by another minifier takes 300 bytes more of the worker.
  const { code } = minifySync('script.js', script, { module: options.format === 'esm' });
  return code.trim();
}
