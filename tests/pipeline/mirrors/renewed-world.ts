import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Check, type State, WatchHistory } from '@tamizdat/mirrors/watch';
import { makeRelease, signAgain, writeSeed } from '@tamizdat/release';
import { ONLINE_KEYS, ROOT_1, sampleKey } from '@tamizdat/release/testing';
import { FIXTURE_NOW, type Ran, runTamizdat } from '../workplace/run-tamizdat.ts';
import { ORIGIN } from '../release/sample-outlet.ts';
import { makeCertificate } from './test-authority.ts';
import { type Passage, Vantage } from './vantage.ts';
import { WebServer } from './web-server.ts';

const repository = path.resolve(import.meta.dirname, '../../..');
const NOW = Date.parse(FIXTURE_NOW);
const MINUTE_MS = 60_000;

/** What a look left for somebody to read. */
export interface Told extends Ran {
  renewal: {
    burned?: { label: string }[];
    brought?: number;
    asked?: number;
    lacking?: number;
    blind?: string | null;
    failure?: string;
    unpublished?: string[];
  };
  states: Record<string, string>;
}

/**
 * An outlet with a mirror under every name of a domain, served by nginx with a wildcard certificate of an authority of its own,
 * a vantage point inside the country, and a machine that renews the list with three keys and without the one for targets.
 */
export class RenewedWorld {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-loop-'));
  /** Names that the list shows at first, and those that are ready. */
  readonly names: string[] = [];
  readonly ready: string[] = [];
  /** Everything that others could read while looks were taken: output, hooks, pages, the history, arguments of processes. */
  readonly read: string[] = [];
  vantage!: Vantage;
  #proxy = '';
  #nginx!: WebServer;
  readonly #others: Server[] = [];
  #ca = '';

  at(...parts: string[]): string {
    return path.join(this.folder, ...parts);
  }

  /** @param ready Names in reserve. */
  async begin(ready: number): Promise<void> {
    for (const each of ['tls', 'foreign', 'uncovered', 'site/content', 'site/outlet-state', 'keys'])
      mkdirSync(this.at(each), { recursive: true });
    const { ca, tls } = makeCertificate(this.at('tls'), '*.example.net,DNS:control.example');
    const control = await this.#listen(tls);
    const page = await this.#listen(makeCertificate(this.at('foreign'), 'block.example').tls);
    const uncovered = makeCertificate(this.at('uncovered'), 'www.example.net');
    const other = await this.#listen(uncovered.tls);
    this.#ca = this.at('authorities.pem');
    writeFileSync(this.#ca, readFileSync(ca, 'utf8') + readFileSync(uncovered.ca, 'utf8'));
    this.#nginx = await WebServer.nginx('nginx-wildcard.conf', this.at('served'), { tls });
    this.vantage = new Vantage((host, passage) => {
      if (passage === 'page') return page;
      if (passage === 'uncovered') return other;
      if (host === 'control.example') return control;
      return host.endsWith('.example.net') ? this.#nginx.port : undefined;
    });
    this.#proxy = await this.vantage.listen();
    this.#release();
    await this.#makeNames(ready);
  }

  async #listen(tls: string): Promise<number> {
    const [key, cert] = ['privkey.pem', 'fullchain.pem'].map((name) =>
      readFileSync(path.join(tls, name)),
    );
    const server = createServer({ key, cert }, (_, response) => response.end('<html>Blocked'));
    this.#others.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  #release(): void {
    for (const file of ['404.html', 'robots.txt', 'en/index.html', 'en/feed.xml']) {
      mkdirSync(path.dirname(this.at('dist', file)), { recursive: true });
      writeFileSync(this.at('dist', file), `this is ${file}, of ${ORIGIN}`);
    }
    writeFileSync(this.at('keys/root.json'), ROOT_1);
    cpSync(path.join(repository, 'content/outlet.yaml'), this.at('site/content/outlet.yaml'));
    this.announce({ names: ['none'] });
    const place = { tree: this.at('dist'), state: this.at('site/outlet-state/release') };
    const keys = { ...ONLINE_KEYS, addresses: [sampleKey('addresses')] };
    const release = { roots: [ROOT_1], now: NOW, clock: FIXTURE_NOW, origin: ORIGIN, mirrors: [] };
    makeRelease({ ...place, ...release, keys });
    signAgain(place, { what: 'delegation', keys }, NOW);
  }

