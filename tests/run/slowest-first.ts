import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes minutes: begun last, it would run alone at the end, with a core at rest. */
const SLOWEST = [
  'same-bytes',
  'forge/release',
  'forge/pull-request',
  'failed-builds',
  'turborepo',
  'release/ways-out',
  'forge/gitlab',
  'mirrors/published',
  'small-changes',
  'forge/foreign-state',
];

/** The slowest files of the pipeline first, as listed; then as Vitest has it, the longest first. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const place = SLOWEST.findIndex((name) => moduleId.endsWith(`/pipeline/${name}.test.ts`));
  return place < 0 ? SLOWEST.length : place;
}
