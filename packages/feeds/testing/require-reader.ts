/**
 * Skips a test, by name and counted, when its reader is missing. In CI a missing reader fails
 * instead: there the test would otherwise never run.
 *
 * @param missing why the reader cannot be used; undefined when it can
 * @throws in CI, with that reason
 */
export function requireReader(
  context: { skip: (note: string) => void },
  missing: string | undefined,
): void {
  if (missing === undefined) return;
  if (process.env['CI']) throw new Error(missing);
  context.skip(missing);
}
