import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { samplePicture } from '../../testing/sample-images.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { sha256 } from './cache-folder.ts';
import { openMedia } from './media.ts';

const PROGRAM = `
  const { openMedia } = await import(process.argv[1]);
  const media = openMedia({ cacheFolder: process.argv[2] });
  for (const recipe of ['thumb', 'portrait', 'feed', 'social', 'lead']) {
    console.log(JSON.stringify(await media.derive(process.argv[3], recipe)));
  }
`;

function start(cacheFolder: string, file: string): { output: Promise<string>; kill: () => void } {
  const module = path.join(import.meta.dirname, 'media.ts');
  const child = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    PROGRAM,
    module,
    cacheFolder,
    file,
  ]);
  const output = (async () => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    await once(child, 'close');
    return text;
  })();
  return { output, kill: () => child.kill('SIGKILL') };
}

async function expectWholeFiles(cacheFolder: string): Promise<void> {
  const media = openMedia({ cacheFolder });
  for (const name of await readdir(path.join(cacheFolder, 'files')).catch(() => [])) {
    const bytes = (await media.load(name))?.bytes ?? Buffer.alloc(0);
    expect(name.startsWith(sha256(bytes).slice(0, 20))).toBe(true);
  }
}

test('two processes at once make the same files', async () => {
  const folder = await temporaryFolder();
  const file = path.join(folder, 'a.png');
  await writeFile(file, await samplePicture(500, 400));
  const cacheFolder = path.join(folder, 'cache');
  const [first, second] = await Promise.all([
    start(cacheFolder, file).output,
    start(cacheFolder, file).output,
  ]);
  expect(first).toBe(second);
  expect(first.split('\n')).toHaveLength(6);
  await expectWholeFiles(cacheFolder);
});

test('a process killed at any moment leaves whole files, and the next one ends the work', async () => {
  const folder = await temporaryFolder();
  const file = path.join(folder, 'a.png');
  await writeFile(file, await samplePicture(500, 400));
  const cacheFolder = path.join(folder, 'cache');
  for (const delay of [150, 250, 350, 450, 600]) {
    const { output, kill } = start(cacheFolder, file);
    await wait(delay);
    kill();
    await output;
    await expectWholeFiles(cacheFolder);
  }
  const clean = await start(path.join(folder, 'clean'), file).output;
  expect(await start(cacheFolder, file).output).toBe(clean);
});
