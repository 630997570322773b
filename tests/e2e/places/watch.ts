import type { BrowserContext, Page } from '@playwright/test';

/** Everything a page may not do, as it happened. */
export interface Watched {
  violations: string[];
  foreign: string[];
  failed: string[];
}

/** Records breaches of the content security policy, requests to anywhere but the tree, and failed requests. */
export async function watchContext(context: BrowserContext, base: string): Promise<Watched> {
  const watched: Watched = { violations: [], foreign: [], failed: [] };
  await context.exposeFunction('tamizdatViolation', (violation: string) =>
    watched.violations.push(violation),
  );
  await context.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, documentURI }) => {
        const report = (globalThis as unknown as { tamizdatViolation: (text: string) => void })
          .tamizdatViolation;
        report(`${documentURI}: ${violatedDirective} blocked ${blockedURI}`);
      },
    );
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith('data:') && !url.startsWith('blob:'))
      watched.foreign.push(url);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) watched.failed.push(`${response.status()} ${response.url()}`);
  });
  context.on('page', (page: Page) => {
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) watched.violations.push(message.text());
    });
  });
  return watched;
}
