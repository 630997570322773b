import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Course } from '../course.ts';
import type { Protocol } from '../hosts/host.ts';
import { FREEZE_BYTES, PLAIN_PATIENCE_MS } from '../limits.ts';
import { baseOf, ORIGIN } from '../outlet/names.ts';
import { openBrowser } from './browser.ts';

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
}

/** Opens a file of the origin in a browser that knows nothing of it yet, where all connections freeze after 16 KB. */
export async function visitThroughFreeze(course: Course, asked: FirstAsked): Promise<FirstVisit> {
  const expected = readFileSync(path.join(course.folders.newest, asked.address));
  const { bytes: alone } = await load(course, asked, { expected, isAlone: true });
  const { wholeMs } = await load(course, asked, { expected, isAlone: false });
  return { ...asked, size: expected.length, alone, wholeMs };
}

interface Loading {
  expected: Buffer;
  /** Whether all else is kept from being asked for. */
  isAlone: boolean;
}

async function load(
  course: Course,
  { address, protocol, scripts }: FirstAsked,
  { expected, isAlone }: Loading,
): Promise<{ bytes: number; wholeMs: number | undefined }> {
  const world = await course.world(protocol);
  const strike = { origin: { way: { kind: 'frozen', after: FREEZE_BYTES } } } as const;
  await world.strike({ strike });
  const names = world.listNames({ strike });
  return course.withReader(async (profile) => {
    const { home } = course;
    const context = await openBrowser({ home, profile, names, workers: true, scripts });
    try {
      const page = await context.newPage();
      if (isAlone)
        await page.route(/^/, (route) =>
          route.request().isNavigationRequest() ? route.continue() : route.abort(),
        );
      const url = baseOf(ORIGIN) + address;
      world.forget();
      const begun = performance.now();
      const body = page
        .waitForResponse((response) => response.url() === url, { timeout: PLAIN_PATIENCE_MS })
        .then((response) => response.body())
        .catch(() => undefined);
      page.goto(url).catch(() => undefined);
      const patience = wait(PLAIN_PATIENCE_MS, undefined, { ref: false });
      const came = await Promise.race([body, patience]);
      const wholeMs = came?.equals(expected) ? performance.now() - begun : undefined;
      return { bytes: world.count().bytes, wholeMs };
    } finally {
      await context.close();
    }
  });
}
