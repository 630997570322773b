import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A ZIM as Kiwix’s server shows it. */
export interface ServedZim {
  /** Gives what stands at a path, redirects followed. */
  get: (path: string) => Promise<string>;
  stop: () => void;
}

/** Starts Kiwix’s server over a ZIM, and waits until it answers. */
export async function serveZim(file: string): Promise<ServedZim> {
  const port = await freePort();
  const child = spawn('kiwix-serve', ['--port', String(port), '--address', '127.0.0.1', file]);
  const root = `http://127.0.0.1:${port}`;
  while (child.exitCode === null && !(await answers(root))) await wait(50);
  return {
    get: async (path) => (await fetch(root + path)).text(),
    stop: () => child.kill(),
  };
}

const answers = (root: string): Promise<boolean> =>
  fetch(root).then(
    ({ ok }) => ok,
    () => false,
  );

/** A port that nobody listens at. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}
