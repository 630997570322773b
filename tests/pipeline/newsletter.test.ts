import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContentFolder } from './fixture/content-folder.ts';
import { OUTLET } from './fixture/records.ts';
import { runTamizdat } from './workplace/run-tamizdat.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const work = mkdtempSync(path.join(tmpdir(), 'tamizdat-newsletter-'));
const content = new ContentFolder(path.join(work, 'content'));
const out = path.join(work, 'made');
const taken: ParsedMail[] = [];
let refuse = false;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo(_address, _session, done) {
    done(refuse ? new Error('no such list') : null);
  },
  onData(stream, _session, done) {
    void simpleParser(stream).then((mail) => {
      taken.push(mail);
      done();
    });
  },
});

const NEWSLETTERS = `newsletters:
  - id: weekly
    lang: en
    name: 'The "week"'
    description: One letter a week.
    frequency: weekly
    provider: { kind: mailto, action: 'mailto:weekly@lists.example' }
    privacy: about
`;
const pick = (blurb: string) => [`newsletter: { pick: true, blurb: '${blurb}' }`];

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await content.fill();
  content.write('outlet.yaml', OUTLET + NEWSLETTERS);
  const story = { title: 'A story that was picked', text: 'It happened.' };
  content.writeArticle({ ...story, folder: 'en/2026/11/17-old-pick', fields: pick('On Tuesday.') });
  content.writeArticle({
    ...story,
    title: 'The newest of the week',
    folder: 'en/2026/11/20-new-pick',
    fields: pick('On Friday.'),
    leadImage: { file: 'a.png', alt: 'A gradient' },
  });
  content.write(
    'articles/en/2026/11/20-new-pick/a.png',
    readFileSync(path.join(content.root, 'articles/en/2026/10/05-the-bridge-opens/bridge.png')),
  );
  content.writeArticle({
    ...story,
    title: 'A draft that was picked',
    folder: 'en/2026/11/19-draft',
    status: 'draft',
    fields: pick('Secret.'),
  });
  content.writeArticle({
    ...story,
    title: 'A pick under embargo',
    folder: 'en/2026/11/21-later',
    fields: [...pick('Secret.'), 'embargoUntil: 2026-12-01T00:00:00Z'],
  });
});
afterAll(() => {
  server.close(() => undefined);
  rmSync(work, { recursive: true });
});

/** The days of 2026-w47 are over. */
const MONDAY = '2026-11-23T07:00:00Z';
const SATURDAY = '2026-11-21T12:00:00Z';

const newsletter = (args: string[] = [], env: NodeJS.ProcessEnv = {}, now = MONDAY) =>
  runTamizdat(
    repository,
    ['newsletter', 'weekly', '--content', content.root, '--out', out, ...args],
    { env, now },
  );

const smtp = () => ({
  TAMIZDAT_SMTP: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
});
const addresses = ['--from', 'The Sample <letters@sample.example>', '--to', 'weekly@lists.example'];

/** The record that a refusal tells people to delete. */
const recordsIn = (output: string): string[] =>
  /delete (\S+\.json(?: and \S+\.json)*) and/.exec(output)?.[1]?.split(' and ') ?? [];
const recordIn = (output: string): string => recordsIn(output)[0] ?? '';

