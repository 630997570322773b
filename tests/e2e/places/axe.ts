import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

/** What is asked of every page: axe's own rules, and WCAG 2.2's, which it leaves off. */
const OPTIONS: axe.RunOptions = {
  rules: { 'target-size': { enabled: true } },
  // What passes is not looked at: to describe it would take longer than to find out.
  resultTypes: ['violations'],
  selectors: false,
};

/** The rules that a colour can change; all others ask what is there, where, and how large. */
const COLOURS: axe.RunOptions = { ...OPTIONS, rules: {}, runOnly: ['cat.color'] };

/** axe itself, without what a person would read in it: half as long to take in. */
const SOURCE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Puts axe into all that a page will show: into each document once it is there it takes twice as long. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript(SOURCE);
}

/**
 * What axe finds wrong with the page as it stands, light and dark, at each width (CSS pixels). Where nothing moves,
 * comes or goes in the dark, it is asked for its colours alone there.
 *
 * @throws where the page has frames, into which it would not look.
 */
export async function findWithAxe(page: Page, widths: readonly number[]): Promise<string[]> {
  if (page.frames().length > 1) throw new Error(`${page.url()} has frames`);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(`${SOURCE};0`);
  const findings: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 740 });
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await layOut(page);
    for (const finding of await runAxe(page, OPTIONS))
      findings.push(`light, ${width} px: ${finding}`);
    await page.emulateMedia({ colorScheme: 'dark' });
    const isSame = (await layOut(page)) === light;
    for (const finding of await runAxe(page, isSame ? COLOURS : OPTIONS))
      findings.push(`dark, ${width} px: ${finding}`);
  }
  return findings;
}

/** Of each element where it stands, how large it is and whether it is seen. */
function layOut(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const isSeen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
        return [isSeen, x, y, width, height].join(' ');
      })
      .join('\n'),
  );
}

function runAxe(page: Page, options: axe.RunOptions): Promise<string[]> {
  return page.evaluate(async (given) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(given);
    return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`);
  }, options);
}
