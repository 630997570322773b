import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { ForeignFileError } from '@tamizdat/files';
import { LOCAL_API } from '../config/build-backend.ts';
import { REQUEST_MAX_BYTES } from '../limits.ts';
import { answer, RoomFault } from './content-store.ts';
import { refuseRequest, ROOM_HEADERS } from './guard.ts';
import { RequestSchema } from './protocol.ts';

/** What the local room serves. */
export interface LocalRoom {
  /** The content folder. */
  content: string;
  /** The room’s files by name. */
  files: ReadonlyMap<string, Buffer>;
  /** `room.json`, made anew at each opening: sections and authors change. */
  data: () => Promise<string>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/** A server for the room on this machine; it does not listen yet. */
export function createRoomServer(room: LocalRoom): Server {
  const server = createServer((request, response) => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    serve(room, request, response, port).catch((fault: unknown) => {
      const status = statusOf(fault);
      const error = fault instanceof Error ? fault.message : String(fault);
      send(response, status, '.json', JSON.stringify({ error }));
    });
  });
  return server;
}

function statusOf(fault: unknown): number {
  if (fault instanceof RoomFault) return fault.status;
  return fault instanceof ForeignFileError ? 409 : 500;
}

async function serve(
  room: LocalRoom,
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
): Promise<void> {
  const { method = 'GET', headers } = request;
  const refusal = refuseRequest({ method, headers }, port);
  if (refusal !== undefined) throw new RoomFault(refusal, 403);
  const { pathname } = new URL(request.url ?? '/', 'http://room');
  if (method === 'POST') {
    if (pathname !== LOCAL_API) throw new RoomFault('There is nothing here to write to.', 404);
    send(response, 200, '.json', JSON.stringify(await act(room.content, request)));
    return;
  }
  const name = pathname === '/' ? 'index.html' : pathname.slice(1);
  const body = name === 'room.json' ? await room.data() : room.files.get(name);
  if (body === undefined) throw new RoomFault('There is no such file in the writing room.', 404);
  send(response, 200, path.extname(name), body);
}

function send(
  response: ServerResponse,
  status: number,
  extension: string,
  body: string | Buffer,
): void {
  const type = TYPES[extension] ?? 'application/octet-stream';
  response.writeHead(status, { ...ROOM_HEADERS, 'content-type': type }).end(body);
}

async function act(content: string, request: IncomingMessage): Promise<unknown> {
  const parsed = RequestSchema.safeParse(parseJson(await readBody(request)));
  if (parsed.success) return answer(content, parsed.data);
  const { path: field = [], message = '' } = parsed.error.issues[0] ?? {};
  throw new RoomFault(`The writing room does not do this: ${field.join('.')}: ${message}.`, 422);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > REQUEST_MAX_BYTES)
      throw new RoomFault('This is more than the writing room takes at once.', 413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RoomFault('This is no JSON.', 400);
  }
}
