/** Says on standard error what a long command is doing: on a terminal as it goes, elsewhere a line each. */
export function announce(step: string): void {
  process.stderr.write(`${step}\n`);
}
