import { watch } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { buildClock, inspectContent } from '@tamizdat/archive';
import type { Outlet } from '@tamizdat/article-schema';
import type { Problem } from '@tamizdat/problem';
import { openSite } from '../open-site.ts';
import type { OwnSettings } from '../settings.ts';
import type { Site } from '../site.ts';
import { SETTLE_MS } from './limits.ts';

/**
 * The outlet as it is in its folder, read again once something there was saved. What is wrong in it is told, and left
 * out of the pages; an outlet.yaml that cannot be read is told of, and its last good state stays.
 */
export function followContent(settings: OwnSettings): () => Promise<Site> {
  let outlet: Outlet | undefined;
  let opened: Promise<Site> | undefined;
  let settled = 0;
  const load = async (): Promise<Site> => {
    await setTimeout(settled);
    const now = settings.now();
    const { outlet: read, ...content } = await inspectContent(settings.contentFolder, {
      texts: true,
      now,
    });
    reportProblems(content.problems);
    outlet = read ?? outlet;
    if (!outlet) throw new Error('content/outlet.yaml cannot be read: "tamizdat check" says why');
    const whole = { ...content, outlet };
    const timed = { ...whole, fronts: whole.fronts.values() };
    return openSite({ ...settings, clock: settings.clock ?? buildClock(timed, now) }, whole);
  };
  watch(settings.contentFolder, { recursive: true }, () => {
    settled = SETTLE_MS;
    opened = undefined;
  });
  return () => (opened ??= load());
}

function reportProblems(problems: readonly Problem[]): void {
  for (const { file, line, column, message, remedy } of problems)
    process.stderr.write(`${file}:${line}:${column} ${message} ${remedy}\n`);
}
