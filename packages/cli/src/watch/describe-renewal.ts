import type { RenewalPlan } from '@tamizdat/mirrors/addresses';
import type { InBoth } from '@tamizdat/problem';
import { say } from '../language/say.ts';

/** What became of the list. */
export interface Renewed {
  plan: RenewalPlan;
  /** Whether nothing was changed, as was asked. */
  isDry: boolean;
  /** Whether another list was signed. */
  isSigned: boolean;
  /** Mirrors that have not got it. */
  unpublished: readonly string[];
}

/** What is told of a renewal that cannot be begun. */
export const nameRefused = {
  rules: {
    en: 'content/mirrors.yaml says no rules for names that give way by themselves. Example: renewal: { alive: 3, looks: 3, minutes: 30, daily: 4 } (docs/addresses.md).',
    ru: 'В content/mirrors.yaml нет правил, по которым имена сменяются сами. Пример: renewal: { alive: 3, looks: 3, minutes: 30, daily: 4 } (docs/addresses.md).',
  },
  keys: {
    en: '--renew needs --keys: the folder of the keys, or of root.json alone where TAMIZDAT_KEY_ADDRESSES, TAMIZDAT_KEY_SNAPSHOT and TAMIZDAT_KEY_TIMESTAMP hold them.',
    ru: 'Для --renew нужен --keys: папка ключей или одного root.json, если ключи стоят в TAMIZDAT_KEY_ADDRESSES, TAMIZDAT_KEY_SNAPSHOT и TAMIZDAT_KEY_TIMESTAMP.',
  },
} satisfies Record<string, InBoth>;

/** What a person has to do, if anything. */
export function listAsked({ plan: { asked, lacking }, unpublished }: Renewed): string[] {
  const mirrors = unpublished.join(', ');
  return [
    ...(asked > 0
      ? [
          say({
            en: `${asked} more names are wanted than a day allows (renewal.daily). Look why so many die before you allow more.`,
            ru: `Нужно ещё ${asked} имён, но больше за сутки нельзя (renewal.daily). Прежде чем разрешить больше, выясните, почему их гибнет столько.`,
          }),
        ]
      : []),
    ...(lacking > 0
      ? [
          say({
            en: `${lacking} more names are wanted than are ready. Make some: tamizdat address new --count 20`,
            ru: `Не хватает готовых имён: ${lacking}. Создайте их: tamizdat address new --count 20`,
          }),
        ]
      : []),
    ...(unpublished.length > 0
      ? [
          say({
            en: `The list is signed, and ${mirrors} have not got it: tamizdat publish`,
            ru: `Список подписан, но его не получили ${mirrors}: tamizdat publish`,
          }),
        ]
      : []),
  ];
}

/** What was done. Names that come are counted, and not named: until they are signed nobody is to read them in a log. */
export function describeRenewal(renewed: Renewed): string {
  const { plan, isDry, isSigned } = renewed;
  const given = plan.burned.map(({ label, state }) => `${label} (${state})`).join(', ');
  const came = plan.brought.length;
  const done = isDry
    ? say({
        en: `Nothing was changed. Would be given up: ${given || 'none'}; would come: ${came}.`,
        ru: `Ничего не изменено. Сгорели бы: ${given || 'ни одного'}; пришло бы новых: ${came}.`,
      })
    : say({
        en: `Given up: ${given || 'none'}; new: ${came}.`,
        ru: `Сгорели: ${given || 'ни одного'}; новых: ${came}.`,
      });
  const signed = isSigned
    ? [say({ en: 'The list is signed anew.', ru: 'Список подписан заново.' })]
    : [];
  return `${[done, ...signed, ...listAsked(renewed)].join('\n')}\n`;
}

/** The same for programs. */
export const listRenewal = (renewed: Renewed): object => ({
  burned: renewed.plan.burned,
  brought: renewed.plan.brought.length,
  dropped: renewed.plan.dropped,
  asked: renewed.plan.asked,
  lacking: renewed.plan.lacking,
  dryRun: renewed.isDry,
  signed: renewed.isSigned,
  unpublished: renewed.unpublished,
});
