import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/**
 * Reads a bench's arguments. Ends the process with the usage text: on standard output for `--help`, on standard error
 * with exit code 2 for arguments that it does not take.
 */
export function readArguments<const Options extends ParseArgsOptionsConfig>(
  usage: string,
  options: Options,
) {
  if (process.argv.includes('--help')) {
    process.stdout.write(usage);
    process.exit(0);
  }
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error), usage);
  }
}

/** Takes a whole number from 1 on; ends the process with the usage text for anything else. */
export function readCount(name: string, text: string, usage: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1) return count;
  return refuse(`--${name} takes a whole number from 1 on, not "${text}".`, usage);
}

/** Says what is wrong and what to write, and ends the process. */
export function refuse(fault: string, usage: string): never {
  process.stderr.write(`${fault}\n\n${usage}`);
  process.exit(2);
}
