import { type Answer, HttpClient, limitBody, readBody, silence, toFault } from '@tamizdat/http';
import { saidBy } from '@tamizdat/problem';
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
  const answer = await ask(url, buildCampaign(letter, lists), `token ${user}:${token}`, show);
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

function buildCampaign(letter: Letter, lists: readonly number[]): string {
  return JSON.stringify({
    name: letter.part === undefined ? letter.id : `${letter.id} (${letter.part})`,
    subject: letter.title,
    lists,
    type: 'regular',
    content_type: 'html',
    body: asTemplate(buildLetterHtml({ ...letter, leave: LEAVE })),
    altbody: asTemplate(buildLetterText({ ...letter, leave: LEAVE })),
    tags: ['tamizdat'],
  });
}

/** Stands for the way to leave the list until the rest is safe. */
const LEAVE = 'https://leave.invalid/';

/** listmonk reads a body as a Go template: what an article says in braces must not be carried out. */
function asTemplate(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}').replaceAll(LEAVE, '{{ UnsubscribeURL }}');
}

type Show = (said: string) => string;

async function ask(
  address: URL,
  campaign: string,
  authorization: string,
  show: Show,
): Promise<unknown> {
  const { host } = address;
  const client = new HttpClient({ idleMs: LISTMONK_MS, kept: 0 });
  try {
    const headers = { 'content-type': 'application/json', authorization };
    const answer = await client.post(address, campaign, headers).catch((error: unknown) => {
      const fault = toFault(error);
      const { en, ru } = saidBy(fault);
      throw new SendError(
        {
          en: `${host} could not be asked: ${show(en)}.`,
          ru: `${host} не удалось спросить: ${show(ru)}.`,
        },
        !NEVER_REACHED.has(fault.code),
      );
    });
    // Elsewhere the token has no business: a redirect is an answer like any other.
    if (answer.status < 200 || answer.status > 299) throw await describeRefusal(answer, host, show);
    return parseAnswer(await readAll(answer, host, show), host);
  } finally {
    client.close();
  }
}

function parseAnswer(text: string, host: string): unknown {
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
async function describeRefusal(answer: Answer, host: string, show: Show): Promise<SendError> {
  const { status } = answer;
  const text = await readText(answer).catch(() => '');
  const { location } = answer.headers;
  const said =
    status < 400 && location !== undefined
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

async function readAll(answer: Answer, host: string, show: Show): Promise<string> {
  try {
    return await readText(answer);
  } catch (error) {
    const { en, ru } = saidBy(toFault(error));
    throw new SendError(
      {
        en: `${host}’s answer broke off: ${show(en)}.`,
        ru: `Ответ ${host} оборвался: ${show(ru)}.`,
      },
      true,
    );
  }
}

/** Whoever sends a byte now and then is cut off as well. */
async function readText({ body, stop }: Answer): Promise<string> {
  const watch = setTimeout(() => {
    stop(silence(LISTMONK_MS));
  }, LISTMONK_MS);
  try {
    return new TextDecoder().decode(await readBody(limitBody(body, LISTMONK_ANSWER_MAX)));
  } finally {
    clearTimeout(watch);
  }
}
