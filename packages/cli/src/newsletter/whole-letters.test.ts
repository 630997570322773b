import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeOutlet, tamizdat } from '../../testing/sample-outlet.ts';
import {
  letterArticle,
  LONG,
  PICK,
  PRIVACY,
  weeklyLetter as newsletter,
} from '../../testing/weekly-letter.ts';

const MIRRORS = `mirrors:
  - { name: open, address: https://open.example/, kind: folder, folder: /srv/open }
  - { name: letters, address: https://letters.example/x, kind: folder, folder: /srv/l, channel: newsletter }
  - { name: chat, address: https://chat.example/, kind: folder, folder: /srv/chat, channel: messenger }
  - { name: other, address: https://other.example/, kind: folder, folder: /srv/other, languages: [ru] }
`;
const ids = {
  ferry: '01JD8Z0Q5X4K2M7N9P3R6S8T0A',
  bridge: '01JD8Z0Q5X4K2M7N9P3R6S8T0B',
  market: '01JD8Z0Q5X4K2M7N9P3R6S8T0C',
  snow: '01JD8Z0Q5X4K2M7N9P3R6S8T0D',
  draft: '01JD8Z0Q5X4K2M7N9P3R6S8T0E',
  later: '01JD8Z0Q5X4K2M7N9P3R6S8T0F',
  removed: '01JD8Z0Q5X4K2M7N9P3R6S8T0G',
  withdrawn: '01JD8Z0Q5X4K2M7N9P3R6S8T0H',
};
type Slug = keyof typeof ids;

const article = (slug: Slug, day: number, more?: string, text?: string) =>
  letterArticle({ id: ids[slug], slug, day }, more, text);
const file = (slug: Slug, day: number) => `articles/en/2026/11/${day}-${slug}/index.md`;
const hidden = (slug: Slug, day: number, more: string) => ({
  [file(slug, day)]: article(slug, day, `${PICK}${more}`, '').replace(
    'status: ready\n',
    more.startsWith('status') ? '' : 'status: ready\n',
  ),
});

let taken: ParsedMail[] = [];
/** What becomes of a mail: taken, refused, or taken before the connection breaks. */
let fate: (subject: string) => 'take' | 'refuse' | 'break' = () => 'take';
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    void simpleParser(stream).then((mail) => {
      const decided = fate(mail.subject ?? '');
      if (decided !== 'refuse') taken.push(mail);
      if (decided === 'break')
        for (const { _socket } of server.connections as Set<{ _socket: { destroy(): void } }>)
          _socket.destroy();
      else done(decided === 'take' ? null : new Error('the disk is full'));
    });
  },
});
server.on('error', () => undefined);

let folder = '';
const at = (name: string) => path.join(folder, name);
const records = () => readdir(at('outlet-state/newsletter/sent')).catch(() => []);
const MONDAY = '2026-11-23T07:00:00Z';
const run = (args: string[], now = MONDAY, env: Record<string, string> = {}) =>
  tamizdat(['newsletter', 'weekly', '--content', 'content', '--out', at('out'), ...args], folder, {
    TAMIZDAT_SMTP: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    TAMIZDAT_NOW: now,
    ...env,
  });
const send = (args: string[] = [], to = 'list@x.example') =>
  run(['--send', '--from', 'letters@window.example', '--to', to, ...args]);
const subjects = () => taken.map(({ subject }) => subject);
const bodies = () => taken.map(({ text }) => text ?? '').join('\n');
const times = (slug: Slug) => bodies().split(`Text of ${slug}.`).length - 1;

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.close(() => undefined);
});
beforeEach(async () => {
  taken = [];
  fate = () => 'take';
  folder = await makeOutlet({
    'outlet.yaml': newsletter(),
    'mirrors.yaml': MIRRORS,
    ...PRIVACY,
    [file('ferry', 21)]: article('ferry', 21, PICK),
    [file('bridge', 20)]: article('bridge', 20, PICK),
    [file('market', 19)]: article(
      'market',
      19,
      PICK,
      `See [the ferry](/en/2026/11/21/ferry.html).\n\n${LONG}`,
    ),
    [file('snow', 18)]: article('snow', 18, '', 'Snow fell.'),
    ...hidden('draft', 21, 'status: draft\n'),
    ...hidden('later', 21, 'embargoUntil: 2030-01-01T00:00:00Z\n'),
    ...hidden('removed', 21, 'status: removed\n'),
    ...hidden(
      'withdrawn',
      21,
      'status: withdrawn\nupdatedAt: 2026-11-21T12:00:00+02:00\neditorsNote: It was wrong.\n',
    ),
  });
});
afterEach(() => rm(folder, { recursive: true }));

