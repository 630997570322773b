import { createHash } from 'node:crypto';
import type { Place } from '@tamizdat/mirrors';

/** A name for a mirror's place that says nothing of where it is. */
export const placeMark = (place: Place): string =>
  createHash('sha256').update(JSON.stringify(place)).digest('hex').slice(0, 16);
