import type { Heavy } from '@tamizdat/newsletter';
import { say } from '../language/say.ts';

/** Why an issue became no mails, and what makes it lighter. @param isExtra Whether it comes out of its turn */
export function explainHeavy(heavy: Heavy, isExtra: boolean): string {
  const { weight, most } = heavy;
  switch (heavy.what) {
    case 'article':
      return say({
        en: `“${heavy.title}” alone makes a mail of ${weight} bytes, and many servers refuse more than ${most}: nothing was written or sent. Leave its pictures out with --pictures none, or “pictures: none” in outlet.yaml.`,
        ru: `«${heavy.title}» занимает целое письмо, байт: ${weight}, а больше ${most} многие серверы не примут; ничего не записано и не отправлено. Уберите картинки: --pictures none или «pictures: none» в outlet.yaml.`,
      });
    case 'mails':
      return `${say({
        en: `The issue fills ${weight} mails, and at most ${most} are sent: nothing was written or sent.`,
        ru: `Выпуск занимает писем: ${weight}, а отправляется не больше ${most}; ничего не записано и не отправлено.`,
      })} ${carryLess(isExtra)}`;
    case 'html':
      return say({
        en: `The letter’s page has ${weight} bytes, and mail programs cut more than ${most}: nothing was written or sent. Pick fewer articles for it, or let it come more often (“frequency”).`,
        ru: `Страница письма занимает байт: ${weight}, а больше ${most} почтовые программы обрезают; ничего не записано и не отправлено. Отберите меньше статей — или пусть рассылка выходит чаще («frequency»).`,
      });
    case 'mail':
      return say({
        en: `The mail has ${weight} bytes, and many servers refuse more than ${most}: nothing was written or sent. Leave its pictures out with --pictures none, or “pictures: none” in outlet.yaml, or pick fewer articles for it.`,
        ru: `Письмо занимает байт: ${weight}, а больше ${most} многие серверы не примут; ничего не записано и не отправлено. Уберите картинки: --pictures none или «pictures: none» в outlet.yaml — или отберите меньше статей.`,
      });
  }
}

const carryLess = (isExtra: boolean): string =>
  isExtra
    ? say({ en: 'Name fewer articles with --ids.', ru: 'Назовите меньше статей в --ids.' })
    : say({
        en: 'Let it carry less: “articles: picks” in place of “all”, or a letter that comes more often (“frequency”).',
        ru: 'Пусть в нём будет меньше: «articles: picks» вместо «all» — или пусть рассылка выходит чаще («frequency»).',
      });