describe('an issue with whole articles', () => {
  test('fills as many mails as it needs, says so, and who can read them', async () => {
    const { code, out } = await run([]);
    expect(code).toBe(0);
    expect(out).toMatch(/articles: 3, mails: 2, since mail programs cut longer ones/);
    expect(out).toMatch(
      /“News of the ferry \(1 of 2\)”: articles: 2, \d+ bytes, of which its HTML: \d+/,
    );
    expect(out).toContain('your mail provider) and whoever runs a reader’s mailbox can read them');
    expect((await readdir(at('out'))).sort()).toEqual(
      ['1', '2'].flatMap((part) =>
        ['eml', 'html', 'txt'].map((form) => `weekly-2026-w47-${part}-of-2.${form}`),
      ),
    );
    const text = await readFile(at('out/weekly-2026-w47-2-of-2.txt'), 'utf8');
    for (const line of [
      'Newsroom',
      '19 November 2026 at 09:30 (UTC+2)',
      'About the market.',
      'See the ferry <https://window.example/en/2026/11/21/ferry.html>.',
      'https://window.example/en/2026/11/19/market.html',
      'https://open.example/en/2026/11/19/market.html',
      'https://letters.example/x/en/2026/11/19/market.html',
      'https://window.example/en/verify.html',
    ])
      expect(text.split('\n')).toContain(line);
    const html = await readFile(at('out/weekly-2026-w47-2-of-2.html'), 'utf8');
    expect(html).toContain(
      '<a href="https://window.example/en/2026/11/21/ferry.html" class="accent"',
    );
    expect(html).not.toMatch(/(?:href|src)="\//);
    // Addresses of another channel are not handed out, nor those for another language.
    expect(text).not.toMatch(/chat\.example|other\.example/);
    expect(text).not.toContain('Text of snow.');
  });

  test('carries everything of its days where it is told to, the picks first', async () => {
    await writeFile(at('content/outlet.yaml'), newsletter('articles: all'));
    await send();
    expect(['ferry', 'bridge', 'market', 'snow'].map((slug) => times(slug as Slug))).toEqual([
      1, 1, 1, 1,
    ]);
    expect(bodies().indexOf('Text of snow.')).toBeGreaterThan(bodies().indexOf('Text of market.'));
    expect(bodies()).not.toMatch(/Text of (?:draft|later|removed|withdrawn)\./);
  });

  test('goes on with the rest where a mail of it was refused, and then is sent no more', async () => {
    fate = (subject) => (subject.includes('2 of 2') ? 'refuse' : 'take');
    const first = await send();
    expect(first.code).toBe(1);
    expect(first.err).toContain('Mails before it: 1 of 2');
    expect(first.err).not.toContain('Nothing was sent');
    fate = () => 'take';
    const second = await send();
    expect(second.code).toBe(0);
    expect(second.out).toContain('Left out, since they are out there already: “News of the ferry”');
    expect(subjects()).toEqual(['News of the ferry (1 of 2)', 'News of the ferry (2 of 2)']);
    expect([times('ferry'), times('bridge'), times('market')]).toEqual([1, 1, 1]);
    const third = await send();
    expect(third.code).toBe(1);
    expect(third.err).toContain('readers would get it twice');
    expect(taken).toHaveLength(2);
    // What is picked afterwards is in no mail of an issue that is out.
    await writeFile(at(`content/${file('snow', 18)}`), article('snow', 18, PICK, 'Snow fell.'));
    expect([(await send()).code, taken.length]).toEqual([1, 2]);
  });

  test('goes on with the rest where what is left changed meanwhile, and repeats nothing', async () => {
    fate = (subject) => (subject.includes('2 of 2') ? 'refuse' : 'take');
    await send();
    fate = () => 'take';
    await writeFile(
      at(`content/${file('bridge', 20)}`),
      article('bridge', 20, PICK, `${LONG}More.`),
    );
    await writeFile(at(`content/${file('snow', 18)}`), article('snow', 18, PICK, 'Snow fell.'));
    expect((await send()).code).toBe(0);
    expect(['ferry', 'bridge', 'market', 'snow'].map((slug) => times(slug as Slug))).toEqual([
      1, 1, 1, 1,
    ]);
  });

  test('is given back whole where its first mail was refused', async () => {
    fate = () => 'refuse';
    expect((await send()).err).toContain('Nothing was sent');
    expect(await records()).toEqual([]);
    fate = () => 'take';
    expect((await send()).code).toBe(0);
    expect(taken).toHaveLength(2);
  });

  test('waits for a person where nobody knows whether a mail of it arrived', async () => {
    fate = (subject) => (subject.includes('1 of 2') ? 'break' : 'take');
    const broken = await send();
    expect(broken.err).toContain('It may have been sent');
    expect(broken.err).toContain('write “done” for “begun” in all of these files');
    fate = () => 'take';
    const again = await send();
    expect([again.code, taken.length]).toEqual([1, 1]);
    // Both articles of the mail at once, by their titles, and what to look for.
    for (const [slug, id] of [
      ['ferry', ids.ferry],
      ['bridge', ids.bridge],
    ])
      for (const { err } of [broken, again])
        expect(err).toMatch(
          new RegExp(`\n  News of the ${slug}: .*/weekly-2026-w47-${id}-to-.*\.json\n`),
        );
    expect(again.err).toContain('for the subject “News of the ferry (1 of 2)”');
    expect(again.err).toContain('If it certainly is not, delete all of these files');
    expect(again.err).not.toContain('market');
    // Nor is it sent in another form.
    await writeFile(at('content/outlet.yaml'), newsletter('articles: links'));
    expect([(await send()).code, taken.length]).toEqual([1, 1]);
    await writeFile(at('content/outlet.yaml'), newsletter());
    // It did arrive: what the message tells people to do helps.
    for (const name of await records()) {
      const record = at(`outlet-state/newsletter/sent/${name}`);
      const text = await readFile(record, 'utf8');
      if (text.includes('"mail"')) await writeFile(record, text.replace('begun', 'done'));
    }
    expect((await send()).code).toBe(0);
    expect([times('ferry'), times('bridge'), times('market')]).toEqual([1, 1, 1]);
  });

  test('that was sent as links is not sent whole', async () => {
    await writeFile(at('content/outlet.yaml'), newsletter('articles: links'));
    expect((await send()).code).toBe(0);
    await writeFile(at('content/outlet.yaml'), newsletter());
    expect((await send()).code).toBe(1);
    expect(taken).toHaveLength(1);
    expect((await send([], 'other@x.example')).code).toBe(0);
  });

  test('becomes as many drafts, and goes on with the rest where one was refused', async () => {
    const campaigns: { name: string; body: string }[] = [];
    const listmonk = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const campaign = JSON.parse(Buffer.concat(parts).toString()) as {
          name: string;
          body: string;
        };
        const isFull = fate(campaign.name) === 'refuse';
        if (!isFull) campaigns.push(campaign);
        response.writeHead(isFull ? 400 : 200).end(`{"data":{"id":${campaigns.length}}}`);
      });
    });
    await new Promise<void>((resolve) => listmonk.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(listmonk.address() as AddressInfo).port}`;
    const draft = () =>
      run(['--draft', '--lists', '1,4', '--pictures', 'none'], MONDAY, {
        TAMIZDAT_LISTMONK: `http://kit:token@${host}/`,
      });
    fate = (name) => (name.includes('2 of 2') ? 'refuse' : 'take');
    const first = await draft();
    expect([first.code, first.err]).toEqual([
      1,
      expect.stringContaining('Mails before it: 1 of 2'),
    ]);
    fate = () => 'take';
    const second = await draft();
    const third = await draft();
    listmonk.close();
    expect([second.code, second.out]).toEqual([0, expect.stringContaining('Draft 2 in listmonk')]);
    expect([third.code, third.err]).toEqual([1, expect.stringContaining('A draft of the issue')]);
    expect(campaigns.map(({ name }) => name)).toEqual(
      [1, 2].map((part) => `weekly/2026-w47 (${part} of 2)`),
    );
    for (const slug of ['ferry', 'bridge', 'market'])
      expect(campaigns.filter(({ body }) => body.includes(`Text of ${slug}.`))).toHaveLength(1);
  });

  test('that may have been sent as links is not sent whole', async () => {
    await writeFile(at('content/outlet.yaml'), newsletter('articles: links'));
    fate = () => 'break';
    expect((await send()).err).toContain('It may have been sent');
    fate = () => 'take';
    await writeFile(at('content/outlet.yaml'), newsletter());
    expect([(await send()).code, taken.length]).toEqual([1, 1]);
  });
});

