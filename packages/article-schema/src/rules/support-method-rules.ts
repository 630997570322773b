import { shorten } from '../characters/count.ts';
import { decimalsOf, plainAmount } from '../money/currency.ts';
import { fieldName, type FieldPath, type Finding } from '@tamizdat/problem';
import { sentPart } from '../schema/link-template.ts';
import type { Support, SupportMethod } from '../schema/support.ts';
import type { Frequency } from '../vocabulary.ts';
import { accountFindings } from './account-rule.ts';
import { bankCodeFindings } from './bank-code-rule.ts';

/** A frequency, a currency and an amount that readers are offered. */
export interface Choice {
  frequency: Frequency;
  currency: string;
  amount: number;
}

/** All choices, in the order they are written. */
export function choicesOf({ amounts }: Pick<Support, 'amounts'>): Choice[] {
  return Object.entries(amounts).flatMap(([frequency, offers]) =>
    Object.entries(offers).flatMap(([currency, { choices }]) =>
      choices.map((amount) => ({ frequency: frequency as Frequency, currency, amount })),
    ),
  );
}

/** Whether a method is for a choice. */
export function takesChoice(
  { frequencies, currencies }: Pick<SupportMethod, 'frequencies' | 'currencies'>,
  { frequency, currency }: Choice,
): boolean {
  return frequencies.includes(frequency) && currencies.includes(currency);
}

/** What a reader has chosen arrives at the method, and nothing else does. */
export function methodFindings(
  method: SupportMethod,
  path: FieldPath,
  support: Pick<Support, 'amounts'>,
): Finding[] {
  const taken = choicesOf(support).filter((choice) => takesChoice(method, choice));
  return [
    ...wayFindings(method, path),
    ...templateFindings(method, path),
    ...linkFindings(method, path, taken),
    ...accountFindings(method, path),
    ...bankCodeFindings(method, path, taken),
  ];
}

function wayFindings(method: SupportMethod, path: FieldPath): Finding[] {
  const ways = (['link', 'links', 'account'] as const).filter((way) => method[way] !== undefined);
  if (ways.length === 1) return [];
  const name = fieldName(path);
  return [
    {
      code: 'support-method-way',
      path,
      message:
        ways.length === 0
          ? `“${name}” does not say how to give.`
          : `“${name}” says in ${ways.length} ways how to give: ${ways.join(', ')}.`,
      remedy:
        'Give it one of: link (a template), links (one address an amount), account (where to send money).',
      ru: {
        message:
          ways.length === 0
            ? `«${name}» не говорит, как отправить деньги.`
            : `«${name}» говорит, как отправить деньги, сразу по-разному (${ways.length}): ${ways.join(', ')}.`,
        remedy:
          'Укажите что-то одно: link (образец), links (адрес на каждую сумму), account (куда отправлять).',
      },
    },
  ];
}

/** A template that leaves out what a method has several of would send all of them to one. */
function templateFindings(method: SupportMethod, path: FieldPath): Finding[] {
  const { link, frequencies, currencies } = method;
  if (link === undefined) return [];
  const needed = [
    ...(frequencies.length > 1 ? ['frequency'] : []),
    ...(currencies.length > 1 ? ['currency'] : []),
  ];
  return needed
    .filter((name) => !sentPart(link).includes(`{${name}}`))
    .map((name) => ({
      code: `support-template-${name}`,
      path: [...path, 'link'],
      found: link,
      message: `The link template has no {${name}}, but the method has several of them.`,
      why: 'Someone who means to give once could give every month, or another currency.',
      remedy: `Put {${name}} where it belongs, or make a method for each.`,
      ru: {
        message: `В образце ссылки нет {${name}}, а у способа их несколько.`,
        why: 'Кто хочет помочь один раз, мог бы платить каждый месяц или в другой валюте.',
        remedy: `Поставьте {${name}} на его место или сделайте отдельный способ для каждого.`,
      },
    }));
}

