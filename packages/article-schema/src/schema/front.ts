import { z } from 'zod';
import { TimestampSchema, UlidSchema } from './primitives.ts';

const Placed = z.strictObject({ id: UlidSchema, until: TimestampSchema });

/** `content/front/<lang>.yaml`: the edited front page. An entry whose time is over no longer counts. */
export const FrontSchema = z.strictObject({
  lead: Placed.optional(),
  secondRank: z.array(Placed).max(12).default([]),
});
export type Front = z.infer<typeof FrontSchema>;
