import { z } from 'zod';
import { metaOf } from '../fields/notes.ts';
import { FRONT_FIELDS } from '../fields/front-fields.ts';
import { TimestampSchema, UlidSchema } from './primitives.ts';

const about = (field: keyof typeof FRONT_FIELDS) => metaOf(FRONT_FIELDS, field);

/** `content/front/<lang>.yaml`: the edited front page. An entry whose time is over no longer counts. */
export const FrontSchema = z.strictObject({
  lead: z
    .strictObject({
      id: UlidSchema.meta(about('lead.id')),
      until: TimestampSchema.meta(about('lead.until')),
    })
    .meta(about('lead'))
    .optional(),
  secondRank: z
    .array(
      z.strictObject({
        id: UlidSchema.meta(about('secondRank[].id')),
        until: TimestampSchema.meta(about('secondRank[].until')),
      }),
    )
    .max(12)
    .meta(about('secondRank'))
    .default([]),
});
export type Front = z.infer<typeof FrontSchema>;
