import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DRAWING_WALL_MS } from '../limits.ts';
import type { Drawn, DrawJob } from './draw-png.ts';

const PROGRAM = fileURLToPath(new URL('./drawer-process.ts', import.meta.url));

let drawer: ChildProcess | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Draws in a process of its own, one drawing after the other. Never rejects: what took too long is told. */
export function draw(job: DrawJob): Promise<Drawn> {
  const drawn = last.then(() => drawNow(job));
  last = drawn;
  return drawn;
}

function drawNow(job: DrawJob): Promise<Drawn> {
  const { promise, resolve } = Promise.withResolvers<Drawn>();
  const own = (drawer ??= start());
  const done = (drawn: Drawn): void => {
    clearTimeout(timer);
    own.off('message', done).off('close', ended).off('error', ended);
    if ('failed' in drawn && drawn.failed === 'costly') forget(own);
    rest(own);
    resolve(drawn);
  };
  // Killed from elsewhere, for memory perhaps, or not even started.
  const ended = (): void => {
    done({ failed: 'damaged' });
  };
  const timer = setTimeout(() => {
    done({ failed: 'costly' });
  }, DRAWING_WALL_MS);
  own.on('message', done).on('close', ended).on('error', ended);
  wake(own);
  own.send(job, (error) => {
    if (error !== null) ended();
  });
  return promise;
}

/** Starts a process that ends with this one: it lives of the channel between them. */
function start(): ChildProcess {
  const own = fork(PROGRAM, { execArgv: [], serialization: 'advanced', stdio: 'ignore' });
  own.once('close', () => {
    forget(own);
  });
  own.on('error', () => {
    forget(own);
  });
  return own;
}

function forget(own: ChildProcess): void {
  own.kill('SIGKILL');
  if (drawer === own) drawer = undefined;
}

/** While nothing is drawn, the process keeps nobody waiting. */
function rest(own: ChildProcess): void {
  own.unref();
  own.channel?.unref();
}

function wake(own: ChildProcess): void {
  own.ref();
  own.channel?.ref();
}
