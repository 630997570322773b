import type { InBoth } from '@tamizdat/problem';

/** A fault of a place that is published to, by what a tool says of it. */
export interface Fault {
  said: RegExp;
  code: string;
  message: InBoth;
  remedy: InBoth;
  passing?: boolean;
}

/** What the other end is called; of it. */
const ENDS = {
  store: { en: 'store', ru: 'Хранилище', of: 'хранилища' },
  host: { en: 'host', ru: 'Хостинг', of: 'хостинга' },
};

/** What git and rclone say where a connection fails. @param what What the other end is called. */
export function connectionFaults(what: keyof typeof ENDS): Fault[] {
  const { en, ru, of } = ENDS[what];
  return [
    {
      said: /no such host|could ?n[o']t resolve|name or service not known|server misbehaving/i,
      code: 'store-unreachable',
      message: {
        en: `The ${en}’s name leads nowhere: no address was found for it.`,
        ru: `Имя ${of} никуда не ведёт: адреса для него не нашлось.`,
      },
      remedy: {
        en: 'Look whether it is written rightly and this machine is connected, and publish again: it goes on where it stopped.',
        ru: 'Проверьте, верно ли оно написано и есть ли у этой машины связь, и опубликуйте ещё раз: работа продолжится с того места, где остановилась.',
      },
      passing: true,
    },
    {
      said: /connection refused|failed to connect|no route to host|network is unreachable/i,
      code: 'store-unreachable',
      message: { en: `The ${en} takes no connection.`, ru: `${ru} не принимает соединений.` },
      remedy: {
        en: 'Publish again later: it goes on where it stopped.',
        ru: 'Опубликуйте позже: работа продолжится с того места, где остановилась.',
      },
      passing: true,
    },
    {
      said: /x509:|tls: |knownhosts: |SSL certificate|gnutls_handshake|certificate (?:has|is|verif|signed)/i,
      code: 'store-certificate',
      message: {
        en: `The ${en}’s certificate cannot be trusted, or has run out.`,
        ru: `Сертификату ${of} нельзя доверять, или срок его вышел.`,
      },
      remedy: {
        en: 'Look at the clock of this machine first, then at who answers in its place. Never switch the check off.',
        ru: 'Сначала проверьте часы этой машины, потом — кто отвечает вместо него. Никогда не отключайте проверку.',
      },
    },
    {
      said: /timeout|timed out|deadline exceeded|operation too slow|not responding/i,
      code: 'store-silent',
      message: {
        en: `The ${en} does not answer, or stopped in the middle.`,
        ru: `${ru} не отвечает или замолкает на середине.`,
      },
      remedy: {
        en: 'Publish again later: it goes on where it stopped.',
        ru: 'Опубликуйте позже: работа продолжится с того места, где остановилась.',
      },
    },
  ];
}
