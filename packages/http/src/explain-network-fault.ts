import { type InBoth, saidBy } from '@tamizdat/problem';

/** What codes of Node's sockets, TLS and HTTP parser mean to a person. */
const MEANINGS: readonly [codes: RegExp, meaning: InBoth][] = [
  [
    /^ENOTFOUND$/,
    {
      en: 'there is no host of this name, or the provider hides it',
      ru: 'хоста с таким именем нет, или его скрывает провайдер',
    },
  ],
  [/^EAI_/, { en: 'the name could not be looked up', ru: 'имя не удалось узнать' }],
  [/^ECONNREFUSED$/, { en: 'nothing listens there', ru: 'там никто не отвечает' }],
  [
    /^(?:EHOSTUNREACH|ENETUNREACH|ENETDOWN)$/,
    { en: 'no way leads there from here', ru: 'отсюда туда нет пути' },
  ],
  [
    /^(?:ECONNRESET|ECONNABORTED|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/,
    { en: 'the connection was cut', ru: 'соединение оборвано' },
  ],
  [/^ETIMEDOUT$/, { en: 'no answer came', ru: 'ответа не было' }],
  [/^CERT_HAS_EXPIRED$/, { en: 'its certificate has expired', ru: 'срок его сертификата вышел' }],
  [
    /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_)/,
    { en: 'its certificate is not trusted', ru: 'его сертификату нельзя доверять' },
  ],
  [
    /^(?:ERR_SSL_|ERR_TLS_|EPROTO$)/,
    { en: 'it does not speak TLS as it should', ru: 'он не говорит по TLS как положено' },
  ],
  [/^HPE_/, { en: 'what it answers is not HTTP', ru: 'он отвечает не по HTTP' }],
];

/** Says in words why a host could not be asked, with its code where Node gives one. */
export function explainNetworkFault(error: unknown): InBoth {
  const { code } = error as { code?: string };
  if (code === undefined) return saidBy(error);
  const { en, ru } = MEANINGS.find(([codes]) => codes.test(code))?.[1] ?? saidBy(error);
  return { en: `${en} (${code})`, ru: `${ru} (${code})` };
}
