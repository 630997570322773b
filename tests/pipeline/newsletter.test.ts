import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
    name: The week
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

const newsletter = (args: string[] = [], env: NodeJS.ProcessEnv = {}) =>
  runTamizdat(
    repository,
    ['newsletter', 'weekly', '--content', content.root, '--out', out, ...args],
    { env },
  );

const smtp = () => ({
  TAMIZDAT_SMTP: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
});
const addresses = ['--from', 'The Sample <letters@sample.example>', '--to', 'weekly@lists.example'];

describe('an issue of a newsletter', () => {
  it('is made of what was picked and may be seen, and sent to nobody unless told to', async () => {
    const { code, output } = await newsletter();
    expect([code, output]).toEqual([0, expect.stringContaining('Nothing was sent')]);
    const text = readFileSync(path.join(out, 'weekly-2026-w47.txt'), 'utf8');
    expect(text.indexOf('On Friday.')).toBeGreaterThan(0);
    expect(text.indexOf('On Tuesday.')).toBeGreaterThan(text.indexOf('On Friday.'));
    expect(text).toContain('https://sample.example/en/2026/11/20/new-pick.html');
    expect(text).toContain('mailto:weekly@lists.example?subject=unsubscribe');
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
      expect.stringContaining('Readers would get it twice'),
    ]);
    expect(taken.map(({ subject }) => subject)).toEqual(['The newest of the week']);
    expect(existsSync(path.join(work, '.tamizdat/newsletter/sent/weekly-2026-w47.json'))).toBe(
      true,
    );
  });

  it.each([
    [['--send', ...addresses], 'TAMIZDAT_SMTP'],
    [['--draft', '--send'], 'not both'],
    [
      ['--issue', '2026-w01'],
      'No published article was picked for the issue “2026-w01”. There are: 2026-w47',
    ],
    [['--base', 'mirror'], '--base is an address'],
    [['--pictures', 'some'], '--pictures is inside, linked or none'],
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
