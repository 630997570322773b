import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { openLocalRoom } from '../e2e/writing/local-room.ts';

/** Takes the pictures of docs/writing anew: `node tests/screenshots/writing-room.ts`. */
const folder = path.resolve(import.meta.dirname, '../../docs/writing');
/** Bytes a picture may have: the guides are read on telephones, too. */
const MAX_BYTES = 60_000;
const TIME = new Date('2026-11-22T12:00:00Z');

const TEXTS = {
  en: {
    headline: 'The harbour keeps its lights on',
    short: 'Harbour.',
    text: 'The lights came on at six, an hour after the town’s did.\n\n## Who pays\n\n“We do,” says the **harbour master**.[^bill]\n\n> Nobody asked us to.',
    choose: 'Choose an image',
  },
  ru: {
    headline: 'Гавань не гасит огней',
    short: 'Гавань.',
    text: 'Огни зажглись в шесть, через час после городских.\n\n## Кто платит\n\n«Мы», — говорит **капитан порта**.[^schet]\n\n> Нас никто не просил.',
    choose: 'Выберите изображение',
  },
} as const;

async function take(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(1_000);
  const file = path.join(folder, `${name}.webp`);
  const picture = sharp(await page.screenshot()).resize({ width: 1_200 });
  writeFileSync(file, await picture.webp({ quality: 72, effort: 6 }).toBuffer());
  const bytes = statSync(file).size;
  process.stdout.write(`${name}.webp ${bytes} bytes\n`);
  if (bytes > MAX_BYTES) throw new Error(`${name}.webp is over ${MAX_BYTES} bytes.`);
}

const room = await openLocalRoom();
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium-headless-shell',
  chromiumSandbox: false,
});
for (const lang of ['en', 'ru'] as const) {
  const { headline, short, text, choose } = TEXTS[lang];
  const page = await browser.newPage({
    locale: lang,
    viewport: { width: 1_360, height: 860 },
    colorScheme: 'light',
  });
  await page.clock.install({ time: TIME });
  await page.goto(`${room.base}#/collections/articles-${lang}`);
  await page.locator('main ul li a').first().waitFor();
  await take(page, `list.${lang}`);
  await page.goto(`${room.base}#/collections/articles-${lang}/new`);
  const title = page.locator('input[id^=title-field]').first();
  await title.fill(short);
  await take(page, `check.${lang}`);
  await title.fill(headline);
  const body = page.locator('.prose-field textarea').first();
  await body.fill(text);
  await body.scrollIntoViewIfNeeded();
  await page
    .locator('.prose-field .tools')
    .first()
    .evaluate((element) => {
      element.scrollIntoView({ block: 'start' });
    });
  await take(page, `text.${lang}`);
  await page.getByRole('button', { name: choose }).first().click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'harbour.png',
    mimeType: 'image/png',
    buffer: await sharp(path.join(room.content, 'articles/ru/2025/07/10-torfyanoe-pozhar/peat.jpg'))
      .resize(900)
      .png()
      .toBuffer()
      .catch(() =>
        sharp({ create: { width: 900, height: 560, channels: 3, background: '#35506b' } })
          .png()
          .toBuffer(),
      ),
  });
  await take(page, `picture.${lang}`);
  await page.close();
}
await browser.close();
room.close();