function linkFindings(
  { links }: SupportMethod,
  path: FieldPath,
  taken: readonly Choice[],
): Finding[] {
  if (links === undefined) return [];
  const given = links.map(wordsOf);
  const wanted = new Set(taken.map(wordsOf));
  const missing = [...wanted].filter((words) => !given.includes(words));
  return [
    ...(missing.length === 0 ? [] : [missingLink(missing, [...path, 'links'])]),
    ...sameAddresses(links, [...path, 'links']),
    ...given.flatMap((words, index): Finding[] => {
      const at = [...path, 'links', index];
      if (given.indexOf(words) < index) return [repeatedLink(words, at)];
      return wanted.has(words) ? [] : [idleLink(words, at)];
    }),
  ];
}

/** An address says one amount: behind a second row it would take the first one's. */
function sameAddresses(links: NonNullable<SupportMethod['links']>, path: FieldPath): Finding[] {
  const urls = links.map(({ url }) => url);
  return links.flatMap((link, index): Finding[] => {
    const first = links[urls.indexOf(link.url)];
    if (first === undefined || first === link || wordsOf(first) === wordsOf(link)) return [];
    return [
      {
        code: 'support-link-same-address',
        path: [...path, index, 'url'],
        found: shorten(link.url),
        message: `“${wordsOf(link)}” leads to the address of “${wordsOf(first)}”.`,
        why: 'Readers would give another amount, or another frequency, than the one they chose.',
        remedy: `Write the provider’s own address for “${wordsOf(link)}”.`,
        ru: {
          message: `«${wordsOf(link)}» ведёт по адресу для «${wordsOf(first)}».`,
          why: 'Читатели заплатили бы не ту сумму или не с той частотой, какую выбрали.',
          remedy: `Напишите собственный адрес сервиса для «${wordsOf(link)}».`,
        },
      },
    ];
  });
}

const wordsOf = ({ frequency, currency, amount }: Choice): string =>
  `${frequency} ${currency} ${plainAmount(amount)}`;

const missingLink = (missing: readonly string[], path: FieldPath): Finding => ({
  code: 'support-link-missing',
  path,
  at: 'key',
  message: `The method has no address for: ${missing.join(', ')}.`,
  why: 'These amounts are offered, and the method says it takes them.',
  remedy: 'Add an address for each, or take the frequency or currency out of the method.',
  ru: {
    message: `У способа нет адреса для: ${missing.join(', ')}.`,
    why: 'Эти суммы предлагают, и способ говорит, что их принимает.',
    remedy: 'Добавьте адрес для каждой или уберите у способа частоту или валюту.',
  },
});

const repeatedLink = (words: string, path: FieldPath): Finding => ({
  code: 'support-link-repeated',
  path,
  found: words,
  message: `There are two addresses for “${words}”.`,
  remedy: 'Keep the right one.',
  ru: {
    message: `Для «${words}» есть два адреса.`,
    remedy: 'Оставьте верный.',
  },
});

const idleLink = (words: string, path: FieldPath): Finding => ({
  code: 'support-link-idle',
  severity: 'warning',
  path,
  found: words,
  message: `The address for “${words}” is never shown: this is not among the amounts that the method takes.`,
  remedy: 'Add the amount to “amounts”, or remove the address.',
  ru: {
    message: `Адрес для «${words}» никогда не покажут: среди сумм, которые принимает способ, такой нет.`,
    remedy: 'Добавьте сумму в «amounts» или уберите адрес.',
  },
});

/** Amounts are whole cents, or whole of whatever the currency's smallest unit is. */
export function precisionFindings(amount: number, currency: string, path: FieldPath): Finding[] {
  const decimals = decimalsOf(currency);
  const written = plainAmount(amount);
  if ((written.split('.')[1] ?? '').length <= decimals) return [];
  return [
    {
      code: 'support-amount-precision',
      path,
      found: written,
      message: `${currency} has ${decimals} decimal places; ${written} has more.`,
      remedy: 'Round the amount.',
      ru: {
        message: `После точки у ${currency} цифр: ${decimals}; в ${written} их больше.`,
        remedy: 'Округлите сумму.',
      },
    },
  ];
}
