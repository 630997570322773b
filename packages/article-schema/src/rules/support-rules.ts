import { fieldName, type FieldPath, type Finding } from '../problem.ts';
import type { Edition, Outlet } from '../schema/outlet.ts';
import type { Support, SupportMethod } from '../schema/support.ts';
import { instantOf } from './instant.ts';
import { repeated } from './list-rules.ts';

/** All rules inside the block `support`. */
export function supportRules(
  support: Support | undefined,
  languages: readonly Edition[] | undefined,
): Finding[] {
  if (support === undefined) return [];
  const at = (list: 'methods' | 'appeals') => (index: number) => ['support', list, index, 'id'];
  return [
    ...repeated(
      support.methods.map(({ id }) => id),
      at('methods'),
      'The method',
      'support-methods-id-repeated',
    ),
    ...repeated(
      support.appeals.map(({ id }) => id),
      at('appeals'),
      'The appeal',
      'support-appeals-id-repeated',
    ),
    ...amountRules(support),
    ...support.methods.flatMap((method, index) => methodRules(method, index, support)),
    ...appealRules(support, languages),
  ];
}

function amountRules({ amounts, currencies }: Support): Finding[] {
  return Object.entries(amounts).flatMap(([frequency, offers]) =>
    Object.entries(offers).flatMap(([currency, offer]) => {
      const path = ['support', 'amounts', frequency, currency];
      return [
        ...currencyFindings(currency, path, currencies),
        ...(offer.choices.includes(offer.default) ? [] : [defaultFinding(offer, path)]),
      ];
    }),
  );
}

const defaultFinding = (
  offer: { choices: readonly number[]; default: number },
  path: FieldPath,
): Finding => ({
  code: 'support-default',
  path: [...path, 'default'],
  found: String(offer.default),
  message: `The default ${offer.default} is not among the amounts.`,
  remedy: `Write one of: ${offer.choices.join(', ')}.`,
});

function currencyFindings(
  currency: string,
  path: FieldPath,
  currencies: readonly string[],
): Finding[] {
  if (currencies.includes(currency)) return [];
  return [
    {
      code: 'support-currency-unknown',
      path,
      at: typeof path.at(-1) === 'number' || path.at(-1) === 'currency' ? 'value' : 'key',
      found: currency,
      message: `“${currency}” is not among the currencies of “support”.`,
      remedy: `Write one of ${currencies.join(', ')}, or add it to “currencies”.`,
    },
  ];
}

function methodRules(method: SupportMethod, index: number, { currencies }: Support): Finding[] {
  const path = ['support', 'methods', index];
  const ways = (['link', 'links', 'account'] as const).filter((way) => method[way] !== undefined);
  return [
    ...method.currencies.flatMap((currency, i) =>
      currencyFindings(currency, [...path, 'currencies', i], currencies),
    ),
    ...(method.links ?? []).flatMap(({ currency }, i) =>
      currencyFindings(currency, [...path, 'links', i, 'currency'], currencies),
    ),
    ...(ways.length === 1 ? [] : [wayFinding(path, ways)]),
  ];
}

const wayFinding = (path: FieldPath, ways: readonly string[]): Finding => ({
  code: 'support-method-way',
  path,
  message:
    ways.length === 0
      ? `“${fieldName(path)}” does not say how to give.`
      : `“${fieldName(path)}” says in ${ways.length} ways how to give: ${ways.join(', ')}.`,
  remedy:
    'Give it one of: link (a template), links (one address an amount), account (lines to copy).',
});

function appealRules({ appeals }: Support, languages: readonly Edition[] | undefined): Finding[] {
  const codes = languages?.map(({ code }) => code);
  return appeals.flatMap(({ from, until, editions }, index): Finding[] => [
    ...(from !== undefined && until !== undefined && instantOf(until) <= instantOf(from)
      ? [
          {
            code: 'support-appeal-dates',
            path: ['support', 'appeals', index, 'until'],
            found: until,
            message: 'The appeal ends before it begins.',
            remedy: 'Mend “from” or “until”.',
          },
        ]
      : []),
    ...(editions ?? []).flatMap((code, i) =>
      codes === undefined || codes.includes(code)
        ? []
        : [unknownLanguage(code, ['support', 'appeals', index, 'editions', i], codes)],
    ),
  ]);
}

const unknownLanguage = (code: string, path: FieldPath, codes: readonly string[]): Finding => ({
  code: 'language-not-published',
  path,
  found: code,
  message: `The outlet does not publish in “${code}”.`,
  remedy: `Write one of the outlet’s languages: ${codes.join(', ')}.`,
});

/** All rules between the newsletters and the rest of the outlet. */
export function newsletterRules({ newsletters, languages }: Partial<Outlet>): Finding[] {
  const codes = languages?.map(({ code }) => code);
  return [
    ...repeated(
      (newsletters ?? []).map(({ id }) => id),
      (index) => ['newsletters', index, 'id'],
      'The newsletter',
      'newsletters-id-repeated',
    ),
    ...(newsletters ?? []).flatMap(({ lang }, index) =>
      codes === undefined || codes.includes(lang)
        ? []
        : [unknownLanguage(lang, ['newsletters', index, 'lang'], codes)],
    ),
  ];
}
