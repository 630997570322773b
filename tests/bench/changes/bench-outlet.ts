import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createSigningKey, signRoot, writeSeed } from '@tamizdat/release';
import { copyRepository } from '../../pipeline/workplace/copy-repository.ts';
import { type Run, measureRun } from '../measured-run.ts';

const ONLINE = ['targets', 'snapshot', 'timestamp'] as const;
/** When everything is built and signed: after the newest generated article. */
const NOW = '2026-11-30T12:00:00Z';

/** A generated outlet with keys, and a copy of the kit that builds and signs it: nobody’s sources are changed. */
export class BenchOutlet {
  readonly content: string;
  readonly tree: string;
  readonly kit: string;
  readonly #keys: string;

  /** @param folder Empty, absolute: everything stands in it. */
  constructor(folder: string) {
    this.content = path.join(folder, 'content');
    this.tree = path.join(folder, 'dist');
    this.#keys = path.join(folder, 'keys');
    this.kit = copyRepository(folder);
    mkdirSync(this.#keys);
    writeFileSync(path.join(this.#keys, 'root.json'), signOwnRoot());
  }

  async generate(articles: number): Promise<void> {
    const amount = ['--articles', String(articles)];
    await measureRun([...GENERATE, '--out', this.content, ...amount]);
  }

  build(): Promise<Run> {
    return this.#run(this.#building);
  }

  /** Starts a build that goes on after each save; what it tells goes to standard error. */
  watch(): ChildProcess {
    const { command, options } = this.#commandOf([...this.#building, '--watch']);
    const [program = '', ...args] = command;
    return spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  }

  get #building(): string[] {
    return ['build', '--content', this.content, '--out', this.tree];
  }

  /** Signs the tree as the next release. */
  release(): Promise<Run> {
    const first = existsSync(path.join(this.content, '../outlet-state')) ? [] : ['--first'];
    const from = ['--keys', this.#keys, '--content', this.content];
    return this.#run(['release', this.tree, ...from, '--offline', ...first]);
  }

  /** Takes away the tree and everything that builds and releases left. */
  forget(): void {
    const cache = path.join(this.kit, '.cache');
    const left = globSync(['builds', 'content-*', 'publish', 'rendered'], { cwd: cache });
    const ours = [this.tree, path.join(this.content, '../outlet-state')];
    for (const name of [...ours, ...left.map((each) => path.join(cache, each))])
      rmSync(name, { recursive: true, force: true });
  }

  #run(args: readonly string[]): Promise<Run> {
    const { command, options } = this.#commandOf(args);
    return measureRun(command, options);
  }

  #commandOf(args: readonly string[]): {
    command: string[];
    options: { cwd: string; env: NodeJS.ProcessEnv };
  } {
    const env: NodeJS.ProcessEnv = { TAMIZDAT_NOW: NOW, CI: '' };
    for (const role of ONLINE) env[`TAMIZDAT_KEY_${role.toUpperCase()}`] = writeSeed(seedOf(role));
    const start = path.join(this.kit, 'packages/cli/src/start.mjs');
    return { command: [process.execPath, start, ...args], options: { cwd: this.kit, env } };
  }
}

const GENERATE = [process.execPath, path.resolve(import.meta.dirname, '../generate-corpus.ts')];

const seedOf = (role: string): Buffer => createHash('sha256').update(`bench ${role}`).digest();

type Signer = Parameters<typeof signRoot>[0]['signers']['root'];

function signOwnRoot(): Uint8Array {
  const key = createSigningKey(seedOf('root'));
  const signer = (role: string): Signer => ({
    keys: [createSigningKey(seedOf(role))],
    threshold: 1,
  });
  const online = {
    targets: signer('targets'),
    snapshot: signer('snapshot'),
    timestamp: signer('timestamp'),
  };
  const signers = { root: signer('root'), ...online };
  return signRoot({ version: 1, now: Date.parse(NOW), signers, keys: [key] });
}
