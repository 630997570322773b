import type { Finding, InBoth } from '@tamizdat/problem';
import type { Support } from '../schema/support.ts';
import { choicesOf, type Choice } from './support-method-rules.ts';

/** What is named and never offered, in a block without mistakes: mostly a real code that is not the one that was meant. */
export function idleRules(support: Support): Finding[] {
  const choices = choicesOf(support);
  return [...idleCurrencies(support, choices), ...idleMethods(support, choices)];
}

function idleCurrencies({ currencies }: Support, choices: Choice[]): Finding[] {
  return currencies.flatMap((currency, index): Finding[] =>
    choices.some((choice) => choice.currency === currency)
      ? []
      : [
          {
            code: 'support-currency-idle',
            severity: 'warning',
            path: ['support', 'currencies', index],
            found: currency,
            message: `Nothing is offered in ${currency}: “amounts” has none in it.`,
            remedy: `Add amounts in ${currency} and a method that takes it, or remove it here.`,
            ru: {
              message: `В ${currency} ничего не предлагают: в «amounts» сумм в ней нет.`,
              remedy: `Добавьте суммы в ${currency} и способ, который её принимает, или уберите её здесь.`,
            },
          },
        ],
  );
}

function idleMethods({ methods }: Support, choices: Choice[]): Finding[] {
  return methods.flatMap(({ frequencies, currencies }, index) => {
    const path = ['support', 'methods', index];
    const often = { en: frequencies.join(' or '), ru: frequencies.join(' или ') };
    const taken = choices.filter(({ frequency }) => frequencies.includes(frequency));
    return [
      ...currencies.flatMap((currency, place) =>
        taken.some((choice) => choice.currency === currency)
          ? []
          : [
              idle([...path, 'currencies', place], currency, {
                en: `${often.en} in ${currency}`,
                ru: `${often.ru} в ${currency}`,
              }),
            ],
      ),
      ...frequencies.flatMap((frequency, place) =>
        choices.some((choice) => choice.frequency === frequency)
          ? []
          : [idle([...path, 'frequencies', place], frequency, { en: frequency, ru: frequency })],
      ),
    ];
  });
}

const idle = (path: Finding['path'], found: string, missing: InBoth): Finding => ({
  code: 'support-method-idle',
  severity: 'warning',
  path,
  found,
  message: `The method is never shown for ${found}: “amounts” has nothing ${missing.en}.`,
  remedy: `Add amounts to give ${missing.en}, or remove “${found}” here.`,
  ru: {
    message: `Способ никогда не покажут для ${found}: в «amounts» нет ничего для ${missing.ru}.`,
    remedy: `Добавьте суммы для ${missing.ru} или уберите здесь «${found}».`,
  },
});
