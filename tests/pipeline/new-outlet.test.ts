import { appendFileSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type HereRun, runHere } from '@tamizdat/cli/run-here';
import { afterAll, expect, test } from 'vitest';
import { FIXTURE_NOW } from './workplace/run-tamizdat.ts';
import { Workplace } from './workplace/workplace.ts';

const place = new Workplace();

afterAll(() => {
  place.remove();
});

const run = (...args: string[]): Promise<HereRun> =>
  runHere([...args, '--content', place.content.root], {
    cwd: place.folder,
    env: {
      ...{ TAMIZDAT_NOW: FIXTURE_NOW, NO_COLOR: '1' },
      TAMIZDAT_PASSPHRASE: 'correct horse battery staple',
    },
  });

const pages = () => globSync('sr-Latn/**/*.html', { cwd: place.tree });

test('what “init” leaves in a language of its own checks and builds, and so does its first article', async () => {
  const made = await run(
    ...['init', '--languages', 'sr-Latn', '--name', 'Vodeni list'],
    ...['--description', 'Nezavisne vesti o vodi.', '--sections', 'Vesti, Društvo'],
    ...['--zone', 'Europe/Belgrade', '--origin', 'https://vodenilist.example'],
    ...['--keys', path.join(place.folder, 'keys')],
  );
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(await run('check')).toMatchObject({ code: 0 });
  await place.build();
  expect(pages()).toContain('sr-Latn/index.html');

  const begun = await run(
    ...['new', 'article', '--title', 'Đubrište na reci', '--lang', 'sr-Latn', '--kind', 'news'],
    ...['--section', 'drustvo'],
  );
  expect(begun).toMatchObject({ code: 0 });
  const [file = ''] = globSync('articles/**/index.md', { cwd: place.content.root });
  appendFileSync(path.join(place.content.root, file), 'Reka je opet čista.\n');
  const article = path.join(place.content.root, file);
  expect(await run('ready', article)).toMatchObject({ code: 0 });
  expect(await run('check')).toMatchObject({ code: 0 });
  await place.build();
  const page = pages().find((name) => name.endsWith('djubriste-na-reci.html')) ?? '';
  expect(readFileSync(path.join(place.tree, page), 'utf8')).toContain('Reka je opet čista.');
});
