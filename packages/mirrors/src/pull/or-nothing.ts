import { SourceError } from '@tamizdat/release';

/**
 * Takes an answer that holds nothing, such as a store's 403 for what it does not have, as one that there is no such file:
 * for what a copy can do without.
 * @throws SourceError where there was no answer
 */
export async function orNothing<Result>(
  asking: Promise<Result | undefined>,
): Promise<Result | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (isRefused(error)) return undefined;
    throw error;
  }
}

/** Whether a mirror answered, and with nothing: others of its files may come. */
export const isRefused = (error: unknown): boolean =>
  error instanceof SourceError && error.fault?.status !== undefined;
