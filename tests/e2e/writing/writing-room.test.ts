import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { check, type LocalRoom, openLocalRoom } from './local-room.ts';
import { phonePhoto, SECRET } from './phone-photo.ts';

let room: LocalRoom;

test.beforeAll(async () => {
  room = await openLocalRoom();
});

test.afterAll(() => {
  room.close();
});

// Side by side, each test would open a room of its own.
test.describe.configure({ mode: 'default' });
test.use({ locale: 'ru-RU', viewport: { width: 1440, height: 1000 } });

/** Opens a place of the room at noon of the sample’s last day; gives every request that leaves the room. */
async function enter(page: Page, place: string): Promise<string[]> {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(room.base) && !/^(?:blob|data):/.test(request.url()))
      foreign.push(request.url());
  });
  await page.clock.install({ time: new Date('2026-11-22T12:00:00Z') });
  await page.goto(`${room.base}#/collections/${place}`);
  return foreign;
}

/** A field of the form by its whole label. */
const field = (page: Page | Locator, label: string) =>
  page.getByLabel(new RegExp(`^${label}(?: \\(.*\\))?$`)).first();

async function choose(page: Page, label: string, choice: string): Promise<void> {
  await field(page, label).focus();
  await page.keyboard.type(choice);
  await page.getByRole('option', { name: choice }).first().click();
}

/** Puts a picture into the dialog that is open, and takes it. */
async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/jpeg', buffer });
  const take = page.getByRole('button', { name: 'Выбрать помеченные' });
  await expect(take).toBeEnabled();
  await take.click();
  await expect(take).toBeHidden();
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await page.getByText('Сохранить сейчас').click();
  await expect(page.getByText('Всё сохранено')).toBeVisible();
}

const preview = (page: Page) => page.locator('iframe').first().contentFrame();

test('an article with pictures is written, passes the check, and keeps its id', async ({
  page,
}) => {
  const foreign = await enter(page, 'articles-ru/new');
  await field(page, 'Заголовок').fill('Огни гавани горят третью ночь');
  await field(page, 'Подводка').fill('Город сам делает свет.');
  await choose(page, 'Раздел', 'Общество');
  await choose(page, 'Темы', 'Цены');
  await choose(page, 'Авторы', 'Дарья');
  await page.getByRole('button', { name: 'Выберите изображение' }).click();
  await upload(page, 'Гавань ночью.JPG', await phonePhoto('#77aa66'));
  await field(page, 'Что на ней').fill('Портовый кран, подсвеченный снизу');
  await field(page, 'Чья она').fill('Фото: читатель');
  const text = page.locator('.prose-field textarea').first();
  await text.fill('Первый абзац.\n\nВторой абзац.');
  await text.press('Control+End');
  await page.getByRole('button', { name: 'Картинка', exact: true }).click();
  await upload(page, 'кран.jpg', await phonePhoto('#336699'));
  await expect(text).toHaveValue(/!\[Что видно на картинке\]\(kran\.jpg "Подпись\. Фото: Имя"\)/);
  await page.keyboard.type('Кран у третьего причала');
  const listed = preview(page).locator('.room-check li');
  await expect(listed).toHaveText([/«Подпись\. Фото: Имя» — только образец/]);
  const value = await text.inputValue();
  await text.fill(value.replace('Подпись. Фото: Имя', 'Порт. Фото: читатель'));
  await expect(preview(page).getByText('В этой статье поправлять нечего')).toBeVisible();
  await expect(preview(page).locator('figure.lead img')).toHaveJSProperty('naturalWidth', 600);
  await save(page);

  const folder = 'articles/ru/2026/11/22-ogni-gavani-goryat-tretyu-noch';
  const file = path.join(room.content, folder, 'index.md');
  const written = readFileSync(file, 'utf8');
  expect(written.replace(/^id: [0-9A-Z]{26}$/m, 'id: …')).toBe(`---
id: …
lang: ru
kind: news
title: Огни гавани горят третью ночь
standfirst: Город сам делает свет.
section: society
tags: [prices]
authors: [darya-kolchina]
status: draft
leadImage:
  file: gavan-nochyu.jpg
  alt: Портовый кран, подсвеченный снизу
  credit: "Фото: читатель"
---

Первый абзац.

Второй абзац.

![Кран у третьего причала](kran.jpg "Порт. Фото: читатель")
`);
  for (const name of ['gavan-nochyu.jpg', 'kran.jpg']) {
    const bytes = readFileSync(path.join(room.content, folder, name));
    expect(bytes.includes(SECRET)).toBe(false);
    const { width, height, exif } = await sharp(bytes).metadata();
    expect({ width, height, exif }).toEqual({ width: 600, height: 900, exif: undefined });
  }
  expect(check(room.content, file)).toMatchObject({ status: 0 });

  await field(page, 'Надзаголовок').fill('Свет');
  await save(page);
  expect(readFileSync(file, 'utf8')).toBe(
    written.replace('\nstandfirst:', '\nkicker: Свет\nstandfirst:'),
  );
  expect(foreign).toEqual([]);
});

