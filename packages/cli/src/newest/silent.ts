import { say } from '../language/say.ts';
import { describeWays } from './refuse-older.ts';

/** Says who could not be asked for the newest release. */
export const describeSilent = (names: string): string =>
  say({
    en: `Warning: whether they know a newer release could not be asked of ${names}. Through a proxy: --proxy`,
    ru: `Предупреждение: не удалось спросить о более новом выпуске: ${names}. Через прокси: --proxy`,
  });

/** Says that a history would begin where nobody knows whether there was one. */
export const newestUnknown = (names: string): Error =>
  new Error(
    say({
      en: `newest-unknown: there is no history of releases here, and ${names} could not be asked whether this outlet released before. Nothing was signed.
  A release that begins to count anew would be refused by every reader who saw another.
${describeWays().en}
  Before the first release of all: --first. To ask through a proxy: --proxy socks5://… Without any network: --offline`,
      ru: `newest-unknown: истории выпусков здесь нет, и не удалось спросить, выпускало ли что-нибудь это издание: ${names}. Ничего не подписано.
  Выпуск, который начинает счёт заново, отвергнет каждый читатель, видевший другой.
${describeWays().ru}
  До самого первого выпуска: --first. Через прокси: --proxy socks5://… Совсем без сети: --offline`,
    }),
  );
