import type { z } from 'zod';
import type { InBoth } from '@tamizdat/problem';

/** A check that says why it refuses a value: `reasonOf` gives the end of a sentence, or nothing. */
export function refuse(reasonOf: (value: string) => InBoth | undefined) {
  return (context: z.core.ParsePayload<string>): void => {
    const { value: input } = context;
    const reason = reasonOf(input);
    if (reason === undefined) return;
    context.issues.push({ code: 'custom', input, message: reason.en, params: { reason } });
  };
}

/** A fault as a message tells it after the value's name: “is mistyped”; with a remedy of its own where one fits better. */
export interface Fault {
  message: string;
  remedy?: string;
  /** The same in Russian, after the value in quotes. */
  ru: { message: string; remedy?: string };
}

/** A check that says in its own words what is wrong with a value. */
export function refuseWith(faultOf: (value: string) => Fault | undefined) {
  return (context: z.core.ParsePayload<string>): void => {
    const { value: input } = context;
    const fault = faultOf(input);
    if (fault !== undefined) context.issues.push({ code: 'custom', input, params: { fault } });
  };
}
