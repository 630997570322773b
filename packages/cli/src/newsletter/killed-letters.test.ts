import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeOutlet, tamizdat } from '../../testing/sample-outlet.ts';
import { letterArticle, PICK, PRIVACY, weeklyLetter } from '../../testing/weekly-letter.ts';

const MAIN = path.join(import.meta.dirname, '../main.ts');
const NOW = '2026-11-23T07:00:00Z';
/** The first two fill a mail, the third is in a second one. */
const SLUGS = ['ferry', 'bridge', 'market'] as const;
const ARTICLES = SLUGS.map((slug, at) => ({
  id: `01JD8Z0Q5X4K2M7N9P3R6S8T0${at}`,
  slug,
  day: 21 - at,
}));

/** How far a mail is: its server was told of it, or has all of it. */
type Moment = 'offered' | 'whole';
const taken: string[] = [];
let count = 0;
/** Ends the process that sends, where this is the moment. */
let kill: (moment: Moment, mail: number) => Promise<void> = () => Promise.resolve();

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onMailFrom(_address, _session, done) {
    count += 1;
    void kill('offered', count).then(() => {
      done();
    });
  },
  onData(stream, _session, done) {
    void simpleParser(stream).then(async ({ text = '' }) => {
      taken.push(text);
      await kill('whole', count);
      done();
    });
  },
});
server.on('error', () => undefined);
const listmonk = createServer((request, response) => {
  count += 1;
  const mail = count;
  void kill('offered', mail)
    .then(() => request.toArray())
    .then(async (parts: Buffer[]) => {
      taken.push((JSON.parse(Buffer.concat(parts).toString()) as { body: string }).body);
      await kill('whole', mail);
      response.writeHead(200).end(`{"data":{"id":${mail}}}`);
    })
    .catch(() => undefined);
});

let folder = '';
const args = ['newsletter', 'weekly', '--content', 'content', '--out', 'out', '--pictures', 'none'];
const MAIL = ['--send', '--from', 'letters@window.example', '--to', 'list@x.example'];
const DRAFTS = ['--draft', '--lists', '1,4'];
const portOf = (one: { address: () => unknown }) => (one.address() as AddressInfo).port;
const settings = () => ({
  TAMIZDAT_SMTP: `smtp://127.0.0.1:${portOf(server.server)}`,
  TAMIZDAT_LISTMONK: `http://kit:token@127.0.0.1:${portOf(listmonk)}/`,
  TAMIZDAT_NOW: NOW,
});
const run = (way: readonly string[]) => tamizdat([...args, ...way], folder, settings());

/** Starts the command as a process, and ends it by SIGKILL at a moment. */
async function runKilled(way: readonly string[], when: Moment, mail: number): Promise<void> {
  const env = { ...process.env, ...settings() };
  const child: ChildProcess = spawn(process.execPath, [MAIN, ...args, ...way], {
    cwd: folder,
    env,
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  kill = async (moment, at) => {
    if (moment !== when || at !== mail) return;
    child.kill('SIGKILL');
    await ended;
  };
  expect(await ended).toEqual([null, 'SIGKILL']);
  kill = () => Promise.resolve();
}

/** The records that a message names. */
const namedIn = (err: string): string[] =>
  [...err.matchAll(/: (\/\S+\.json)$/gm)].map(([, name = '']) => name);
const times = () =>
  SLUGS.map((slug) => taken.filter((text) => text.includes(`Text of ${slug}.`)).length);

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => listmonk.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close(() => undefined);
  listmonk.close();
});
beforeEach(async () => {
  taken.length = count = 0;
  folder = await makeOutlet({
    'outlet.yaml': weeklyLetter(),
    ...PRIVACY,
    ...Object.fromEntries(
      ARTICLES.map((one) => [
        `articles/en/2026/11/${one.day}-${one.slug}/index.md`,
        letterArticle(one, PICK),
      ]),
    ),
  });
});
afterEach(() => rm(folder, { recursive: true }));

test.each([
  ['its first mail is there', MAIL, 'whole', 1],
  ['its second mail is offered', MAIL, 'offered', 2],
  ['its second mail is there', MAIL, 'whole', 2],
  ['its second draft is asked for', DRAFTS, 'offered', 2],
] as const)(
  'an issue whose sender is killed when %s reaches readers once',
  async (_, way, when, mail) => {
    await runKilled(way, when, mail);
    const before = taken.length;
    expect(before).toBe(when === 'whole' ? mail : mail - 1);
    // Nobody can know: it waits, and names all records of this mail and no others.
    const waiting = await run(way);
    expect([waiting.code, taken.length]).toEqual([1, before]);
    const named = namedIn(waiting.err);
    const inMail = mail === 1 ? ['ferry', 'bridge'] : ['market'];
    const lists = way === DRAFTS ? 2 : 1;
    expect(named).toHaveLength(inMail.length * lists);
    for (const slug of inMail) expect(waiting.err).toContain(`\n  News of the ${slug}: `);
    expect(waiting.err).toContain(`“News of the ferry (${mail} of 2)”`);
    // A person looks, and does what the message says.
    for (const file of named)
      if (when === 'whole')
        await writeFile(file, (await readFile(file, 'utf8')).replace('begun', 'done'));
      else await rm(file);
    const rest = await run(way);
    expect(rest.code).toBe(when === 'whole' && mail === 2 ? 1 : 0);
    expect(times()).toEqual([1, 1, 1]);
    expect([(await run(way)).code, times()]).toEqual([1, [1, 1, 1]]);
  },
);

test('an issue whose sender was killed while it recorded a mail asks nobody: what it had recorded tells that the mail is out', async () => {
  await run(MAIL);
  const records = await readdir(path.join(folder, 'outlet-state/newsletter/sent'));
  const [first = '', ...others] = records.filter((name) => name.includes('T00'));
  expect(others).toEqual([]);
  for (const name of records.filter((one) => one === first || !one.includes('T0'))) {
    const file = path.join(folder, 'outlet-state/newsletter/sent', name);
    await writeFile(file, (await readFile(file, 'utf8')).replace('done', 'begun'));
  }
  const again = await run(MAIL);
  expect(again.err).toContain('was sent to list@x.example');
  expect([again.code, times()]).toEqual([1, [1, 1, 1]]);
  expect(
    await readFile(path.join(folder, 'outlet-state/newsletter/sent', first), 'utf8'),
  ).toContain('"done"');
});
