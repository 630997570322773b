import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { initKeys } from '@tamizdat/release';
import { serveCopy } from '../release/sample-outlet.ts';
import { FIXTURE_NOW, type Ran, runTamizdat } from '../workplace/run-tamizdat.ts';
import type { ForgeRepository } from './forge-repository.ts';

const repository = path.resolve(import.meta.dirname, '../../..');
const PASSPHRASE = 'five random words';

/** What an outlet sets up before its forge can release: keys, secrets, a mirror that is served, a reserve mirror. */
export class ReleasePlace {
  readonly mirror: string;
  readonly reserve: string;
  readonly secrets: Record<string, string>;
  readonly #folder: string;
  #fingerprint = '';
  #served: Awaited<ReturnType<typeof serveCopy>> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
    this.mirror = path.join(folder, 'mirror');
    this.reserve = path.join(folder, 'reserve');
    this.secrets = {
      RCLONE_CONF: '[store]\ntype = memory\n',
      MIRROR_CREDENTIALS: 'https://me:hunter2@git.example',
      TAMIZDAT_RESERVE: `mirrors:\n  - { name: velvet, address: https://velvet.example/, kind: folder, folder: ${this.reserve} }\n`,
    };
  }

  /** Makes the keys, and serves the mirror. */
  async start(): Promise<void> {
    const keys = path.join(this.#folder, 'keys');
    mkdirSync(this.mirror);
    mkdirSync(this.reserve);
    this.#served = await serveCopy(this.mirror);
    const now = Date.parse(FIXTURE_NOW);
    this.#fingerprint = initKeys({ folder: keys, passphrase: PASSPHRASE, now }).fingerprint;
    for (const role of ['targets', 'snapshot', 'timestamp']) {
      const out = path.join(this.#folder, `${role}.key`);
      await runTamizdat(repository, ['keys', 'export', keys, '--role', role, '--out', out], {
        env: { TAMIZDAT_PASSPHRASE: PASSPHRASE },
      });
      this.secrets[`TAMIZDAT_KEY_${role.toUpperCase()}`] = readFileSync(out, 'utf8').trim();
    }
  }

  /** Writes what is public of it into the content: the root and the list of mirrors. */
  writeInto({ content }: ForgeRepository): void {
    const base = `${this.#served?.address ?? ''}/`;
    mkdirSync(path.join(content.root, 'keys'));
    cpSync(path.join(this.#folder, 'keys/root.json'), path.join(content.root, 'keys/root.json'));
    content.write(
      'mirrors.yaml',
      `mirrors:\n  - { name: harbour, address: "${base}", kind: folder, folder: ${this.mirror} }\n`,
    );
  }

  /** Verifies the mirror as a reader does. */
  verify(now = FIXTURE_NOW): Promise<Ran> {
    return runTamizdat(
      repository,
      ['verify', this.#served?.address ?? '', '--root', this.#fingerprint],
      {
        now,
      },
    );
  }

  /** What must stand in no log. */
  get hidden(): string[] {
    return ['hunter2', 'velvet', this.secrets['TAMIZDAT_KEY_TARGETS'] ?? ''];
  }

  stop(): void {
    this.#served?.close();
  }
}
