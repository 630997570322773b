import { forgetRemembered } from '@tamizdat/cli/build';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OUTLET } from '../fixture/records.ts';
import { compareStates, NO_CHANGES, readState } from '../workplace/tree-state.ts';
import { Workplace } from '../workplace/workplace.ts';
import { ChangingContent } from './changes.ts';
import { Random } from './random.ts';

/**
 * What is built after a change is what would be built from nothing, byte for byte: otherwise a reader meets a page that
 * ought to be another. `TAMIZDAT_CHANGES` makes as many changes, `TAMIZDAT_SEED` others.
 */
const CHANGES = Number(process.env['TAMIZDAT_CHANGES'] ?? 8);
const SEED = Number(process.env['TAMIZDAT_SEED'] ?? 20261122);

const START = Date.parse('2026-11-22T12:00:00Z');
const work = new Workplace();

beforeAll(async () => {
  await work.content.fill();
  work.content.write('outlet.yaml', `${OUTLET}books: { weeks: 2, months: 1 }\n`);
});
afterAll(() => {
  work.remove();
});

test(`after each of ${CHANGES} changes (seed ${SEED}) the tree is the one built from nothing`, async () => {
  const changing = new ChangingContent(work.content, new Random(SEED));
  const first = await work.update();
  const told: string[] = [];
  let fewest = first.rendered;
  for (let step = 0; step < CHANGES; step++) {
    // Every other build is one in a process that built before, as a watch is, which brings first what was saved.
    const isWatched = step % 2 === 1;
    const bring = isWatched ? await work.getReady() : undefined;
    const before = work.listContent();
    told.push(await changing.change());
    if (!isWatched) forgetRemembered();
    const now = new Date(START + changing.minutes * 60_000).toISOString();
    await bring?.([...before, ...work.listContent()], now);
    const { rendered } = await work.update(now);
    fewest = Math.min(fewest, rendered);
    const differences = compareStates(await work.buildFromNothing(now), readState(work.tree));
    expect(differences, `seed ${SEED}: ${told.join('; ')}`).toEqual(NO_CHANGES);
  }
  // Rendering everything each time would pass as well.
  expect(fewest).toBeLessThan(first.rendered / 4);
}, 3_600_000);