describe('a letter of links', () => {
  test('that mail programs would cut is refused in words, and nothing is written or remembered', async () => {
    await writeFile(at('content/outlet.yaml'), newsletter('articles: links'));
    const blurb = PICK.replace('Read it.', 'It is long. '.repeat(20).trim());
    for (const number of Array.from({ length: 120 }, (_, place) => place)) {
      const slug = `n${number}`;
      const id = `01JD8Z0Q5X4K2M7N9P3R6S9${String(number).padStart(3, '0')}`;
      await mkdir(at(`content/articles/en/2026/11/20-${slug}`), { recursive: true });
      await writeFile(
        at(`content/articles/en/2026/11/20-${slug}/index.md`),
        letterArticle({ id, slug, day: 20 }, blurb, ''),
      );
    }
    const { code, err } = await send(['--pictures', 'none']);
    expect([code, taken, await records()]).toEqual([1, [], []]);
    expect(err).toMatch(/page has \d{6} bytes, and mail programs cut more than 100000/);
    expect(await readdir(folder)).not.toContain('out');
  });

  test('takes the names that outlet.yaml has for pictures, and says them', async () => {
    expect((await run(['--pictures', 'small'])).code).toBe(0);
    const { code, err } = await run(['--pictures', 'tiny']);
    expect(code).toBe(2);
    for (const name of ['small', 'inside', 'linked', 'none']) expect(err).toContain(name);
  });
});

