import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { repository } from '../repository/folders.ts';

/**
 * Runs Turborepo through the pinned pnpm, because Turborepo itself calls pnpm, which a fresh machine lacks.
 * @returns its exit code.
 */
export async function runTurbo(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const manifest = JSON.parse(await readFile(path.join(repository, 'package.json'), 'utf8')) as {
    packageManager: string;
  };
  const quiet = { TURBO_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
  const child = spawn('npx', ['--yes', manifest.packageManager, 'exec', 'turbo', ...args], {
    cwd: repository,
    env: { ...process.env, ...quiet, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      resolve(code ?? (signal ? 1 : 0));
    });
  });
}