test('an article written by hand loses nothing but what is changed', async ({ page }) => {
  const file = path.join(room.content, 'articles/en/2026/11/20-a-court-on-a-screen/index.md');
  const byHand = readFileSync(file, 'utf8')
    .replace(
      '\nlang: en',
      '\nlang: en # as the folder\n# Kept by the archive:\nlegacy: { id: 7, url: "x" }',
    )
    .replace(
      '## How it is done',
      '## How   it is done\n\n* one\n* <i lang="ru">два</i> & three[^order]',
    );
  writeFileSync(file, byHand);
  await enter(page, 'articles-en');
  await page.getByText('The court that moved its hearings onto a screen').click();
  await field(page, 'Место').fill('Novoluzhsk and Vilnius');
  await field(page, 'Текст').press('Control+End');
  await page.keyboard.type('\nOne more line.');
  await page.getByRole('button', { name: 'Сохранено', exact: true }).waitFor({ state: 'detached' });
  await save(page);
  const expected = byHand.replace('dateline: Novoluzhsk\n', 'dateline: Novoluzhsk and Vilnius\n');
  expect(readFileSync(file, 'utf8')).toBe(`${expected}\nOne more line.\n`);
});

test('what is not filled in is asked for, and nothing is written', async ({ page }) => {
  await enter(page, 'articles-ru/new');
  const before = globSync('**/*', { cwd: room.content }).length;
  await field(page, 'Заголовок').fill('Коротко.');
  await expect(preview(page).locator('.room-check li')).toHaveCount(2);
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await page.getByText('Сохранить сейчас').click();
  await expect(page.getByText('Раздел: нужно заполнить.')).toBeVisible();
  await expect(page.getByText('Заголовок: От 10 до 110 знаков.')).toBeVisible();
  expect(globSync('**/*', { cwd: room.content })).toHaveLength(before);
});

test('a page of another site cannot write, nor read', async ({ page }) => {
  const target = 'content/authors/forged.yaml';
  const request = {
    action: 'persistEntry',
    params: { dataFiles: [{ path: target, raw: 'name: { en: Forged }' }], assets: [] },
  };
  const site = createServer((_, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><title>Other</title>');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const { port } = site.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/`);
  const outcomes = await page.evaluate(
    async ([api, body]) => {
      const attempt = async (options: RequestInit) =>
        fetch(api, { method: 'POST', body, ...options }).then(
          ({ type, ok }) => (ok ? 'written' : type),
          () => 'refused',
        );
      return [
        await attempt({ headers: { 'content-type': 'application/json' } }),
        await attempt({ mode: 'no-cors', headers: { 'content-type': 'text/plain' } }),
        await attempt({ mode: 'no-cors', credentials: 'omit' }),
        await fetch(new URL('/room.json', api), { mode: 'no-cors' }).then(
          () => 'read',
          () => 'refused',
        ),
      ];
    },
    [`${room.base}api`, JSON.stringify(request)] as const,
  );
  expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused']);
  expect(globSync('authors/forged.yaml', { cwd: room.content })).toEqual([]);
  // The same request of the room's own page is done: what kept it out was where it came from.
  await page.goto(room.base);
  const status = await page.evaluate(
    async (body) =>
      (
        await fetch('/api', {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json' },
        })
      ).status,
    JSON.stringify(request),
  );
  expect(status).toBe(200);
  expect(globSync('authors/forged.yaml', { cwd: room.content })).toHaveLength(1);
  await new Promise((resolve) => site.close(resolve));
});