  async #makeNames(ready: number): Promise<void> {
    const before = new Date(NOW - 48 * 60 * MINUTE_MS).toISOString();
    const given = ['--channel', 'list', '--json', '--count'];
    const made = await this.well(['address', 'new', ...given, String(ready + 2)], before);
    const taken = await this.well(['address', 'take', ...given, '2'], before);
    this.names.push(...(JSON.parse(taken) as { addresses: string[] }).addresses.map(labelOf));
    const all = (JSON.parse(made) as { names: { base: string }[] }).names;
    const labels = all.map(({ base }) => labelOf(base));
    this.ready.push(...labels.filter((label) => !this.names.includes(label)));
    this.announce();
    await this.well(['mirrors', 'sign', this.at('dist'), '--keys', this.at('keys')]);
    await this.well(['publish', '--tree', this.at('dist'), '--without-content', '--create']);
  }

  /** Writes the list with its rules. */
  announce({ daily = 2, names = this.names } = {}): void {
    writeFileSync(
      this.at('site/content/mirrors.yaml'),
      `mirrors:
  - name: harbour
    address: https://*.example.net/
    names: [${names.join(', ')}]
    kind: folder
    folder: ${this.at('served/current')}
renewal: { alive: 2, looks: 3, minutes: 30, daily: ${daily}, controls: [https://control.example/] }
`,
    );
  }

  /** What the vantage point does with some of the names; all other hosts come through, unless told otherwise. */
  meet(names: readonly string[], passage: Passage, others: Passage = 'pass'): void {
    this.vantage.passage = (host) =>
      names.some((name) => host.startsWith(`${name}.`)) ? passage : others;
  }

  /** Names of the list that the mirror serves. */
  get shown(): string[] {
    const bundle = readFileSync(this.at('served/current/release/bundle.json'), 'utf8');
    const { mirrors } = JSON.parse(bundle) as { mirrors: { mirrors: { base: string }[] } };
    return mirrors.mirrors.map(({ base }) => labelOf(base));
  }

  /** Names that the book says are given up. */
  get burned(): string[] {
    const { names } = JSON.parse(readFileSync(this.at('secret/addresses.json'), 'utf8')) as {
      names: { label: string; burned?: string }[];
    };
    return names.flatMap(({ label, burned }) => (burned === undefined ? [] : [label]));
  }

  /** Gives up all names in reserve. */
  drain(): void {
    const file = this.at('secret/addresses.json');
    const text = readFileSync(file, 'utf8');
    const made = new Date(NOW - 40 * 60 * MINUTE_MS).toISOString();
    const drained = this.ready.reduce(
      (now, label) =>
        now.replace(
          new RegExp(`(\\{"label":"${label}"[^\\n]*?)\\}`),
          `$1,"burned":"${made}","why":"by-hand"}`,
        ),
      text,
    );
    writeFileSync(file, drained);
  }

  /** Has two earlier looks found this, 40 and 20 minutes before the beginning. */
  remember(states: Record<string, State>): void {
    const history = new WatchHistory(this.at('watch.sqlite'));
    for (const minutes of [40, 20]) {
      const at = NOW - minutes * MINUTE_MS;
      const checks = this.names.map((name): Check => ({
        ...{ mirror: `harbour/${name}`, timeline: `harbour/${name}`, at },
        ...{ state: states[name] ?? 'good', reasons: [], notes: [] },
        seen: { at, findings: [] } as unknown as Check['seen'],
      }));
      history.add(checks, at);
    }
    history.close();
  }

  /** One look with a renewal, so many minutes after the beginning. */
  async look(minutes = 0): Promise<Told> {
    const [page, hook] = [this.at('status.html'), this.at('hook.log')];
    const seen = setInterval(() => this.read.push(...listProcesses()), 25);
    const where = ['--html', page, '--history', this.at('watch.sqlite')];
    const how = ['--keys', this.at('keys'), '--root', this.at('keys/root.json'), '--json'];
    const ran = await this.run(
      ['watch', '--renew', this.at('dist'), ...how, ...where, '--hook', `env >> ${hook}`],
      new Date(NOW + minutes * MINUTE_MS).toISOString(),
    ).finally(() => {
      clearInterval(seen);
    });
    this.read.push(ran.output, readOr(page), readOr(hook), readOr(this.at('watch.sqlite')));
    const [json = '{}'] = /^\{\n[^]*?^\}$/m.exec(ran.output) ?? [];
    const { renewal = {}, mirrors = [] } = JSON.parse(json) as {
      renewal?: Told['renewal'];
      mirrors?: { name: string; state: string }[];
    };
    const states = mirrors.map(({ name, state }) => [name.replace('harbour/', ''), state]);
    return { ...ran, renewal, states: Object.fromEntries(states) as Told['states'] };
  }

  /** Keeps the world as it is. @returns what goes back to it */
  keep(): () => void {
    const places = ['site', 'served', 'secret', 'dist', 'keys'];
    const kept = this.at('kept');
    for (const place of places) cpSync(this.at(place), path.join(kept, place), { recursive: true });
    return () => {
      for (const place of [...places, 'watch.sqlite', 'hook.log', 'status.html'])
        rmSync(this.at(place), { recursive: true, force: true });
      for (const place of places)
        cpSync(path.join(kept, place), this.at(place), { recursive: true });
      this.vantage.passage = () => 'pass';
    };
  }

  run(args: string[], now = FIXTURE_NOW): Promise<Ran> {
    const roles = ['addresses', 'snapshot', 'timestamp'].map((role) => {
      const seed = createHash('sha256').update(`Fortochka, ${role}`).digest();
      return [`TAMIZDAT_KEY_${role.toUpperCase()}`, writeSeed(seed)];
    });
    return runTamizdat(repository, [...args, '--content', this.at('site/content')], {
      now,
      env: {
        ...{ HOME: this.folder, NODE_EXTRA_CA_CERTS: this.#ca, TAMIZDAT_PROXY: this.#proxy },
        ...{ TAMIZDAT_ADDRESSES: this.at('secret/addresses.json') },
        ...(Object.fromEntries(roles) as NodeJS.ProcessEnv),
      },
    });
  }

  /** Runs a command that has to go well. @returns what it printed, without warnings */
  async well(args: string[], now = FIXTURE_NOW): Promise<string> {
    const { code, output } = await this.run(args, now);
    if (code !== 0) throw new Error(`${args.join(' ')}: ${code ?? ''}\n${output}`);
    return output.replaceAll(/^Warning: .*\n/gm, '');
  }

  async end(): Promise<void> {
    this.vantage.close();
    for (const server of this.#others) server.close();
    await this.#nginx.stop();
    rmSync(this.folder, { recursive: true });
  }
}

const labelOf = (base: string): string => new URL(base).hostname.split('.')[0] ?? '';

/** Arguments of the command’s processes, as anybody on the machine may read them. */
const listProcesses = (): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readOr(`/proc/${name}/cmdline`))
    .filter((line) => /tamizdat|publish|node/.test(line));

function readOr(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
