import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '../../..');
const main = path.join(repository, 'apps/write/src/main.ts');

/** A writing room over a copy of the sample’s content. */
export interface LocalRoom {
  /** Address with a slash at its end. */
  base: string;
  content: string;
  close: () => void;
}

/** Copies the sample’s content to a new folder. */
export function copyContent(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-room-'));
  cpSync(path.join(repository, 'content'), path.join(folder, 'content'), { recursive: true });
  return path.join(folder, 'content');
}

/** Starts the room as `npm run write` does, on any free port. */
export async function openLocalRoom(): Promise<LocalRoom> {
  const content = copyContent();
  const child = spawn(process.execPath, [main, '--content', content, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const base = await new Promise<string>((resolve, reject) => {
    let told = '';
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      const address = /http:\/\/\S+\//.exec(told)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => {
      reject(new Error(`The room ended with ${String(code)}: ${told}`));
    });
  });
  return {
    base,
    content,
    close: () => {
      child.kill();
      rmSync(path.dirname(content), { recursive: true });
    },
  };
}

/** Writes the room to host into a folder; gives what the command said. */
export function hostRoom(content: string, out: string): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [main, '--content', content, '--out', out],
    {
      encoding: 'utf8',
    },
  );
  return { status, said: stdout + stderr };
}

/** What `tamizdat check` says of a content folder. */
export function check(
  content: string,
  ...paths: string[]
): { status: number | null; said: string } {
  const command = path.join(repository, 'packages/cli/src/main.ts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [command, 'check', ...paths, '--content', content],
    { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  );
  return { status, said: stdout + stderr };
}
