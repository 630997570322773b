import type { CorrectionKind } from '../vocabulary.ts';

/** Where corrections stand on an article's page, by id: `corrections` above the text, `clarifications` below it. */
export type CorrectionPlace = 'corrections' | 'clarifications';

/**
 * The place of a correction. What was wrong is announced above the text, before anyone reads on; what only makes clear or
 * adds stands below it. A kind always has the same place, so that links to it hold when another is added.
 */
export function correctionPlace(kind: CorrectionKind): CorrectionPlace {
  return kind === 'correction' || kind === 'retraction' ? 'corrections' : 'clarifications';
}
