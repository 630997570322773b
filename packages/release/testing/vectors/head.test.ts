import { expect, test } from 'vitest';
import { parseBundle, startTrust, verifyHead } from '@tamizdat/verify';
import { NOW } from '../sample-outlet.ts';
import { read } from './forge.ts';
import { headCases } from './head-cases.ts';
import { ROOT_1 } from './sample-head.ts';

test.each(headCases)(
  '$name (SPEC $clause)',
  async ({ now = NOW, trust, bundle, expect: expected }) => {
    const given = { ...startTrust(read(ROOT_1)), ...trust };
    const before = structuredClone(given);
    const verify = async (): ReturnType<typeof verifyHead> =>
      verifyHead(parseBundle(new TextEncoder().encode(bundle)).files, given, { now });
    if (typeof expected === 'string') {
      await expect(verify()).rejects.toMatchObject({ name: 'ReleaseError', code: expected });
    } else {
      const head = await verify();
      const { release, ...said } = expected;
      const found = {
        release: head.release.number,
        expired: head.expired,
        clockBehind: head.isClockBehind,
        trust: head.trust,
      };
      expect(found).toMatchObject({ release, ...said });
    }
    expect(given).toEqual(before);
  },
);
