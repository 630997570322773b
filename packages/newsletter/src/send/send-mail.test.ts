import { createServer, type AddressInfo, type Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { buildMail } from '../mail/build-mail.ts';
import { sampleLetter } from '../../testing/sample-letter.ts';
import { SendError, sendMail } from './send-mail.ts';
import { parseSmtpAddress } from './smtp-address.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A real SMTP server on this machine; gives its address and what it took. */
async function startServer(options: SMTPServerOptions = {}) {
  const taken: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      void simpleParser(stream).then((mail) => {
        taken.push(mail);
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.close(() => undefined);
  });
  const { port } = server.server.address() as AddressInfo;
  return { taken, address: `smtp://127.0.0.1:${port}` };
}

/** A server that speaks as a script says, line by line of the client. */
async function startScript(answer: (line: string, socket: Socket) => string | undefined) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    const greeting = answer('', socket);
    if (greeting !== undefined) socket.write(`${greeting}\r\n`);
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
        const said = answer(line, socket);
        if (said !== undefined) socket.write(`${said}\r\n`);
      }
    });
    closing.push(() => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const envelope = { from: 'letters@pane.example', to: 'weekly@lists.example' };
const mail = () => buildMail(sampleLetter(), { ...envelope, date: '2026-11-23T07:00:00Z' });
/** As good as for ever: on a busy machine a server that answers may take its time. */
const PATIENCE_MS = 60_000;
/** For servers that never answer. */
const SILENCE_MS = 1_000;

async function send(address: string, silenceMs = PATIENCE_MS): Promise<SendError | undefined> {
  try {
    await sendMail(await mail(), envelope, parseSmtpAddress(address), silenceMs);
    return undefined;
  } catch (error) {
    if (error instanceof SendError) return error;
    throw error;
  }
}

describe('sending', () => {
  it('hands the mail over as it is', async () => {
    const { taken, address } = await startServer();
    expect(await send(address)).toBeUndefined();
    expect(taken).toHaveLength(1);
    expect(taken[0]?.subject).toBe(sampleLetter().title);
    expect(taken[0]?.html).toContain('Читать дальше');
  });

  it('says who it is, where it must', async () => {
    const seen: unknown[] = [];
    const { taken, address } = await startServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, done) {
        seen.push([username, password]);
        done(null, { user: username });
      },
    });
    expect(await send(address.replace('//', '//editor:p%40ss@'))).toBeUndefined();
    expect([seen, taken.length]).toEqual([[['editor', 'p@ss']], 1]);
  });

  it.each([
    [
      'a wrong password',
      {
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: (_a, _s, done) => {
          done(new Error('no'));
        },
      },
    ],
    [
      'a refused writer',
      {
        onMailFrom: (_a, _s, done) => {
          done(new Error('not you'));
        },
      },
    ],
    [
      'a refused address',
      {
        onRcptTo: (_a, _s, done) => {
          done(new Error('no such list'));
        },
      },
    ],
    [
      'a refused mail',
      {
        onData: (stream, _s, done) => {
          stream.resume();
          stream.on('end', () => {
            done(new Error('spam'));
          });
        },
      },
    ],
  ] satisfies [string, SMTPServerOptions][])(
    'tells of %s: certainly not sent, no password told',
    async (_, options) => {
      const { address } = await startServer(options);
      const error = await send(address.replace('//', '//editor:secret-word@'));
      expect(error?.uncertain).toBe(false);
      expect(error?.message).toMatch(/^127\.0\.0\.1:\d+ /);
      expect(error?.message).not.toContain('secret-word');
    },
  );

  it('tells of a server that is not there', async () => {
    const address = await startScript(() => undefined);
    for (const close of closing.splice(0)) close();
    expect(await send(address)).toMatchObject({
      uncertain: false,
      message: expect.stringContaining('ECONNREFUSED') as string,
    });
  });

  it('gives up on a server that says nothing', async () => {
    expect(await send(await startScript(() => undefined), SILENCE_MS)).toMatchObject({
      uncertain: false,
    });
  });

  it.each([
    ['MAIL', /^MAIL/],
    ['RCPT', /^RCPT/],
    ['DATA', /^DATA/],
  ])('knows that a server has no mail that went away at %s', async (_, command) => {
    const address = await startScript((line, socket) => {
      if (command.test(line)) {
        socket.destroy();
        return undefined;
      }
      return line === '' ? '220 hello' : '250 fine';
    });
    const error = await send(address);
    expect(error).toMatchObject({ uncertain: false });
    expect(error?.message).toContain('did not get the whole mail');
  });

  it('knows that a server has no mail that went away in the midst of it', async () => {
    const address = await startScript((line, socket) => {
      if (line.startsWith('DATA')) {
        // What comes is read no further than the first bytes of a mail too long for the buffers in between.
        socket.removeAllListeners('data');
        socket.once('data', () => socket.destroy());
        return '354 go on';
      }
      return line === '' ? '220 hello' : '250 fine';
    });
    const long = Buffer.alloc(60_000_000, 'line\r\n');
    await expect(
      sendMail(long, envelope, parseSmtpAddress(address), PATIENCE_MS),
    ).rejects.toMatchObject({ uncertain: false });
  });

  it.each([
    ['the password', 'secret-word'],
    ['the password in base64', Buffer.from('secret-word').toString('base64')],
    ['the line it was sent in', Buffer.from('\0editor\0secret-word').toString('base64')],
  ])('does not repeat %s that a server says', async (_, said) => {
    const address = await startScript((line) => {
      if (line === '') return '220 hello';
      if (line.startsWith('EHLO')) return '250-hello\r\n250 AUTH PLAIN';
      return `535 5.7.8 wrong: ${said}`;
    });
    const error = await send(address.replace('//', '//editor:secret-word@'));
    expect(error?.message).toMatch(/refused the mail: 535 5\.7\.8 wrong: \*\*\*$/);
  });

  it('does not know about a mail after which the server fell silent or went away', async () => {
    for (const end of [() => undefined, (socket: Socket) => void socket.destroy()]) {
      let data = false;
      const address = await startScript((line, socket) => {
        if (line === '.') {
          end(socket);
          return;
        }
        if (data) return undefined;
        if (line.startsWith('DATA')) {
          data = true;
          return '354 go on';
        }
        return line === '' ? '220 hello' : '250 fine';
      });
      expect(await send(address, SILENCE_MS)).toMatchObject({ uncertain: true });
    }
  });

  it('does not speak in the clear to another machine', () => {
    // The address of a server elsewhere cannot be had in a test: what is asked of it can.
    expect(parseSmtpAddress('smtp://mail.example')).toEqual({
      host: 'mail.example',
      port: 587,
      secure: false,
    });
    expect(parseSmtpAddress('smtps://a:b@mail.example')).toEqual({
      host: 'mail.example',
      port: 465,
      secure: true,
      user: 'a',
      password: 'b',
    });
  });

  it('says what to write for a percent sign, and does not repeat the password', () => {
    expect(() => parseSmtpAddress('smtps://ann:50%off@mail.example')).toThrow(/Write %25 for it/);
    expect(() => parseSmtpAddress('smtps://ann:50%off@mail.example')).not.toThrow(/50/);
    expect(parseSmtpAddress('smtps://ann:50%25off@mail.example').password).toBe('50%off');
  });

  it.each(['', 'mail.example', 'https://mail.example', 'smtp://'])(
    'cannot read the address “%s”, and does not repeat it',
    (address) => {
      expect(() => parseSmtpAddress(address)).toThrow(/cannot be read/);
    },
  );
});