describe('an extra letter', () => {
  test('carries the newest articles whole and says why it comes, with nothing that readers do not find', async () => {
    const { code, out } = await send(['--now']);
    expect(code).toBe(0);
    expect(out).toContain('whoever carries this mail (127.0.0.1)');
    expect(['ferry', 'bridge', 'market', 'snow'].map((slug) => times(slug as Slug))).toEqual([
      1, 1, 1, 1,
    ]);
    expect(bodies()).not.toMatch(/Text of (?:draft|later|removed|withdrawn)\./);
    expect(taken[0]?.text?.replaceAll('\n', ' ')).toContain(
      'An extra letter, because our pages may not open',
    );
    expect(taken[0]?.html).toContain('An extra letter');
  });

  test('carries those that are named, with a text of its own, and never twice to an address', async () => {
    await writeFile(at('why.txt'), 'The network is <off> in three regions.\n');
    const named = ['--now', '--ids', `${ids.snow},${ids.ferry.toLowerCase()}`];
    const first = await send([...named, '--why', at('why.txt')]);
    expect(first.code).toBe(0);
    expect(taken[0]?.text).toContain('The network is <off> in three regions.');
    expect(taken[0]?.html).toContain('The network is &lt;off&gt; in three regions.');
    // In another order they are the same articles.
    const second = await send(['--now', '--ids', `${ids.ferry},${ids.snow}`]);
    expect([second.code, taken.length]).toEqual([1, 1]);
    expect(second.err).toContain('All of these articles were sent already');
    expect(second.err).not.toContain('--issue');
    for (const slug of ['ferry', 'snow'])
      expect(second.err).toContain(`  News of the ${slug}, list@x.example, ${MONDAY}: `);
    // What is new goes out, what that address has does not.
    const third = await send(['--now', '--ids', `${ids.ferry},${ids.market}`]);
    expect(third.out).toContain('Left out, since they are out there already: “News of the ferry”');
    expect([times('ferry'), times('market'), times('snow')]).toEqual([1, 1, 1]);
    expect((await send(named, 'other@x.example')).code).toBe(0);
    // The issue of the week is another letter.
    expect((await send()).code).toBe(0);
  });

  test('that was stopped between two mails counts on, in mails, files and report', async () => {
    fate = (subject) => (subject.includes('2 of 2') ? 'refuse' : 'take');
    const named = ['--now', '--ids', `${ids.ferry},${ids.bridge},${ids.market}`];
    expect((await send(named)).err).toContain('Mails before it: 1 of 2');
    fate = () => 'take';
    const { code, out } = await send(named);
    expect([code, subjects()]).toEqual([
      0,
      ['News of the ferry (1 of 2)', 'News of the ferry (2 of 2)'],
    ]);
    expect(out).toContain('“News of the ferry (2 of 2)”: articles: 1');
    expect(out).toMatch(/weekly-now-[0-9a-f]{12}-2-of-2\.eml/);
    expect([times('ferry'), times('bridge'), times('market')]).toEqual([1, 1, 1]);
    // Another letter that leaves out what is there is a letter of its own.
    await send(['--now', '--ids', `${ids.market},${ids.snow}`]);
    expect(subjects().at(-1)).not.toContain('(');
  });

  test('whose end nobody saw names all records of its mail, and both ways out of it', async () => {
    fate = () => 'break';
    const named = ['--now', '--ids', `${ids.ferry},${ids.snow}`];
    await send(named);
    fate = () => 'take';
    const { code, err } = await send(named);
    expect([code, taken.length]).toEqual([1, 1]);
    for (const name of await records()) {
      expect(err).toContain(name);
      await rm(at(`outlet-state/newsletter/sent/${name}`));
    }
    expect((await send(named)).code).toBe(0);
    expect([times('ferry'), times('snow')]).toEqual([2, 2]);
  });

  test.each(['draft', 'later', 'removed', 'withdrawn'] as const)(
    'never carries what readers do not find: %s',
    async (slug) => {
      const { code, err } = await send(['--now', '--ids', `${ids.ferry},${ids[slug]}`]);
      expect([code, taken.length]).toEqual([2, 0]);
      expect(err).toContain(`There is no article ${ids[slug]} on the site`);
      expect(await records()).toEqual([]);
    },
  );

  test('takes why it comes from a file of any program, and refuses there what nobody sees', async () => {
    await writeFile(at('why.txt'), '\ufeffThe network is off.\r\nUse a mirror.\r\n');
    expect((await send(['--now', '--ids', ids.snow, '--why', at('why.txt')])).code).toBe(0);
    expect(taken[0]?.text).toContain('The network is off.');
    await writeFile(at('why.txt'), 'The network\u200b is off.\r\n');
    const { code, err } = await send(['--now', '--ids', ids.ferry, '--why', at('why.txt')]);
    expect([code, taken.length]).toEqual([2, 1]);
    expect(err).toContain('--why, line 1, character 12');
  });

  test('carries no article of another language than the newsletter’s', async () => {
    const russian = article('snow', 18, '', 'Выпал снег.').replace('lang: en', 'lang: ru');
    await rm(at(`content/${file('snow', 18)}`));
    await mkdir(at('content/articles/ru/2026/11/18-snow'), { recursive: true });
    await writeFile(at('content/articles/ru/2026/11/18-snow/index.md'), russian);
    const { code, err } = await send(['--now', '--ids', `${ids.ferry},${ids.snow}`]);
    expect([code, taken.length]).toEqual([2, 0]);
    expect(err).toContain(`“weekly” is in “en”, and these articles of --ids are in another`);
    expect(err).toContain(`${ids.snow} (ru)`);
  });

  test('bears the day of the outlet’s zone', async () => {
    const { code, out } = await run(['--now', '--ids', ids.snow], '2026-11-22T22:30:00Z');
    const text = out.split('\n').find((line) => line.endsWith('.txt')) ?? '';
    expect(code).toBe(0);
    expect(await readFile(text.trim(), 'utf8')).toContain('23 November 2026');
  });

  test.each([
    [['--now', '--issue', '2026-w47'], 'Either --now or --issue'],
    [['--issue', '2026-w99'], 'There is no week 99 in 2026'],
    [['--ids', ids.ferry], 'belong to --now'],
    [['--why', 'x'], 'belong to --now'],
    [['--now', '--ids', '../x'], '--ids are at most'],
    [['--now', '--why', ' '], '--why is a text'],
    [['--now', '--why', 'x'.repeat(2001)], 'this has 2001'],
    [
      ['--now', '--why', 'Off.\nNo \u202enet'],
      '--why, line 2, character 4: An invisible character that turns',
    ],
    [['--now', '--why', 'No \u0007net'], 'control character stands here (U+0007)'],
    [['--subject', 'One\nTwo'], '--subject has a line break'],
    [['--subject', 'One\r\nTwo'], '--subject has a line break'],
    [['--subject', 'One \u2066two'], '--subject, line 1, character 5'],
    [['--subject', 'One \u001b[2Jtwo'], 'control character stands here (U+001B)'],
  ])('is refused in words where it is asked for wrongly: %#', async (args, words) => {
    const { code, err } = await run(args);
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
  });
});

