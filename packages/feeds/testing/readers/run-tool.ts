import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { READER_TIMEOUT_MS } from '../../src/limits.ts';

const run = promisify(execFile);

/**
 * What a reader's program prints, run without this process's settings: a proxy, a locale, a time
 * zone or a home folder of the person who tests must not matter.
 *
 * @throws when the program is missing, fails, or takes longer than {@link READER_TIMEOUT_MS}
 */
export async function runTool(tool: string, args: string[], home: string): Promise<string> {
  const { stdout } = await run(tool, args, {
    env: { PATH: process.env['PATH'], HOME: home, LANG: 'C.UTF-8', TZ: 'Asia/Kolkata' },
    timeout: READER_TIMEOUT_MS,
    maxBuffer: 256 * 1024 * 1024,
  });
  return stdout;
}

/** Undefined when the program runs; otherwise why not, and how to get it on Debian. */
export async function explainMissing(
  tool: string,
  args: string[],
  debianPackage: string,
): Promise<string | undefined> {
  try {
    await runTool(tool, args, '/nonexistent');
    return undefined;
  } catch {
    return `${debianPackage} is not installed: apt-get install ${debianPackage}`;
  }
}
