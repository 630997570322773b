import type { Pull } from '@tamizdat/mirrors';
import { expect, test } from 'vitest';
import { describePull } from './describe-pull.ts';

const PULL: Pull = {
  exit: 4,
  isSwitched: false,
  from: undefined,
  to: undefined,
  head: undefined,
  findings: [],
  unreachable: undefined,
  fetched: { files: 0, bytes: 0 },
  taken: 0,
  byHash: 0,
  others: [],
  heldList: 0,
  spent: { requests: 1, bytes: 9 },
};

test('a page in the place of the release is told as one, and not as a lie or as nothing', () => {
  const page = { code: 'not-canonical', at: 'bundle' } as const;
  const said = describePull({ ...PULL, findings: [page] }, '/srv/copy', undefined);
  expect(said).toMatch(/^Not reachable: another page stands in the place of the release/m);
  expect(said).not.toContain('NOT GENUINE');
  expect(
    describePull({ ...PULL, unreachable: { en: 'silence', ru: 'тишина' } }, '/srv/copy', undefined),
  ).toMatch(/^Not reachable: silence$/m);
});
