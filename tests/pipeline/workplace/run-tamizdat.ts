import { spawn, type ChildProcess } from 'node:child_process';
import { homedir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';

/** What a command said and how it ended. */
export interface Ran {
  /** Exit code; null when a signal ended it. */
  code: number | null;
  /** Standard output, then standard error. */
  output: string;
}

export interface RunOptions {
  /** The clock is computed for this moment; RFC 3339. */
  now?: string;
  /** Added to the few variables that a command gets from here. */
  env?: NodeJS.ProcessEnv;
  /** A program and its options that the command runs under, such as `taskset -c 0`. */
  under?: readonly string[];
}

const repository = path.resolve(import.meta.dirname, '../../..');

/** What Node compiled of the dependencies, which copies share, need not be compiled again for each. */
export const compileCache = path.join(repository, '.cache/node');

/** The moment at which the fixture is built, unless a test names another. */
export const FIXTURE_NOW = '2026-11-22T12:00:00Z';

/**
 * Starts `tamizdat` of a copy of the repository, in a process group of its own. It gets few variables ({@link commandEnv}).
 */
export function startTamizdat(
  copy: string,
  args: readonly string[],
  { now = FIXTURE_NOW, env = {}, under = [] }: RunOptions = {},
): ChildProcess {
  const [command = '', ...rest] = [...under, ...nodeOf(copy), ...args];
  return spawn(command, rest, {
    cwd: copy,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...commandEnv(copy), TAMIZDAT_NOW: now, ...env },
  });
}

/** The command's sources, or what `compile-command.ts` made of them where the pipeline's tests run. */
function nodeOf(copy: string): string[] {
  const main = process.env['TESTED_COMMAND'] ?? 'packages/cli/src/main.ts';
  return [process.execPath, path.join(copy, main)];
}

/** The few variables that a command of a copy gets: those of the test runner (NODE_ENV, VITEST) would change what is built. */
export function commandEnv(copy: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) =>
    /^(?:npm_config_|HTTPS?_PROXY|NO_PROXY|NODE_EXTRA_CA_CERTS)/i.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    PATH: `${path.join(copy, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
    HOME: homedir(),
    NODE_COMPILE_CACHE: compileCache,
    // The pinned pnpm was fetched into this cache by the installation.
    npm_config_cache: process.env['npm_config_cache'] ?? path.join(homedir(), '.npm'),
  };
}

/** Waits until a command has ended. */
export async function finished(child: ChildProcess): Promise<Ran> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('the command was started without pipes');
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const [out, problems, code] = await Promise.all([text(stdout), text(stderr), ended]);
  return { code, output: out + problems };
}

/** Runs `tamizdat` of a copy to its end. */
export function runTamizdat(
  copy: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ran> {
  return finished(startTamizdat(copy, args, options));
}

/**
 * Builds a copy's own content into its `dist`, and holds the tree against the checker.
 * @throws with everything that was said when either fails
 */
export async function buildWell(
  copy: string,
  options: RunOptions = {},
  args: readonly string[] = [],
): Promise<Ran> {
  const built = await runTamizdat(copy, ['build', ...args], options);
  if (built.code !== 0) throw new Error(`the build failed:\n${built.output}`);
  const checked = await runTamizdat(copy, ['tree', 'check', outOf(args)], options);
  if (checked.code !== 0) throw new Error(`the tree is not clean:\n${checked.output}`);
  return built;
}

function outOf(args: readonly string[]): string {
  const place = args.indexOf('--out');
  return place < 0 ? 'dist' : (args[place + 1] ?? 'dist');
}
