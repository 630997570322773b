import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Worker } from '@playwright/test';
import type { Course } from '../course.ts';
import { MOST_VERIFY_MS, SLOWED } from '../limits.ts';
import { baseOf, ORIGIN } from '../outlet/names.ts';
import { openBrowser } from './browser.ts';
import { ADDRESSES } from './references.ts';
import { visitFirst } from './visit-first.ts';

/** What the worker added to opening pages on a slowed core. */
export interface Slowed {
  /** How many times as long the worker took for the same sum. */
  factor: number;
  /** Milliseconds that were spent neither on waiting for a host nor for the disk: median of pages that were fetched, and kept. */
  fetchedMs: number;
  keptMs: number;
  /** Of each. */
  pages: Opening[];
  faults: string[];
}

interface Opening {
  path: string;
  ms: number;
}

/** Milliseconds between the slowing and the first measurement. */
const SETTLE_MS = 1_000;
/** Pages are opened so many at most. */
const MOST_PAGES = 15;

/** Opens pages of a calm site in a browser that is slowed, and asks its worker how long it was at work for each. */
export async function measureSlowed(course: Course): Promise<Slowed> {
  const world = await course.world('h2');
  await world.serve('newest');
  return course.withReader(async (profile) => {
    const { home } = course;
    const names = world.listNames({ strike: {} });
    const context = await openBrowser({ home, profile, names, workers: true });
    const slowing = new Slowing(profile);
    try {
      const { faults } = await visitFirst(context, true, false);
      const worker = await startWorker(context);
      const { best } = await worker.evaluate(sum);
      await worker.evaluate(watch);
      let factor = 0;
      for (const asked of FACTORS) {
        await slowing.slowDown(asked);
        factor = (await worker.evaluate(sum)).middle / best;
        if (factor >= SLOWED) break;
      }
      const pages = await openPages(context, worker, listPages(course.folders.newest));
      const half = pages.length / 2;
      const fetchedMs = medianOf(pages.slice(0, half));
      const keptMs = medianOf(pages.slice(half));
      faults.push(...listFaults(factor, { fetchedMs, keptMs }));
      return { factor, fetchedMs, keptMs, pages, faults };
    } finally {
      await slowing.end();
      await context.close();
    }
  });
}

/** What is tried until the worker is slow enough: on a busy machine a browser is not stopped as often as it should be. */
const FACTORS = [0.7, 0.85, 1, 1.2, 1.5, 2, 3].map((times) => SLOWED * times);

/** Slows a browser down, by a program of its own. */
class Slowing {
  readonly #profile: string;
  #program: ChildProcess | undefined;

  constructor(profile: string) {
    this.#profile = profile;
  }

  async slowDown(factor: number): Promise<void> {
    await this.end();
    const program = path.join(import.meta.dirname, 'slow-down.ts');
    this.#program = spawn(process.execPath, [program, this.#profile, String(factor)]);
    await wait(SETTLE_MS);
  }

  async end(): Promise<void> {
    const program = this.#program;
    this.#program = undefined;
    if (!program) return;
    program.kill();
    await once(program, 'exit');
  }
}

function listFaults(factor: number, medians: Readonly<Record<string, number>>): string[] {
  return [
    ...(factor < SLOWED ? [`the worker was slowed ${factor.toFixed(1)} times, not ${SLOWED}`] : []),
    ...Object.entries(medians)
      .filter(([, ms]) => !(ms <= MOST_VERIFY_MS))
      .map(([name, ms]) => `${name}: ${ms.toFixed(0)}`),
  ];
}

/** A busy machine adds to some. */
const medianOf = (pages: readonly Opening[]): number =>
  pages.map(({ ms }) => ms).sort((one, other) => one - other)[pages.length >> 1] ?? NaN;

async function startWorker(context: BrowserContext): Promise<Worker> {
  const [running] = context.serviceWorkers();
  return running ?? context.waitForEvent('serviceworker');
}

/** Pages of the outlet that the first visit did not open. */
const listPages = (tree: string): string[] =>
  globSync('ru/**/*.html', { cwd: tree })
    .filter((name) => !/reader\.html$|ru\/index\.html$/.test(name) && name !== ADDRESSES.known)
    .slice(0, MOST_PAGES);

/** Opens each twice: fetched, then from what is kept. */
async function openPages(
  context: BrowserContext,
  worker: Worker,
  addresses: readonly string[],
): Promise<Opening[]> {
  const page = await context.newPage();
  for (const address of [...addresses, ...addresses]) {
    await page.goto(baseOf(ORIGIN) + address, { waitUntil: 'commit' });
    await page.locator('h1').first().waitFor();
  }
  return worker.evaluate(() => (self as unknown as Watched).measured);
}

interface Watched {
  measured: Opening[];
}

/** Milliseconds for the same sum, the best of some and the one in the middle. Runs in the worker. */
function sum(): { best: number; middle: number } {
  const times = Array.from({ length: 20 }, () => {
    const begun = performance.now();
    let all = 0;
    for (let at = 0; at < 5_000_000; at++) all += at % 7;
    return all > 0 ? performance.now() - begun : 0;
  });
  times.sort((one, other) => one - other);
  return { best: times[0] ?? 0, middle: times[10] ?? 0 };
}

/** Makes the worker write down how long it is at work for each page. Runs in the worker. */
function watch(): void {
  const measured: Opening[] = [];
  Object.assign(self, { measured });
  let [waits, since, waited] = [0, 0, 0];
  const soFar = (): number => waited + (waits > 0 ? performance.now() - since : 0);
  const note = async (given: Promise<unknown>): Promise<unknown> => {
    if (waits++ === 0) since = performance.now();
    try {
      return await given;
    } finally {
      if (--waits === 0) waited += performance.now() - since;
    }
  };
  type Method = (...args: unknown[]) => Promise<unknown>;
  const count = (on: object, name: string): void => {
    const methods = on as Record<string, Method>;
    const real = methods[name];
    if (real)
      methods[name] = function (this: unknown, ...args) {
        return note(real.apply(this, args));
      };
  };
  count(self, 'fetch');
  count(ReadableStreamDefaultReader.prototype, 'read');
  count(CacheStorage.prototype, 'open');
  for (const name of ['match', 'put', 'delete', 'keys']) count(Cache.prototype, name);
  type Respond = (this: { request: Request }, answer: Promise<Response>) => void;
  const { FetchEvent: Events } = self as unknown as {
    FetchEvent: { prototype: { respondWith: Respond } };
  };
  const events = Events.prototype;
  const { respondWith } = events;
  events.respondWith = function (answer) {
    const [begun, before] = [performance.now(), soFar()];
    const { url, mode } = this.request;
    if (mode === 'navigate')
      answer.then(
        () => {
          const ms = performance.now() - begun - (soFar() - before);
          measured.push({ path: new URL(url).pathname, ms });
        },
        () => undefined,
      );
    respondWith.call(this, answer);
  };
}
