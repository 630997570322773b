import { LISTMONK_ANSWER_MAX, LISTMONK_MS } from '../limits.ts';
import type { Letter } from '../letter.ts';
import { buildLetterHtml } from '../mail/letter-html.ts';
import { buildLetterText } from '../mail/letter-text.ts';
import { SendError } from './send-mail.ts';

/** A listmonk server, an API user of it, and the lists that the draft is for. */
export interface ListmonkDraft {
  /** Address of the server, such as `https://lists.example/`. */
  server: string;
  user: string;
  token: string;
  /** Ids of lists. */
  lists: readonly number[];
}

/**
 * Leaves a letter as a draft campaign in listmonk (its API, `POST /api/campaigns`), where people look at it and send it.
 * Pictures must have addresses: listmonk takes no parts.
 *
 * @returns the campaign's id.
 * @throws SendError, in words that name no token.
 */
export async function createDraft(
  letter: Letter,
  { server, user, token, lists }: ListmonkDraft,
): Promise<number> {
  const answer = await ask(new URL('api/campaigns', server.endsWith('/') ? server : `${server}/`), {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(LISTMONK_MS),
    headers: {
      'content-type': 'application/json',
      authorization: `token ${user}:${token}`,
    },
    body: JSON.stringify({
      name: letter.id,
      subject: letter.title,
      lists,
      type: 'regular',
      content_type: 'html',
      body: asTemplate(buildLetterHtml({ ...letter, leave: LEAVE })),
      altbody: asTemplate(buildLetterText({ ...letter, leave: LEAVE })),
      tags: ['tamizdat'],
    }),
  });
  const id = (answer as { data?: { id?: unknown } } | null)?.data?.id;
  if (typeof id !== 'number') throw new SendError('listmonk’s answer names no campaign.', true);
  return id;
}

/** Stands for the way to leave the list until the rest is safe. */
const LEAVE = 'https://leave.invalid/';

/** listmonk reads a body as a Go template: what an article says in braces must not be carried out. */
function asTemplate(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}').replaceAll(LEAVE, '{{ UnsubscribeURL }}');
}

async function ask(url: URL, request: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, request);
  } catch (error) {
    // Whether the request had arrived is not known.
    throw new SendError(`${url.host} could not be asked: ${reasonOf(error)}`, true);
  }
  const text = await readBounded(response);
  if (!response.ok) {
    throw new SendError(`${url.host} answered ${response.status}: ${text.slice(0, 300)}`, false);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new SendError(`${url.host} answered something that is not JSON.`, true);
  }
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > LISTMONK_ANSWER_MAX) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const reasonOf = (error: unknown): string => {
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message;
};
