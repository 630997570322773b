import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Course } from '../course.ts';
import type { Protocol } from '../hosts/host.ts';
import type { World } from '../hosts/world.ts';
import { FREEZE_BYTES, PLAIN_PATIENCE_MS } from '../limits.ts';
import { baseOf, ORIGIN } from '../outlet/names.ts';
import { openBrowser } from './browser.ts';
import { awaitWorker } from './visit-first.ts';

/** A file that somebody asks for who was never there before. */
export interface FirstAsked {
  /** In the tree. */
  address: string;
  protocol: Protocol;
  scripts: boolean;
}

/** What came of it, through a freeze. */
export interface FirstVisit extends FirstAsked {
  /** Bytes of the file, as it is. */
  size: number;
  /** Bytes of its connection, TLS and headers included, where nothing but the file is asked for. */
  alone: number;
  /** Milliseconds until all of it had come, where the page asked for everything that it asks for; undefined if it never came. */
  wholeMs: number | undefined;
  /** The visit at whose end the worker was there; `none` where it was not after the second, or the tree has none. */
  worker: 'first' | 'second' | 'none';
}

/** Milliseconds that a reader stays on the page: a browser lets go of a frozen connection of HTTP/2 after some twenty seconds. */
const STAY_MS = 45_000;

/** Opens a file of the origin in a browser that knows nothing of it yet, where all connections freeze after 16 KB. */
export async function visitThroughFreeze(course: Course, asked: FirstAsked): Promise<FirstVisit> {
  const { address, protocol, scripts } = asked;
  const expected = readFileSync(path.join(course.folders.newest, address));
  const world = await course.world(protocol);
  const frozen = { way: { kind: 'frozen', after: FREEZE_BYTES } } as const;
  await world.strike({ strike: { origin: frozen, mirrors: frozen } });
  const isBrought =
    scripts &&
    address.endsWith('.html') &&
    existsSync(path.join(course.folders.newest, 'worker.js'));
  const load = (profile: string, isAlone: boolean) => {
    const awaitsWorker = isBrought && !isAlone;
    return openOnce(course, world, { asked, expected, profile, isAlone, awaitsWorker });
  };
  const alone = await course.withReader(async (profile) => (await load(profile, true)).bytes);
  return course.withReader(async (profile) => {
    const first = await load(profile, false);
    const second = isBrought && !first.hasWorker && (await load(profile, false)).hasWorker;
    const worker = first.hasWorker ? 'first' : second ? 'second' : 'none';
    return { ...asked, size: expected.length, alone, wholeMs: first.wholeMs, worker };
  });
}

interface Loading {
  asked: FirstAsked;
  expected: Buffer;
  profile: string;
  /** Whether all else is kept from being asked for. */
  isAlone: boolean;
  /** Whether the page is open until the worker is there, or was waited for in vain. */
  awaitsWorker: boolean;
}

interface Loaded {
  bytes: number;
  wholeMs: number | undefined;
  hasWorker: boolean;
}

async function openOnce(
  course: Course,
  world: World,
  { asked, expected, profile, isAlone, awaitsWorker }: Loading,
): Promise<Loaded> {
  const { scripts, address } = asked;
  const { home } = course;
  const names = world.listNames({ strike: {} });
  const context = await openBrowser({ home, profile, names, workers: true, scripts });
  try {
    const page = await context.newPage();
    if (isAlone)
      await page.route(/^/, (route) =>
        route.request().isNavigationRequest() ? route.continue() : route.abort(),
      );
    world.forget();
    const begun = performance.now();
    const came = await receive(page, baseOf(ORIGIN) + address);
    const wholeMs = came?.equals(expected) ? performance.now() - begun : undefined;
    const { bytes } = world.count();
    const hasWorker =
      awaitsWorker && (await page.evaluate(awaitWorker, STAY_MS).catch(() => false));
    return { bytes, wholeMs, hasWorker };
  } finally {
    await context.close();
  }
}

/** Goes to an address, and gives its bytes once they are all there; nothing where they never are. */
async function receive(page: Page, url: string): Promise<Buffer | undefined> {
  const body = page
    .waitForResponse((response) => response.url() === url, { timeout: PLAIN_PATIENCE_MS })
    .then((response) => response.body())
    .catch(() => undefined);
  page.goto(url).catch(() => undefined);
  return Promise.race([body, wait(PLAIN_PATIENCE_MS, undefined, { ref: false })]);
}
