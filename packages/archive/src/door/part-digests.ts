import type { Archive } from '../archive.ts';
import { digestAnswer } from './digest-answer.ts';

/** Digests of the parts of what is behind a door, by their names (`Part`). */
export type PartDigests = Readonly<Record<string, string>>;

export async function digestParts(door: Archive): Promise<PartDigests> {
  const parts = await door.parts();
  return Object.fromEntries(
    parts.map(([part, value]) => [part, digestAnswer(value instanceof Map ? [...value] : value)]),
  );
}
