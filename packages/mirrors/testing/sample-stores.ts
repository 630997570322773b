import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A store that runs on this machine, for tests. */
export interface SampleStore {
  /** What rclone calls it. */
  remote: string;
  /** Its configuration, for rclone alone. */
  config: string;
  /** Puts all that is in it into a folder. */
  fetchInto: (folder: string) => Promise<void>;
  close: () => Promise<void>;
}

/** Servers that rclone itself can be, with the remotes that speak to them. */
export type Protocol = 'webdav' | 'sftp';

/** A free port. Somebody else may take it before it is used: on a machine of tests nobody does. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
      });
    });
  });
}

/** Writes a configuration with one remote, `store`. */
export function writeConfig(folder: string, settings: Readonly<Record<string, string>>): string {
  const config = join(folder, 'rclone.conf');
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  writeFileSync(config, `[store]\n${lines.join('\n')}\n`);
  return config;
}

/** Copies all of a remote into a folder. The store may be served by this very process. */
export async function fetchAll(config: string, remote: string, folder: string): Promise<void> {
  await promisify(execFile)('rclone', [
    '--config',
    config,
    'copy',
    remote,
    folder,
    // Folder by folder, s3rver leaves some out.
    '--fast-list',
  ]);
}

const settingsOf = (protocol: Protocol, port: number): Record<string, string> =>
  protocol === 'webdav'
    ? { type: 'webdav', url: `http://127.0.0.1:${port}`, vendor: 'other' }
    : {
        type: 'sftp',
        host: '127.0.0.1',
        port: String(port),
        user: 'u',
        pass: execFileSync('rclone', ['obscure', 'p'], { encoding: 'utf8' }).trim(),
        shell_type: 'none',
        disable_hashcheck: 'true',
      };

/** Serves a folder by WebDAV or SFTP through rclone, and writes the configuration of a remote for it. */
export async function serveStore(protocol: Protocol, folder: string): Promise<SampleStore> {
  const port = await freePort();
  const served = join(folder, 'served');
  mkdirSync(served, { recursive: true });
  const access = protocol === 'sftp' ? ['--user=u', '--pass=p'] : [];
  const args = [
    'serve',
    protocol,
    served,
    `--addr=127.0.0.1:${port}`,
    '--dir-cache-time=0s',
    ...access,
  ];
  const child = spawn('rclone', [...args, '--vfs-cache-mode=off', '--config='], {
    stdio: 'ignore',
  });
  const config = writeConfig(folder, settingsOf(protocol, port));
  await untilItAnswers(config);
  return {
    remote: 'store:site',
    config,
    fetchInto: (into) => fetchAll(config, 'store:site', into),
    close: () =>
      new Promise((resolve) => {
        child.once('close', () => {
          resolve();
        });
        child.kill();
      }),
  };
}

async function untilItAnswers(config: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      execFileSync(
        'rclone',
        ['--config', config, 'lsf', 'store:', '--retries=1', '--low-level-retries=1'],
        { stdio: 'pipe' },
      );
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('rclone serve does not answer');
}
