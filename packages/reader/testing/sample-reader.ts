import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf } from '@tamizdat/release';
import {
  NOW,
  ROOT_1,
  SampleSite,
  type Served,
  serveFolder,
  type Tamper,
} from '@tamizdat/release/testing';
import { Reader } from '../src/worker/answer/reader.ts';
import { MemoryStore } from './memory-store.ts';

const HOUR_MS = 3_600_000;

/** A server of the sample site whose answers a test alters as it goes. */
export interface Host extends Served {
  tamper: Tamper;
  folder: string;
}

/** A released site, some hosts that serve it, and a reader at the first of them. */
export class SampleReader {
  readonly site = new SampleSite();
  readonly store = new MemoryStore();
  readonly hosts: Host[] = [];
  now = NOW + HOUR_MS;
  /** Mirrors that stand in the worker's script. */
  settingsMirrors: string[] = [];
  reader!: Reader;

  /** @param mirrors Number of hosts beside the first. */
  static async open(mirrors = 1): Promise<SampleReader> {
    const sample = new SampleReader();
    for (let at = 0; at <= mirrors; at++) await sample.addHost();
    const [scope, ...others] = sample.hosts;
    sample.site.origin = scope?.base ?? '';
    sample.list(others);
    sample.site.release();
    sample.start();
    return sample;
  }

  async addHost(): Promise<Host> {
    const host: Host = {
      base: '',
      close: () => Promise.resolve(),
      tamper: () => false,
      folder: this.site.tree,
    };
    const served = await serveFolder(this.site.tree, (path, response, request) => {
      if (host.tamper(path, response, request)) return true;
      if (host.folder === this.site.tree) return false;
      const file = join(host.folder, path);
      if (existsSync(file)) response.end(readFileSync(file));
      else response.writeHead(404).end();
      return true;
    });
    Object.assign(host, served);
    this.hosts.push(host);
    return host;
  }

  /** Names these hosts in the list of the next release. */
  list(hosts: readonly Host[]): void {
    this.site.mirrors = hosts.map(({ base }, at) => ({
      base,
      name: `Mirror ${at}`,
      languages: [],
      worker: true,
    }));
  }

  /** Starts the worker anew over what it kept, as browsers do all the time. */
  start(): Reader {
    this.reader = new Reader({
      scope: this.hosts[0]?.base ?? '',
      settings: {
        fingerprint: fingerprintOf(ROOT_1),
        days: 7,
        languages: ['ru'],
        mirrors: this.settingsMirrors,
      },
      store: this.store,
      fetch: (url, init) => fetch(url, init),
      now: () => this.now,
      draw: () => 0,
    });
    return this.reader;
  }

  /** The text of a page as it is shown. */
  async read(path: string): Promise<string> {
    return new TextDecoder().decode((await this.reader.find(path, true)).bytes);
  }

  async close(): Promise<void> {
    await Promise.all(this.hosts.map(({ close }) => close()));
    this.site.remove();
  }
}
