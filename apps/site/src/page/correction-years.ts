import type { Archive } from '@tamizdat/archive';

/** Years with corrections in an edition, newest first. The first stands on the log's own page, the others have one each. */
export async function correctionYears(door: Archive, lang: string): Promise<string[]> {
  return [...new Set((await door.corrections(lang)).map(({ year }) => year))];
}
