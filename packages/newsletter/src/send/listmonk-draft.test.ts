import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { LISTMONK_ANSWER_MAX } from '../limits.ts';
import { sampleLetter } from '../../testing/sample-letter.ts';
import { createDraft } from './listmonk-draft.ts';
import { SendError } from './send-mail.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function startServer(
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => void,
) {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      answer(request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const account = { user: 'kit', token: 'secret-token', lists: [3, 5] };

describe('a draft in listmonk', () => {
  it('is a campaign with the letter, and its id is told', async () => {
    const seen: unknown[] = [];
    const server = await startServer(({ method, url, headers }, response, body) => {
      seen.push({
        method,
        url,
        authorization: headers.authorization,
        ...(JSON.parse(body) as object),
      });
      response.end('{"data":{"id":17}}');
    });
    expect(await createDraft(sampleLetter(), { ...account, server })).toBe(17);
    expect(seen).toMatchObject([
      {
        method: 'POST',
        url: '/api/campaigns',
        authorization: 'token kit:secret-token',
        name: 'weekly/2026-w47',
        subject: sampleLetter().title,
        lists: [3, 5],
        content_type: 'html',
      },
    ]);
  });

  it('carries no template but the way to leave the list', async () => {
    const bodies: string[] = [];
    const server = await startServer((_request, response, body) => {
      const { body: html, altbody } = JSON.parse(body) as Record<string, string>;
      bodies.push(html ?? '', altbody ?? '');
      response.end('{"data":{"id":1}}');
    });
    const name = 'Hello {{ .Subscriber.Email }}';
    await createDraft(sampleLetter({ name }), { ...account, server });
    for (const body of bodies) {
      const templates = [...body.matchAll(/\{\{.*?\}\}/g)].map(([template]) => template);
      expect(new Set(templates)).toEqual(new Set(['{{ "{{" }}', '{{ UnsubscribeURL }}']));
    }
    expect(bodies).toHaveLength(2);
  });

  it.each([
    [
      'refused',
      false,
      (response: ServerResponse) => response.writeHead(403).end('{"message":"invalid token"}'),
    ],
    ['answered by a block page', true, (response: ServerResponse) => response.end('<html>blocked')],
    ['answered without an id', true, (response: ServerResponse) => response.end('{"data":null}')],
    [
      'answered without end',
      true,
      (response: ServerResponse) => response.end('x'.repeat(LISTMONK_ANSWER_MAX * 3)),
    ],
    [
      'led elsewhere',
      false,
      (response: ServerResponse) =>
        response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
    ],
    ['answered by a gateway', true, (response: ServerResponse) => response.writeHead(502).end()],
    ['answered too late', true, (response: ServerResponse) => response.writeHead(504).end()],
    [
      'answered by half',
      true,
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-length': 100 });
        response.write('{"data":{"id"', () => response.destroy());
      },
    ],
    [
      'refused by half',
      false,
      (response: ServerResponse) => {
        response.writeHead(400, { 'content-length': 100 });
        response.write('{"mess', () => response.destroy());
      },
    ],
    ['cut off', true, (response: ServerResponse) => response.destroy()],
  ])('that is %s is an error, without the token', async (_, uncertain, answer) => {
    const server = await startServer((_request, response) => {
      answer(response);
    });
    const error: unknown = await createDraft(sampleLetter(), { ...account, server }).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(SendError);
    expect(error).toMatchObject({ uncertain });
    expect((error as Error).message).toContain(new URL(server).host);
  });

  it.each([
    ['the token', 'secret-token'],
    ['the line it was sent in', `token kit:secret-token`],
    ['that line in base64', Buffer.from('kit:secret-token').toString('base64')],
  ])('does not repeat %s that a server says', async (_, said) => {
    const server = await startServer((_request, response) => {
      response.writeHead(403).end(`no: ${said}`);
    });
    const draft = createDraft(sampleLetter(), { ...account, server });
    await expect(draft).rejects.toThrow(/answered 403: no: (?:token )?\*\*\*$/);
  });

  it('was certainly not made by a server that is not there', async () => {
    const server = await startServer(() => undefined);
    for (const close of closing.splice(0)) close();
    const draft = createDraft(sampleLetter(), { ...account, server });
    await expect(draft).rejects.toMatchObject({
      uncertain: false,
      message: expect.stringContaining('ECONNREFUSED') as string,
    });
  });
});
