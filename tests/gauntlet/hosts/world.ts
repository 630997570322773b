import type { Page } from '@playwright/test';
import type { Run } from '../adversary.ts';
import { ALL_NAMES, MIRRORS, ORIGIN } from '../outlet/names.ts';
import type { Folders } from './answer.ts';
import type { Authority } from './certificates.ts';
import { type Asked, type Behaviour, Host, type Protocol } from './host.ts';
import { countCrowd, INDIFFERENT } from './provider.ts';
import { countCrowded, measureQuiet, type Quiet } from './quiet.ts';
import type { ReleaseName, Serving } from './serving.ts';

/** What came and went between the reader and all hosts. */
export interface Traffic extends Quiet {
  /** From the hosts, TLS included. */
  bytes: number;
  /** Requests that reached a host. */
  requests: number;
  /** New ones. What is refused or has no name is none. */
  connections: number;
  /** The most of them within ten seconds, as providers count. */
  crowd: number;
  /** Names of hosts to which something was said. */
  hosts: string[];
}

/** Milliseconds within which a browser looks for a newer script, and those that it takes to start one. */
const SCRIPT_MS = 30_000;
const STARTED_MS = 3_000;

/** All hosts of a run, under names that only its readers know. */
export class World {
  readonly hosts: ReadonlyMap<string, Host>;

  private constructor(hosts: ReadonlyMap<string, Host>) {
    this.hosts = hosts;
  }

  static async open(folders: Folders, authority: Authority, protocol: Protocol): Promise<World> {
    const hosts = new Map<string, Host>();
    for (const name of ALL_NAMES)
      hosts.set(name, await Host.start(name, authority.certify(name), folders, protocol));
    return new World(hosts);
  }

  /** All is well: the origin, announced mirrors and others serve a release. */
  async serve(release: ReleaseName): Promise<void> {
    await this.#behave(() => ({}), { kind: 'site', release });
    for (const host of this.hosts.values()) host.gate.provider = INDIFFERENT;
  }

  /** @param drawn Name of the mirror that the reader's worker asks first. */
  async strike(
    { strike, since = 'newest' }: Pick<Run, 'strike' | 'since'>,
    drawn = MIRRORS[0],
  ): Promise<void> {
    const { origin, mirrors, hosts = {}, everyone } = strike;
    await this.#behave(
      (name) => {
        const group = name === ORIGIN ? origin : MIRRORS.includes(name) ? mirrors : undefined;
        const own = name === drawn ? strike.drawn : undefined;
        return own ?? hosts[name] ?? group ?? everyone ?? {};
      },
      { kind: 'site', release: since },
    );
    const provider = strike.provider === 'counts' ? countCrowd() : INDIFFERENT;
    for (const host of this.hosts.values()) host.gate.provider = provider;
  }

  /** Rules by which a reader's browser finds the hosts: each at its gate, nothing else anywhere. */
  listNames({ strike }: Pick<Run, 'strike'>): string {
    const rules = [...this.hosts.values()].map(({ name, gate }) => {
      const behaviour = strike.hosts?.[name] ?? (name === ORIGIN ? strike.origin : undefined);
      const isGone = behaviour?.way?.kind === 'no-name';
      return `MAP ${name} ${isGone ? '~NOTFOUND' : `127.0.0.1:${gate.port}`}`;
    });
    return [...rules, 'MAP * ~NOTFOUND'].join(', ');
  }

  /** Waits until the browser has asked the origin for the worker's script, and has had the time to start it. */
  async awaitScript(page: Page): Promise<void> {
    const origin = this.hosts.get(ORIGIN);
    const begun = performance.now();
    while (performance.now() - begun < SCRIPT_MS) {
      if (origin?.asked.some(({ path }) => path === 'worker.js')) break;
      await page.waitForTimeout(100);
    }
    await page.waitForTimeout(STARTED_MS);
  }

  /** Begins to count anew. */
  forget(): void {
    for (const host of this.hosts.values()) host.forget();
  }

  count(): Traffic {
    const hosts = [...this.hosts.values()];
    const passed = hosts.flatMap(({ gate }) => gate.passed);
    const added = passed.filter(({ before }) => before === undefined).map(({ at }) => at);
    return {
      bytes: passed.reduce((sum, { down, before = 0 }) => sum + down - before, 0),
      requests: hosts.reduce((sum, { asked }) => sum + asked.length, 0),
      connections: added.length,
      crowd: countCrowded(added),
      hosts: hosts.filter(isUsed).map(({ name }) => name),
      ...measureQuiet(hosts),
    };
  }

  /** What was asked of a host since {@link forget}. */
  asked(name: string): readonly Asked[] {
    return this.hosts.get(name)?.asked ?? [];
  }

  async close(): Promise<void> {
    await Promise.all([...this.hosts.values()].map((host) => host.close()));
  }

  async #behave(of: (name: string) => Behaviour, otherwise: Serving): Promise<void> {
    for (const [name, host] of this.hosts) await host.behave(of(name), otherwise);
  }
}

const isUsed = ({ asked, gate }: Host): boolean =>
  asked.length > 0 || gate.passed.some(({ before }) => before === undefined);
