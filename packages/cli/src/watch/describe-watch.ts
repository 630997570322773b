import { explainReason, STATE_NAMES, type Watch } from '@tamizdat/mirrors/watch';
import { alignColumns } from '../tree/align-columns.ts';
import { say } from '../language/say.ts';

const HEADINGS = [
  say({ en: 'mirror', ru: 'зеркало' }),
  say({ en: 'state', ru: 'состояние' }),
  say({ en: 'serves', ru: 'отдаёт' }),
  say({ en: 'first byte', ru: 'первый байт' }),
  say({ en: 'why, and what could be better', ru: 'почему и что улучшить' }),
];

/** A block page in the place of every name looks like a mirror with a foreign certificate. */
const EVERY_NAME = say({
  en: 'From here every name has an answer, names that cannot exist too: the network or the proxy puts a page of its own in the place of hosts that it does not let through. What is said above of certificates and pages may be about that page. Look through another vantage point, or with another DNS server.',
  ru: 'Отсюда отвечает любое имя, даже такое, которого не может быть: сеть или прокси подставляет свою страницу вместо хостов, которые не пропускает. Сказанное выше о сертификатах и страницах может быть об этой странице. Посмотрите из другого места или через другой сервер DNS.',
});

/** What was found, a row for each mirror. */
export function describeWatch(
  { checks, newest, answersEveryName }: Watch,
  leftOut: readonly string[],
): string {
  const found = checks.map(({ mirror, state, reasons, notes, seen }) => [
    mirror,
    say(STATE_NAMES[state]),
    seen.release === undefined
      ? ''
      : say({
          en: `release ${seen.release.number}`,
          ru: `выпуск ${seen.release.number}`,
        }),
    seen.first === undefined
      ? ''
      : say({ en: `${seen.first.firstByteMs} ms`, ru: `${seen.first.firstByteMs} мс` }),
    [...reasons, ...notes].map((reason) => say(explainReason(reason))).join('; '),
  ]);
  const good = checks.filter(({ state }) => state === 'good').length;
  return [
    alignColumns([HEADINGS, ...found], HEADINGS),
    ...leftOut.map((name) =>
      say({
        en: `${name} is an onion service: --proxy socks5://127.0.0.1:9050 to look at it`,
        ru: `${name} — onion-сервис: чтобы проверить его, нужно --proxy socks5://127.0.0.1:9050`,
      }),
    ),
    ...(answersEveryName ? [EVERY_NAME] : []),
    say({
      en: `${good} of ${checks.length} mirrors are good${newest > 0 ? `; the newest release is ${newest}` : ''}.`,
      ru: `В порядке зеркал: ${good} из ${checks.length}${newest > 0 ? `; новейший выпуск — ${newest}` : ''}.`,
    }),
    '',
  ].join('\n');
}

/** What was found, for programs. Reserve mirrors have no address here either. */
export function listWatch(
  { checks, newest, changes, answersEveryName }: Watch,
  leftOut: readonly string[],
): object {
  return {
    newest,
    answersEveryName,
    leftOut,
    mirrors: checks.map(({ mirror, at, state, reasons, notes, seen }) => ({
      name: mirror,
      at: new Date(at).toISOString(),
      state,
      former: changes.find(({ check }) => check.mirror === mirror)?.former ?? state,
      reasons: reasons.map((reason) => ({ ...reason, message: say(explainReason(reason)) })),
      notes: notes.map((note) => ({ ...note, message: say(explainReason(note)) })),
      seen,
    })),
  };
}
