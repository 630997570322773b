import { expect, test } from '@playwright/test';
import { findWithAxe } from './places/axe.ts';
import { sampleStatusPage } from './places/sample-status.ts';

/** The page of `tamizdat watch --html`, which stands alone: no server, no network. */

for (const width of [320, 1_280])
  test(`axe finds nothing on the status page, and nothing sticks out: ${width} px`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ viewport: { width, height: 740 } });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.setContent(sampleStatusPage());
    expect(await findWithAxe(page, [width])).toEqual([]);
    const [scroll, client] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(scroll).toBe(client);
    expect(asked).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
