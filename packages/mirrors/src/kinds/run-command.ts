import { spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import { COMMAND_MS, COMMAND_OUTPUT_BYTES } from '../limits.ts';
import type { InBoth } from '@tamizdat/problem';
import { MirrorError } from '../mirror-error.ts';

/** A call of a tool. */
export interface Command {
  program: string;
  args: readonly string[];
  /** How the program is had where it is not installed. */
  install: InBoth;
  env?: Readonly<Record<string, string>>;
  cwd?: string;
  /** What stands on its standard input: bytes, or who writes them. */
  input?: string | ((stream: Writable) => Promise<void>);
  /** Bytes of standard output that are kept; then the tool is ended. */
  limit?: number;
}

/** What a tool answered. */
export interface Answer {
  code: number;
  stdout: Uint8Array<ArrayBuffer>;
  /** The end of what it said. */
  stderr: string;
}

/**
 * Runs a tool without a shell and waits for its end.
 * @throws MirrorError `tool-missing`, `store-silent`
 */
export async function runCommand(command: Command): Promise<Answer> {
  const { program, args, env = {}, cwd, limit = COMMAND_OUTPUT_BYTES } = command;
  const child = spawn(program, args, {
    env: { ...process.env, LC_ALL: 'C', ...env },
    ...(cwd === undefined ? {} : { cwd }),
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: COMMAND_MS,
  });
  const stdout = collect(limit, () => child.kill());
  let stderr = '';
  child.stdout.on('data', stdout.add);
  child.stderr.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-COMMAND_OUTPUT_BYTES);
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ENOENT' ? missing(command) : error);
    });
    child.on('close', (code, signal) => {
      if (code === null && signal === 'SIGTERM' && !stdout.isFull()) reject(silent(program));
      else resolve(code ?? 0);
    });
  });
  const [code] = await Promise.all([ended, feed(child.stdin, command.input)]);
  return { code, stdout: stdout.bytes(), stderr: stderr.trim() };
}

async function feed(stdin: Writable, input: Command['input']): Promise<void> {
  // A tool that ends early closes its input; its exit code says why.
  stdin.on('error', () => undefined);
  if (typeof input === 'function') await input(stdin);
  else if (input !== undefined) stdin.write(input);
  stdin.end();
}

function collect(limit: number, stop: () => void) {
  const parts: Buffer[] = [];
  let size = 0;
  return {
    add: (chunk: Buffer): void => {
      parts.push(chunk);
      size += chunk.length;
      if (size > limit) stop();
    },
    isFull: () => size > limit,
    bytes: () => new Uint8Array(Buffer.concat(parts).subarray(0, limit + 1)),
  };
}

const missing = ({ program, install }: Command): MirrorError =>
  new MirrorError(
    'tool-missing',
    {
      en: `The program “${program}” is not installed.`,
      ru: `Программа «${program}» не установлена.`,
    },
    install,
  );

const silent = (program: string): MirrorError =>
  new MirrorError(
    'store-silent',
    { en: `${program} did not come to an end.`, ru: `${program} так и не завершила работу.` },
    {
      en: 'The store does not answer. Publish again later, or leave this mirror.',
      ru: 'Хранилище не отвечает. Опубликуйте позже или откажитесь от этого зеркала.',
    },
  );

/** Writes to a tool's input at the pace at which it reads. */
export async function writeAll(stream: Writable, bytes: Uint8Array | string): Promise<void> {
  if (stream.destroyed || stream.write(bytes)) return;
  await new Promise<void>((resolve) => {
    const go = (): void => {
      stream.off('drain', go).off('close', go);
      resolve();
    };
    stream.on('drain', go).on('close', go);
  });
}