describe('an issue of a newsletter', () => {
  it('is made of what was picked and may be seen, and sent to nobody unless told to', async () => {
    const { code, output } = await newsletter();
    expect([code, output]).toEqual([0, expect.stringContaining('Nothing was sent')]);
    const text = readFileSync(path.join(out, 'weekly-2026-w47.txt'), 'utf8');
    expect(text.indexOf('On Friday.')).toBeGreaterThan(0);
    expect(text.indexOf('On Tuesday.')).toBeGreaterThan(text.indexOf('On Friday.'));
    expect(text).toContain('https://sample.example/en/2026/11/20/new-pick.html');
    expect(text).toContain('mailto:weekly@lists.example?subject=unsubscribe');
    expect(text.replaceAll(/\s+/g, ' ')).toContain('because you subscribed to “The ‘week’”.');
    expect(text).not.toContain('Secret');
    const mail = await simpleParser(readFileSync(path.join(out, 'weekly-2026-w47.eml')));
    expect(mail.subject).toBe('The newest of the week');
    expect(mail.attachments).toHaveLength(1);
    expect(taken).toEqual([]);
  });

  it('leads to a mirror when told to', async () => {
    const base = 'https://mirror.example/pane';
    const { code } = await newsletter(['--base', base, '--pictures', 'linked']);
    expect(code).toBe(0);
    const html = readFileSync(path.join(out, 'weekly-2026-w47.html'), 'utf8');
    expect(html).toMatch(/src="https:\/\/mirror\.example\/pane\/media\/[0-9a-f]{20}\.jpg"/);
    expect(html).not.toContain('https://sample.example');
  });

  it('is sent once', async () => {
    refuse = true;
    const refused = await newsletter(['--send', ...addresses], smtp());
    expect([refused.code, refused.output]).toEqual([
      1,
      expect.stringContaining('refused the mail'),
    ]);
    expect(refused.output).toContain('Nothing was sent');
    refuse = false;
    const first = await newsletter(['--send', ...addresses], smtp());
    expect([first.code, first.output]).toEqual([
      0,
      expect.stringContaining('Sent to weekly@lists.example'),
    ]);
    const second = await newsletter(
      ['--send', '--out', path.join(work, 'elsewhere'), ...addresses],
      smtp(),
    );
    expect([second.code, second.output]).toEqual([
      1,
      expect.stringContaining('readers would get it twice'),
    ]);
    expect(second.output).toContain('--issue');
    expect(taken.map(({ subject }) => subject)).toEqual(['The newest of the week']);
    const record = recordIn(second.output);
    expect(path.dirname(record)).toBe(path.join(work, 'outlet-state/newsletter/sent'));
    // What the refusal tells people to do helps.
    rmSync(record);
    const third = await newsletter(['--send', ...addresses], smtp());
    expect([third.code, taken.length]).toEqual([0, 2]);
  });

  it('whose days are not over is made only when it is named, and said to be unfinished', async () => {
    const unnamed = await newsletter([], {}, SATURDAY);
    expect([unnamed.code, unnamed.output]).toEqual([
      2,
      expect.stringContaining('--issue 2026-w47'),
    ]);
    const named = await newsletter(['--week', '2026-W47'], {}, SATURDAY);
    expect([named.code, named.output]).toEqual([
      0,
      expect.stringContaining('Unfinished: its last day, 2026-11-22, is not over'),
    ]);
    expect((await newsletter()).output).not.toContain('Unfinished');
  });

  it('that was sent to look at does not stand in the way of the list', async () => {
    const to = (address: string) => ['--send', '--from', 'letters@sample.example', '--to', address];
    const look = await newsletter(
      [...to('editor@sample.example'), '--issue', '2026-w47'],
      smtp(),
      SATURDAY,
    );
    expect([look.code, look.output]).toEqual([0, expect.stringContaining('Sent to editor@')]);
    const list = await newsletter(to('readers@lists.example'), smtp());
    expect([list.code, list.output]).toEqual([0, expect.stringContaining('Sent to readers@')]);
  });

  it('is left as a draft once, and a second time is told when the first was made', async () => {
    let answer = (response: ServerResponse) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('{"data":{"id"', () => response.destroy());
    };
    const listmonk = createServer((request, response) => {
      request.resume().once('end', () => {
        answer(response);
      });
    });
    await new Promise<void>((resolve) => listmonk.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(listmonk.address() as AddressInfo).port}`;
    const draft = (lists = '4,1,4') =>
      newsletter(['--draft', '--lists', lists, '--pictures', 'none'], {
        TAMIZDAT_LISTMONK: `http://kit:secret-token@${host}/`,
      });
    const broken = await draft();
    expect([broken.code, broken.output]).toEqual([
      1,
      expect.stringContaining(`${host}’s answer broke off`),
    ]);
    expect(broken.output).toContain('There may be a draft');
    for (const record of recordsIn(broken.output)) rmSync(record);
    answer = (response) => response.end('{"data":{"id":17}}');
    const first = await draft();
    expect([first.code, first.output]).toEqual([0, expect.stringContaining('Draft 17')]);
    const second = await draft();
    const overlapping = await draft('3,4');
    listmonk.close();
    expect([second.code, second.output]).toEqual([
      1,
      expect.stringContaining(
        `A draft of the issue weekly/2026-w47 was made at ${MONDAY} in listmonk (${host}, list 1); nothing was sent`,
      ),
    ]);
    expect([overlapping.code, overlapping.output]).toEqual([
      1,
      expect.stringContaining(`in listmonk (${host}, list 4)`),
    ]);
    expect(second.output).not.toContain('was sent to');
    expect(existsSync(recordIn(second.output))).toBe(true);
  });

  it.each([
    [['--send', ...addresses], 'TAMIZDAT_SMTP'],
    [['--draft', '--send'], 'not both'],
    [['--issue', '2026-w47', '--week', '2026-w46'], 'they mean the same'],
    [
      ['--issue', '2026-w01'],
      'No published article was picked for the issue “2026-w01”. There are: 2026-w47',
    ],
    [['--base', 'mirror'], '--base is an address'],
    [['--pictures', 'some'], '--pictures is small (inside is the same), linked or none'],
  ])('with %j is refused in words: %s', async (args, words) => {
    const { code, output } = await newsletter(args);
    expect([code, output]).toEqual([2, expect.stringContaining(words)]);
    expect(output).not.toContain('    at ');
  });

  it('of a name that is not there is refused with those that are', async () => {
    const { code, output } = await runTamizdat(repository, [
      'newsletter',
      'weekli',
      '--content',
      content.root,
    ]);
    expect([code, output]).toEqual([2, expect.stringContaining('Did you mean “weekly”?')]);
  });
});
