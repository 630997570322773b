import { afterAll, beforeAll, expect, it } from 'vitest';
import { RenewedWorld } from './renewed-world.ts';

/**
 * The loop from a block to the next name with real parts: TLS, a forward proxy inside the country, signatures, publication.
 * What may harm it is played by `node tests/pipeline/mirrors/play-renewal.ts`, which takes two minutes.
 */

const world = new RenewedWorld();
beforeAll(() => world.begin(2));
afterAll(() => world.end());

it('a name that is blocked gives way to the next one, which is served, opens, and was told to nobody before', async () => {
  const [first = '', second = ''] = world.names;
  world.remember({ [first]: 'blocked' });
  world.meet([first], 'reset');
  const told = await world.look();
  expect(told.states).toEqual({ [first]: 'blocked', [second]: 'good' });
  expect(told.renewal).toMatchObject({
    ...{ burned: [{ label: first, state: 'blocked' }], brought: 1, unpublished: [] },
  });
  const [next = ''] = world.ready;
  expect([world.shown, world.burned]).toEqual([[next, second], [first]]);
  for (const label of world.ready)
    expect(world.read.filter((text) => text.includes(label))).toEqual([]);
  const after = await world.look(10);
  expect([after.code, after.states]).toEqual([0, { [next]: 'good', [second]: 'good' }]);
});
