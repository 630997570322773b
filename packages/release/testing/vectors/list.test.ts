import { expect, test } from 'vitest';
import { type FollowedList, followMirrors, type Mirror } from '@tamizdat/verify';
import { listCases } from './list-cases.ts';

const mirrors = (count: number): Mirror[] =>
  Array.from({ length: count }, (_, at) => ({
    base: `https://m${at}.example/`,
    name: `m${at}`,
    languages: [],
    worker: true,
  }));

test.each(listCases)('$name (SPEC $clause)', ({ steps }) => {
  let used: FollowedList | undefined;
  for (const [number, count, replaced, expected] of steps) {
    const list = number === null ? undefined : { number, mirrors: mirrors(count) };
    used = followMirrors(used, list, replaced);
    const found = used && [used.number, used.mirrors.length, used.held];
    expect(found ?? null).toEqual(expected);
  }
});
