/** Thrown for what was typed wrongly: one line for the reader, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
