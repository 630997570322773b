import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { parse } from 'yaml';
import { sample } from '../outlets/built-outlets.ts';
import { expect, test } from './places/places.ts';

interface Choice {
  frequency: string;
  currency: string;
  amount: number;
}

/** Of outlet.yaml only what is asked for here; what arrives is worked out below without the site's own code. */
const { amounts } = (
  parse(readFileSync(path.join(sample.content, 'outlet.yaml'), 'utf8')) as {
    support: { amounts: Record<string, Record<string, { choices: number[] }>> };
  }
).support;

const choices: Choice[] = Object.entries(amounts).flatMap(([frequency, offers]) =>
  Object.entries(offers).flatMap(([currency, { choices }]) =>
    choices.map((amount) => ({ frequency, currency, amount })),
  ),
);
const anchorOf = ({ frequency, currency, amount }: Choice) =>
  `${frequency}-${currency.toLowerCase()}-${amount}`;

/** What each provider of the sample is told of a choice, in the order of the page. */
function expectedAddresses({ frequency, currency, amount }: Choice): string[] {
  const wallet = {
    BTC: 'bitcoin:1BitcoinEaterAddressDontSendf59kuE?amount=',
    XMR: 'monero:4AdUndXHHZ6cfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2684Rge?tx_amount=',
  }[currency];
  if (wallet !== undefined) return [`${wallet}${amount}`];
  const card = 'https://card.example/fortochka/';
  if (frequency === 'once')
    return [
      `${card}${currency}?__prefilled_amount=${amount}00`,
      `https://paypal.example/donate?business=fortochka&amount=${amount}&currency_code=${currency}`,
    ];
  const period = { monthly: 'monthly', annual: 'yearly' }[frequency] ?? '';
  return [
    `${card}${anchorOf({ frequency, currency, amount })}`,
    `https://liberapay.example/fortochka/donate?currency=${currency}&period=${period}&amount=${amount}`,
  ];
}

const english = {
  lang: 'en',
  names: {
    card: 'a bank card',
    once: ['PayPal'],
    regular: ['Liberapay'],
  },
  currency: 'USD',
  article: 'en/2026/11/21/ferry-cancelled-three-days.html',
  money: (amount: number) => `US$${amount}`,
  often: { once: 'once', monthly: 'a month', annual: 'a year' },
};
const russian = {
  lang: 'ru',
  names: {
    card: 'банковской картой',
    once: ['через PayPal', 'банковским переводом'],
    regular: ['через Liberapay'],
  },
  currency: 'EUR',
  article: 'ru/2026/11/21/parom-tri-dnya.html',
  money: (amount: number) => `${amount} €`,
  often: { once: 'один раз', monthly: 'в месяц', annual: 'в год' },
};
const editions = [english, russian];

/** The text without the spaces that do not break. */
const plain = (text: string | null) => (text ?? '').replaceAll('\u00a0', ' ').trim();

/** Exactly this text, whichever spaces it has. */
const labelled = (text: string) =>
  new RegExp(`^\\s*${text.replace('$', '[$]').replace(' ', '\\s')}\\s*$`);

const marks = (ways: Locator) => ways.locator('img[alt=""]');

const goOn = (page: Page) => page.locator('#appeal fieldset a[href*="#"]:visible');

for (const { lang, currency, article, money, often, names } of editions) {
  const methods = ({ frequency }: Choice) => [
    names.card,
    ...(frequency === 'once' ? names.once : names.regular),
  ];
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`${lang}, scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
      test.use({ javaScriptEnabled });

      test('every choice of the form leads to itself, in words and in address', async ({
        page,
        site,
      }) => {
        await page.goto(site.base + article);
        const offered = choices.filter((choice) => choice.currency === currency);
        expect(offered.length).toBeGreaterThan(8);
        for (const choice of offered) {
          const row = Object.keys(amounts).indexOf(choice.frequency);
          await page.locator(`label[for=f${row}]`).click();
          await page
            .locator('#appeal label:visible')
            .filter({ hasText: labelled(money(choice.amount)) })
            .click();
          await expect(goOn(page)).toHaveCount(1);
          const words = `${money(choice.amount)} ${often[choice.frequency as keyof typeof often]}`;
          expect(plain(await goOn(page).textContent()).endsWith(`: ${words}`)).toBe(true);
          const href = await goOn(page).getAttribute('href');
          expect(href).toBe(`../../../support.html#${anchorOf(choice)}`);
          // What comes after it is named before anybody goes there, and nothing else.
          const ways = page.locator('#appeal .pick p:visible');
          const named = plain(await ways.textContent());
          expect(named.split(', ')).toEqual(methods(choice));
          // A mark for each, side by side: only a drawing that came is as wide as its own.
          await ways.scrollIntoViewIfNeeded();
          const breadth = async () => Math.round((await marks(ways).boundingBox())?.width ?? 0);
          await expect.poll(breadth).toBe(methods(choice).length === 2 ? 56 : 89);
        }
      });

      test('every choice is at its place with every method, to which it arrives exactly', async ({
        page,
        site,
      }) => {
        await page.goto(`${site.base}${lang}/support.html`);
        expect(await page.locator('.choices > li').count()).toBe(choices.length);
        for (const choice of choices) {
          const place = page.locator(`[id="${anchorOf(choice)}"]`);
          const links = place.locator('ul a');
          expect(
            await links.evaluateAll((found) => found.map((link) => link.getAttribute('href'))),
          ).toEqual(expectedAddresses(choice));
          for (const link of await links.all()) {
            expect(plain(await link.textContent())).toContain(
              often[choice.frequency as keyof typeof often],
            );
          }
        }
      });

      test('the place that was chosen is marked', async ({ page, site }) => {
        await page.goto(site.base + article);
        await goOn(page).click();
        await expect(page).toHaveURL(
          `${site.base}${lang}/support.html#monthly-${currency.toLowerCase()}-5`,
        );
        await expect(page.locator(':target')).toBeInViewport();
        await expect(page.locator(':target')).toHaveCSS('border-top-width', '3px');
        await expect(page.locator(':target ul a').first()).toBeInViewport();
        // Its ways to give are shown; those of the others come with their own choice.
        await expect(page.locator('.choices ul:visible')).toHaveCount(1);
        await page.locator(`[href="#once-${currency.toLowerCase()}-25"]`).click();
        await expect(page.locator(':target ul a').first()).toBeInViewport();
        await expect(page.locator('.choices ul:visible')).toHaveCount(1);
      });

      test('the notice stands before any amount', async ({ page, site }) => {
        for (const address of [article, `${lang}/support.html`]) {
          await page.goto(site.base + address);
          const html = await page.content();
          const first = html.search(/<input type="radio"|id="?(?:once|monthly)-/);
          expect(first).toBeGreaterThan(0);
          const notice = html.search(/Russia or Belarus|России или Беларуси/);
          expect(notice).toBeGreaterThan(0);
          expect(notice).toBeLessThan(first);
        }
      });

      test('nothing is asked for but the page and its pictures', async ({ page, site }) => {
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.resourceType()));
        await page.goto(site.base + article, { waitUntil: 'load' });
        await page.locator('label[for=f0]').click();
        // The script that takes an article along comes from the same place.
        const scripts = javaScriptEnabled ? ['script'] : [];
        expect(asked.filter((type) => type !== 'image')).toEqual(['document', ...scripts]);
      });
    });
  }

  test(`${lang}: by keyboard alone`, async ({ page, site }) => {
    await page.goto(site.base + article);
    await page.locator('#f1').focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('#f2')).toBeChecked();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowLeft');
    await expect(page.locator('#g20')).toBeChecked();
    await page.keyboard.press('Tab');
    await expect(goOn(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`support\\.html#annual-${currency.toLowerCase()}-25$`));
  });
}

