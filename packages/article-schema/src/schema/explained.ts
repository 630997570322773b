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

/** A fault as a message tells it after the value's name: “is mistyped”; with a remedy of its own where one fits better. */
export interface Fault {
  message: string;
  remedy?: string;
}

/** A check that says in its own words what is wrong with a value. */
export function refuseWith(faultOf: (value: string) => Fault | undefined) {
  return (context: z.core.ParsePayload<string>): void => {
    const { value: input } = context;
    const fault = faultOf(input);
    if (fault !== undefined) context.issues.push({ code: 'custom', input, params: { fault } });
  };
}
