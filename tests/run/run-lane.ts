import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** One thing to be run: a program and its arguments. */
export interface Step {
  title: string;
  command: readonly string[];
  /** Added to what every step of the lane gets. */
  env?: NodeJS.ProcessEnv;
}

/** A step that ended, and how long it took. */
export interface StepDone {
  title: string;
  passed: boolean;
  minutes: number;
}

export interface LaneOptions {
  /** Where programs run, absolute. */
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Whether another lane writes meanwhile: then what a step says is shown when it has ended, in one piece. */
  isBeside?: boolean;
}

/** Runs steps one after the other, whether or not those before them passed, and shows what they say. */
export async function runLane(steps: readonly Step[], options: LaneOptions): Promise<StepDone[]> {
  const done: StepDone[] = [];
  for (const step of steps) done.push(await runStep(step, options));
  return done;
}

async function runStep(step: Step, { cwd, env, isBeside = false }: LaneOptions): Promise<StepDone> {
  const { title } = step;
  const [program = '', ...args] = step.command;
  process.stdout.write(`\n== ${title}${isBeside ? ' (told when they have ended)' : ''}\n`);
  const begun = performance.now();
  const stdio = isBeside ? 'pipe' : 'inherit';
  const child = spawn(program, args, {
    cwd,
    env: { ...env, ...step.env },
    stdio: ['ignore', stdio, stdio],
  });
  const ended = once(child, 'close').catch(() => [null]) as Promise<[number | null]>;
  const said = [child.stdout, child.stderr].map((stream) =>
    stream ? text(stream) : Promise.resolve(''),
  );
  const [code] = await ended;
  if (isBeside) process.stdout.write(`\n== ${title}\n${(await Promise.all(said)).join('')}`);
  return { title, passed: code === 0, minutes: (performance.now() - begun) / 60_000 };
}
