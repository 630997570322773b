import { type State } from '@tamizdat/mirrors/watch';
import { RenewedWorld, type Told } from './renewed-world.ts';

/**
 * `node tests/pipeline/mirrors/play-renewal.ts` plays what may go wrong between a block and the next name, each way from the
 * same beginning, with real servers, TLS and a real proxy, and prints what came of it. Exit code 1 where a name was lost that
 * opens, or one in reserve was told.
 */

interface Way {
  what: string;
  /** What two earlier looks found of both names. */
  before: State;
  /** Sets the stage; the first name and the second. */
  set: (world: RenewedWorld, names: readonly string[]) => void;
  minutes?: number;
  /** Whether what came of it is right. */
  isRight: (told: Told, world: RenewedWorld) => boolean;
}

const nothing = (_: Told, { burned, shown, names }: RenewedWorld): boolean =>
  burned.length === 0 && shown.join() === names.join();
const blind = (why: string) => (told: Told, world: RenewedWorld) =>
  nothing(told, world) && told.renewal.blind === why && told.code !== 0;

const WAYS: Way[] = [
  {
    what: 'one name is reset',
    before: 'good',
    set: (world, [first = '']) => {
      world.remember({ [first]: 'blocked' });
      world.meet([first], 'reset');
    },
    isRight: (_, { shown, names, ready, burned }) =>
      shown.join() === [ready[0], names[1]].join() && burned.join() === names[0],
  },
  {
    what: 'the proxy is broken: 502 for everything',
    before: 'blocked',
    set: (world) => {
      world.meet([], 'pass', 'none');
    },
    isRight: blind('nothing-opens'),
  },
  {
    what: 'the proxy resets everything',
    before: 'blocked',
    set: (world) => {
      world.vantage.passage = (host) => (host.endsWith('.invalid') ? 'none' : 'reset');
    },
    isRight: blind('nothing-opens'),
  },
  {
    what: 'the proxy lies: a block page for everything',
    before: 'blocked',
    set: (world) => {
      world.meet([], 'pass', 'page');
    },
    isRight: blind('every-name'),
  },
  {
    what: 'a block page for every host that there is, and none for others',
    before: 'blocked',
    set: (world) => {
      world.vantage.passage = (host) => (host.endsWith('.invalid') ? 'none' : 'page');
    },
    isRight: blind('nothing-opens'),
  },
  {
    what: 'the DNS answers for every name, and mirrors are blocked',
    before: 'blocked',
    set: (world, names) => {
      world.vantage.passage = (host) =>
        names.some((name) => host.startsWith(`${name}.`))
          ? 'reset'
          : host.endsWith('.invalid')
            ? 'page'
            : 'pass';
    },
    isRight: blind('every-name'),
  },
  {
    what: 'all names at once are blocked, and a control opens',
    before: 'blocked',
    set: (world, names) => {
      world.meet(names, 'reset');
    },
    isRight: (_, { shown, ready, burned }) =>
      shown.toSorted().join() === ready.slice(0, 2).sort().join() && burned.length === 2,
  },
  {
    what: 'the same, with one new name a day',
    before: 'blocked',
    set: (world, names) => {
      world.announce({ daily: 1 });
      world.meet(names, 'reset');
    },
    isRight: ({ renewal }, { shown, ready, names }) =>
      renewal.asked === 1 &&
      shown.includes(ready[0] ?? '') &&
      names.some((one) => shown.includes(one)),
  },
  {
    what: 'the same, and no name is ready',
    before: 'blocked',
    set: (world, names) => {
      world.drain();
      world.meet(names, 'reset');
    },
    isRight: ({ renewal }, { shown, names }) =>
      renewal.lacking === 2 && shown.join() === names.join(),
  },
  {
    what: 'the certificate does not cover a name',
    before: 'down',
    set: (world, [first = '']) => {
      world.meet([first], 'uncovered');
    },
    isRight: nothing,
  },
  {
    what: 'the clock is ten days behind',
    before: 'blocked',
    set: (world, names) => {
      world.meet(names.slice(0, 1), 'reset');
    },
    minutes: -14_400,
    isRight: (told, world) =>
      nothing(told, world) && /^clock-behind/.test(told.renewal.failure ?? ''),
  },
  {
    what: 'the clock is ten days ahead',
    before: 'blocked',
    set: (world, names) => {
      world.meet(names.slice(0, 1), 'reset');
    },
    minutes: 14_400,
    isRight: (told, world) =>
      nothing(told, world) && /^clock-ahead/.test(told.renewal.failure ?? ''),
  },
];

const world = new RenewedWorld();
let wrong = 0;
try {
  await world.begin(3);
  const back = world.keep();
  for (const { what, before, set, minutes = 0, isRight } of WAYS) {
    back();
    if (before !== 'good')
      world.remember(Object.fromEntries(world.names.map((name) => [name, before])));
    set(world, world.names);
    world.read.length = 0;
    const told = await world.look(minutes);
    const shown = new Set(world.shown);
    const hidden = world.ready.filter((label) => !shown.has(label));
    const isTold = world.ready.some((label) => world.read.some((text) => text.includes(label)));
    const isAll = isRight(told, world) && !isTold && hidden.length > 0;
    if (!isAll) wrong += 1;
    const { burned = [], brought = 0, asked = 0, lacking = 0, failure } = told.renewal;
    const came =
      failure?.slice(0, 13) ??
      told.renewal.blind ??
      `${burned.length} given up, ${brought} new, ${asked} asked, ${lacking} lacking`;
    process.stdout.write(
      `${isAll ? 'right' : 'WRONG'}  exit ${told.code ?? ''}  ${what}: ${came}${isTold ? '; A NAME IN RESERVE WAS TOLD' : ''}\n`,
    );
    if (!isAll) process.stdout.write(`${told.output}\n`);
  }
} finally {
  await world.end();
}
process.exitCode = wrong === 0 ? 0 : 1;
