import { guardOutput } from './guard-output.ts';
import { runFrame } from './run-frame.ts';
import { tamizdat } from './tamizdat.ts';

/** What a run of the command said and how it ended. */
export interface HereRun {
  code: number;
  out: string;
  err: string;
}

export interface HereOptions {
  /** Working directory of the run, absolute. */
  cwd: string;
  /** Set over the environment while it runs; undefined takes a variable away. */
  env: Readonly<Record<string, string | undefined>>;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs the command in this process, for tests: the same arguments, output, exit code and guard of output as `main.ts`
 * without the start of a process, which costs more than most commands do. One run at a time, in
 * English.
 */
export function runHere(args: readonly string[], options: HereOptions): Promise<HereRun> {
  const run = last.then(() => runAlone(args, options));
  last = run.catch(() => undefined);
  return run;
}

async function runAlone(args: readonly string[], { cwd, env }: HereOptions): Promise<HereRun> {
  const said = { out: '', err: '' };
  const formerEnv = Object.entries(env).map(([name]) => [name, process.env[name]] as const);
  const formerFolder = process.cwd();
  const formerCode = process.exitCode;
  const giveBack = [
    capture(process.stdout, (text) => (said.out += text)),
    capture(process.stderr, (text) => (said.err += text)),
  ];
  try {
    process.exitCode = undefined;
    process.chdir(cwd);
    setAll(Object.entries(env));
    return { code: await runFrame(tamizdat, args), ...said };
  } finally {
    for (const give of giveBack) give();
    setAll(formerEnv);
    process.chdir(formerFolder);
    process.exitCode = formerCode;
  }
}

function setAll(variables: readonly (readonly [string, string | undefined])[]): void {
  for (const [name, value] of variables) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}

/** Takes what is written to a stream, as `main.ts` guards it, until the function that it gives is called. */
function capture(stream: NodeJS.WriteStream, take: (text: string) => void): () => void {
  const former = Object.getOwnPropertyDescriptor(stream, 'write');
  stream.write = (
    chunk: string | Uint8Array,
    encoding?: BufferEncoding | ((error?: Error | null) => void),
    done?: (error?: Error | null) => void,
  ): boolean => {
    take(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    (typeof encoding === 'function' ? encoding : done)?.();
    return true;
  };
  guardOutput(stream);
  return () => {
    if (former === undefined) Reflect.deleteProperty(stream, 'write');
    else Object.defineProperty(stream, 'write', former);
  };
}
