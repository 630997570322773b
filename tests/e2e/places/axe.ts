import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What is asked of every page: axe's own rules, and WCAG 2.2's, which it leaves off. */
const OPTIONS: axe.RunOptions = {
  rules: { 'target-size': { enabled: true } },
  // What passes is not looked at: to describe it would take longer than to find out.
  resultTypes: ['violations'],
};

const SCHEMES = ['light', 'dark'] as const;

/**
 * What axe finds wrong with the page as it stands, light and dark, at each width (CSS pixels).
 * It is put in once a page: reading axe itself takes as long as one run of it.
 *
 * @throws where the page has frames, into which it would not look.
 */
export async function findWithAxe(page: Page, widths: readonly number[]): Promise<string[]> {
  if (page.frames().length > 1) throw new Error(`${page.url()} has frames`);
  await page.evaluate(axe.source);
  const findings: string[] = [];
  for (const width of widths)
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize({ width, height: 740 });
      await page.emulateMedia({ colorScheme });
      for (const finding of await runAxe(page))
        findings.push(`${colorScheme}, ${width} px: ${finding}`);
    }
  return findings;
}

function runAxe(page: Page): Promise<string[]> {
  return page.evaluate(async (options) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(options);
    return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`);
  }, OPTIONS);
}
