import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { relay } from '../frame/guard-output.ts';
import { repository } from '../repository/folders.ts';

/**
 * Runs Turborepo through the pinned pnpm, because Turborepo itself calls pnpm, which a fresh machine lacks.
 * @returns its exit code.
 */
export async function runTurbo(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const manifest = JSON.parse(await readFile(path.join(repository, 'package.json'), 'utf8')) as {
    packageManager: string;
  };
  const quiet = {
    TURBO_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    NO_COLOR: '1',
  };
  // The pinned pnpm is in npm's cache since the installation: asking the registry about it again costs seconds,
  // and more than a minute where the registry cannot be reached.
  const fromCache = { npm_config_prefer_offline: 'true', npm_config_loglevel: 'error' };
  const child = spawn('npx', ['--yes', manifest.packageManager, 'exec', 'turbo', ...args], {
    cwd: repository,
    env: { ...process.env, ...quiet, ...fromCache, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  relay(child.stdout, process.stdout);
  relay(child.stderr, process.stderr);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve(code ?? (signal ? 1 : 0));
    });
  });
}
