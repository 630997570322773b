import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sample } from '../outlets/built-outlets.ts';

const read = (file: string): string => readFileSync(path.join(sample.tree, file), 'utf8');
const ONION = 'http://fortochkafortochkafortochkafortochkafortochkafortochkaad.onion/';

test('each edition names the mirrors that are meant for it, in the order of the list', () => {
  const mirrorsOf = (lang: string) =>
    [
      ...(/<ol class="?mirrors.*?<\/ol>/s.exec(read(`${lang}/mirrors.html`))?.[0] ?? '').matchAll(
        /<li><a[^>]*href="?(https?:[^">\s]+)/g,
      ),
    ].map(([, address]) => address);
  const forAll = ['https://harbour.example/', 'https://fortochka.pages.example/site/'];
  const last = ['https://library.example/fortochka/', ONION];
  expect(mirrorsOf('en')).toEqual([...forAll, ...last]);
  expect(mirrorsOf('ru')).toEqual([...forAll, 'https://bucket.store.example/fortochka/', ...last]);
});

test('how a copy is checked is said where the addresses stand', () => {
  for (const lang of ['ru', 'en']) {
    const article = /<article.*<\/article>/s.exec(read(`${lang}/mirrors.html`))?.[0];
    expect(article).toMatch(/<a href="?verify\.html/);
    expect(read(`${lang}/verify.html`)).toContain('tamizdat verify');
  }
});

test('a torrent stands there with the mirror that holds it, and with what it reveals', () => {
  const russian = read('ru/mirrors.html');
  expect(russian).toMatch(
    /href="?https:\/\/harbour\.example\/release\/archives\/fortochka\.torrent/,
  );
  expect(russian).toContain('IP-адреса');
  expect(russian).not.toMatch(/bucket[^<]*\.torrent/);
});

test('how a mirror is published to stands nowhere in the tree', () => {
  const told = globSync('**/*.{html,xml,json,txt,ics,js,svg}', { cwd: sample.tree }).filter(
    (file) => /bucket:fortochka|\/srv\/(?:mirrors|archives)|git@pages\.example/.test(read(file)),
  );
  expect(told).toEqual([]);
});

test('every page leads to the mirrors, an article too, which is what people pass on', () => {
  expect(read('ru/index.html')).toMatch(/href="?mirrors\.html/);
  expect(read('404.html')).toMatch(/href="?[^" >]*mirrors\.html/);
  expect(read('ru/2026/11/21/tiglinsk-analizy-vody.html')).toMatch(/href="?[^" >]*mirrors\.html/);
});

test('no tag page bears the title of another page, such as that of the mirrors', () => {
  const titleOf = (file: string) => /<title>([^<]*)/.exec(read(file))?.[1];
  for (const lang of ['ru', 'en']) {
    const others = globSync(`${lang}/*.html`, { cwd: sample.tree }).map(titleOf);
    const tags = globSync(`${lang}/tag/**/*.html`, { cwd: sample.tree });
    expect(tags).toContain(`${lang}/tag/mirrors.html`);
    expect(others).toContain(lang === 'ru' ? 'Зеркала – Форточка' : 'Mirrors – Fortochka');
    for (const tag of tags) expect(others).not.toContain(titleOf(tag));
  }
});
