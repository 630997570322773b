import { nearest, toldGuess } from '../explain/nearest.ts';
import type { FieldPath, Finding } from '@tamizdat/problem';
import type { Edition } from '../schema/outlet.ts';
import type { Support } from '../schema/support.ts';
import { currencyFindings } from './currency-rules.ts';

type Languages = readonly Pick<Edition, 'code' | 'name'>[];

/** Every edition that asks is one of the outlet's, in a currency in which its form has something to offer. */
export function editionRules(support: Support, languages: Languages | undefined): Finding[] {
  const { editions, currencies } = support;
  if (editions === undefined) return firstCurrencyRule(support);
  if (Object.keys(editions).length === 0) return [NOBODY];
  return Object.entries(editions).flatMap(([lang, currency]): Finding[] => {
    const path = ['support', 'editions', lang];
    return [
      ...languageFindings(lang, path, languages),
      ...(currencies.includes(currency)
        ? emptyEdition(support, lang, currency)
        : currencyFindings(currency, path, currencies, 'value')),
    ];
  });
}

const NOBODY: Finding = {
  code: 'support-editions-nobody',
  path: ['support', 'editions'],
  message: '“editions” names no language, so that nobody is asked.',
  remedy: 'Name the editions that ask, or remove the line, and all of them ask.',
  ru: {
    message: '«editions» не называет ни одного языка, поэтому никого не просят.',
    remedy: 'Назовите языки, на которых просите, или уберите строку: тогда просят на всех.',
  },
  example: 'editions: { en: USD }',
};

function languageFindings(
  lang: string,
  path: FieldPath,
  languages: Languages | undefined,
): Finding[] {
  if (languages === undefined || languages.some(({ code }) => code === lang)) return [];
  const meant = meantLanguage(lang, languages);
  const codes = languages.map(({ code }) => code).join(', ');
  return [
    {
      code: 'language-not-published',
      path,
      at: 'key',
      found: lang,
      message: `“editions” names “${lang}”, in which the outlet does not publish.`,
      remedy: `${toldGuess(meant).en}Write one of the outlet’s languages: ${codes}.`,
      ru: {
        message: `«editions» называет «${lang}», а на этом языке издание не выходит.`,
        remedy: `${toldGuess(meant).ru}Напишите один из языков издания: ${codes}.`,
      },
    },
  ];
}

/** The language whose code or name was meant: `EN`, `en-GB`, `English`. */
function meantLanguage(lang: string, languages: Languages): string | undefined {
  const [base = ''] = lang.toLowerCase().split(/[-_]/);
  const same = languages.find(({ code }) => code.toLowerCase() === base);
  if (same) return same.code;
  const name = nearest(
    lang,
    languages.map((language) => language.name),
  );
  return languages.find((language) => language.name === name)?.code;
}

/** The currencies of the block in which something is offered. */
const offeredCurrencies = ({ amounts, currencies }: Support): string[] =>
  currencies.filter((currency) =>
    Object.values(amounts).some((offers) => Object.hasOwn(offers, currency)),
  );

function emptyEdition(support: Support, lang: string, currency: string): Finding[] {
  const offered = offeredCurrencies(support);
  if (offered.length === 0 || offered.includes(currency)) return [];
  return [
    {
      code: 'support-form-empty',
      path: ['support', 'editions', lang],
      found: currency,
      message: `The edition “${lang}” asks in ${currency}, in which “amounts” has none.`,
      why: 'The form under its articles would have nothing to choose.',
      remedy: `Write one of ${offered.join(', ')}, or add amounts in ${currency}.`,
      ru: {
        message: `На языке «${lang}» просят в ${currency}, а в «amounts» сумм в этой валюте нет.`,
        why: 'В форме под статьями было бы нечего выбрать.',
        remedy: `Напишите одну из ${offered.join(', ')} или добавьте суммы в ${currency}.`,
      },
    },
  ];
}

function firstCurrencyRule(support: Support): Finding[] {
  const [first = ''] = support.currencies;
  const offered = offeredCurrencies(support);
  const [other] = offered;
  if (other === undefined || offered.includes(first)) return [];
  return [
    {
      code: 'support-form-empty',
      path: ['support', 'currencies', 0],
      found: first,
      message: `Every edition asks in ${first}, the first currency, in which “amounts” has none.`,
      why: 'The form under articles would have nothing to choose.',
      remedy: `Put one of ${offered.join(', ')} first, add amounts in ${first}, or say in “editions” what each asks in.`,
      ru: {
        message: `На всех языках просят в ${first}, первой из валют, а в «amounts» сумм в ней нет.`,
        why: 'В форме под статьями было бы нечего выбрать.',
        remedy: `Поставьте первой одну из ${offered.join(', ')}, добавьте суммы в ${first} или скажите в «editions», на каком языке в чём просить.`,
      },
      example: `editions: { en: ${other} }`,
    },
  ];
}
