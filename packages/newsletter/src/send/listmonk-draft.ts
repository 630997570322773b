import { ANSWER_SHOWN, LISTMONK_ANSWER_MAX, LISTMONK_MS } from '../limits.ts';
import type { Letter } from '../letter.ts';
import { buildLetterHtml } from '../mail/letter-html.ts';
import { buildLetterText } from '../mail/letter-text.ts';
import { maskSecrets } from './mask-secrets.ts';
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
  const url = new URL('api/campaigns', server.endsWith('/') ? server : `${server}/`);
  const show = (said: string) =>
    maskSecrets(said, [token, `${user}:${token}`]).slice(0, ANSWER_SHOWN);
  const answer = await ask(url, buildRequest(letter, { user, token, lists }), show);
  const id = (answer as { data?: { id?: unknown } } | null)?.data?.id;
  if (typeof id !== 'number')
    throw new SendError(
      {
        en: `${url.host}’s answer names no campaign.`,
        ru: `В ответе ${url.host} нет номера рассылки.`,
      },
      true,
    );
  return id;
}

function buildRequest(
  letter: Letter,
  { user, token, lists }: Omit<ListmonkDraft, 'server'>,
): RequestInit {
  return {
    method: 'POST',
    // Elsewhere the token has no business: a redirect is an answer like any other.
    redirect: 'manual',
    signal: AbortSignal.timeout(LISTMONK_MS),
    headers: {
      'content-type': 'application/json',
      authorization: `token ${user}:${token}`,
    },
    body: JSON.stringify({
      name: letter.part === undefined ? letter.id : `${letter.id} (${letter.part})`,
      subject: letter.title,
      lists,
      type: 'regular',
      content_type: 'html',
      body: asTemplate(buildLetterHtml({ ...letter, leave: LEAVE })),
      altbody: asTemplate(buildLetterText({ ...letter, leave: LEAVE })),
      tags: ['tamizdat'],
    }),
  };
}

/** Stands for the way to leave the list until the rest is safe. */
const LEAVE = 'https://leave.invalid/';

/** listmonk reads a body as a Go template: what an article says in braces must not be carried out. */
function asTemplate(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}').replaceAll(LEAVE, '{{ UnsubscribeURL }}');
}

type Show = (said: string) => string;

async function ask({ href, host }: URL, request: RequestInit, show: Show): Promise<unknown> {
  const response = await fetch(href, request).catch((error: unknown) => {
    throw new SendError(
      {
        en: `${host} could not be asked: ${show(reasonOf(error))}.`,
        ru: `${host} не удалось спросить: ${show(reasonOf(error))}.`,
      },
      !NEVER_REACHED.has(reasonOf(error)),
    );
  });
  if (!response.ok) throw await describeRefusal(response, host, show);
  const text = await readBounded(response).catch((error: unknown) => {
    throw new SendError(
      {
        en: `${host}’s answer broke off: ${show(reasonOf(error))}.`,
        ru: `Ответ ${host} оборвался: ${show(reasonOf(error))}.`,
      },
      true,
    );
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new SendError(
      {
        en: `${host} answered something that is not JSON.`,
        ru: `${host} ответил не в JSON.`,
      },
      true,
    );
  }
}

/** Codes of errors before a request left: nothing can have come of it. */
const NEVER_REACHED: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** With 3xx and 4xx a server did nothing; with 5xx it, or a gateway before it, does not know (RFC 9110, 15). */
async function describeRefusal(response: Response, host: string, show: Show): Promise<SendError> {
  const { status, headers } = response;
  const text = await readBounded(response).catch(() => '');
  const location = headers.get('location');
  const said =
    status < 400 && location !== null
      ? {
          en: `it leads to ${location}: if that is listmonk, name it in its address`,
          ru: `он отправляет на ${location}: если listmonk там, укажите этот адрес`,
        }
      : { en: text, ru: text };
  return new SendError(
    {
      en: `${host} answered ${status}: ${show(said.en)}`,
      ru: `${host} ответил ${status}: ${show(said.ru)}`,
    },
    status >= 500,
  );
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
