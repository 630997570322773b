import type { z } from 'zod';

/** A check that says why it refuses a value: `reasonOf` gives the end of a sentence, or nothing. */
export function refuse(reasonOf: (value: string) => string | undefined) {
  return (context: z.core.ParsePayload<string>): void => {
    const { value: input } = context;
    const message = reasonOf(input);
    if (message === undefined) return;
    context.issues.push({ code: 'custom', input, message, params: { explained: true } });
  };
}