test('a Russian article of 1,200 words is within its budget with the form', () => {
  const page = readFileSync(path.join(sample.tree, 'ru/2026/11/21/tiglinsk-analizy-vody.html'));
  expect(page.includes('id=appeal')).toBe(true);
  expect(gzipSync(page, { level: 9 }).length).toBeLessThanOrEqual(11_580);
});

test('without CSS the form is a list of links', async ({ page, site }) => {
  await page.route('**/*.html', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<style>.*?<\/style>/s, '');
    await route.fulfill({ response, body });
  });
  await page.goto(site.base + english.article);
  await expect(goOn(page)).toHaveCount(choices.filter(({ currency }) => currency === 'USD').length);
});

test('the form needs nothing that phones of 2017 lack', () => {
  const html = readFileSync(path.join(sample.tree, russian.article), 'utf8');
  const css =
    /fieldset,legend\{.*/s.exec(/<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '')?.[0] ?? '';
  expect(css).toContain(':checked+label+a');
  expect(css).not.toMatch(/:has\(|:is\(|:where\(|gap:|inset|focus-visible/);
});

test('a story on which asking would be wrong carries no appeal, every other does', () => {
  const withAppeal = (address: string) =>
    readFileSync(path.join(sample.tree, address), 'utf8').includes('id=appeal');
  const sources = globSync('articles/*/*/*/*/index.md', { cwd: sample.content });
  const told = sources.map((file) => {
    const text = readFileSync(path.join(sample.content, file), 'utf8');
    const [, lang, year, month, day, slug] =
      /^articles\/(\w+)\/(\d+)\/(\d+)\/(\d+)-(.+)\/index\.md$/.exec(file) ?? [];
    const quiet = /^(?:showAppeal: false|contentWarnings:|status: (?:withdrawn|removed))/m.test(
      text,
    );
    return { address: `${lang}/${year}/${month}/${day}/${slug}.html`, quiet };
  });
  const built = told.filter(({ address }) => globSync(address, { cwd: sample.tree }).length > 0);
  expect(built.filter(({ quiet }) => quiet).length).toBeGreaterThan(3);
  for (const { address, quiet } of built)
    expect([address, withAppeal(address)]).toEqual([address, !quiet]);
});

test.describe('“Remind me later”', () => {
  const article = english.article;

  test('is a calendar file of a neutral name, and hides the appeal for a month', async ({
    page,
    site,
  }) => {
    await page.clock.install({ time: '2026-11-22T12:00:00Z' });
    await page.goto(site.base + article);
    const download = page.waitForEvent('download');
    await page.locator('#later').click();
    expect((await download).suggestedFilename()).toBe('later.ics');
    const appeal = page.locator('#appeal');
    await expect(appeal).toBeHidden();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['later']);
    await page.reload();
    await expect(appeal).toBeHidden();
    await page.clock.setSystemTime('2026-12-22T11:59:00Z');
    await page.reload();
    await expect(appeal).toBeHidden();
    await page.clock.setSystemTime('2026-12-22T12:01:00Z');
    await page.reload();
    await expect(appeal).toBeVisible();
  });

  const openBlocked = async (context: BrowserContext) => {
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    return context.newPage();
  };

  test('fails quietly where storage is blocked', async ({ context, site }) => {
    const page = await openBlocked(context);
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(site.base + article);
    const download = page.waitForEvent('download');
    await page.locator('#later').click();
    await download;
    await expect(page.locator('#appeal')).toBeVisible();
    expect(errors).toEqual([]);
  });
});