describe('an issue whose links lead to a channel’s address', () => {
  const env = () => ({ TAMIZDAT_ADDRESSES: `${folder}-book.json` });
  const address = (...args: string[]) =>
    tamizdat(['address', ...args, '--content', 'content', '--json'], folder, {
      ...{ TAMIZDAT_NOW: MONDAY, ...env() },
    });
  const mail = (...args: string[]) =>
    run(['--from', 'letters@window.example', '--to', 'list@x.example', ...args], MONDAY, env());
  const make = async (channel: string, count: string): Promise<string[]> => {
    const { out } = await address(
      ...[
        'new',
        '--channel',
        channel,
        '--count',
        count,
        '--under',
        'https://*.velvetzorq.example/',
      ],
    );
    return (JSON.parse(out) as { names: { base: string }[] }).names.map(({ base }) => base);
  };
  afterEach(() => rm(`${folder}-book.json`, { force: true }));

  test('names the same one until it burns, then the next, and none of another channel', async () => {
    const [first = '', second = ''] = await make('letter', '2');
    const [other = ''] = await make('messenger', '1');
    for (const week of ['picks', 'links']) {
      await writeFile(at('content/outlet.yaml'), newsletter(`articles: ${week}`));
      expect(await mail('--channel', 'letter')).toMatchObject({ code: 0 });
      const parts = (await readdir(at('out'))).filter((name) => /\.(?:txt|html)$/.test(name));
      for (const part of parts) {
        const text = await readFile(at(`out/${part}`), 'utf8');
        expect(text).toContain(`${first}en/2026/11/`);
        for (const absent of [second, other, 'https://window.example/'])
          expect(text).not.toContain(absent);
      }
      await rm(at('out'), { recursive: true });
    }
    await writeFile(at('content/outlet.yaml'), newsletter());
    expect(await address('burn', first)).toMatchObject({ code: 0 });
    expect(await mail('--send', '--channel', 'letter')).toMatchObject({ code: 0 });
    expect(taken).toHaveLength(2);
    expect(bodies()).toContain(`${second}en/2026/11/21/ferry.html`);
    expect(taken.map(({ html }) => html).join('')).toContain(second);
    expect(bodies()).not.toContain(first);
  });

  test.each([
    [['--channel', 'letter'], 1, 'pool-empty'],
    [['--channel', 'letter', '--base', 'https://x.example/'], 2, '--base or --channel'],
    [['--channel', '../x'], 2, '--channel is'],
  ])('is not made, and nothing sent, where there is none: %j', async (args, code, said) => {
    const ran = await mail('--send', ...args);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toContain(said);
    expect(taken).toEqual([]);
  });

  test('takes no name out of reserve for what is refused', async () => {
    await make('letter', '1');
    for (const wrong of [
      ['--pictures', 'x'],
      ['--issue', '1999-w01'],
      ['--send', '--leave', 'nowhere'],
    ])
      expect((await mail('--channel', 'letter', ...wrong)).code).toBe(2);
    expect(JSON.parse((await address('list')).out)).toMatchObject({
      channels: [{ channel: 'letter', alive: 0, ready: 1 }],
    });
  });
});
