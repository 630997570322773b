import { fieldName, type FieldPath, type Finding } from '@tamizdat/problem';
import type { Outlet, Taxon } from '../schema/outlet.ts';

/** The fields that hold a text per language, wherever they stand. */
const LOCALIZED = new Set([
  'name',
  'tagline',
  'description',
  'bio',
  'role',
  'place',
  'text',
  'lines',
]);

/** The fields that hold something else per language, and need not have each. */
const BY_LANGUAGE = new Set(['formerAddresses', 'formerFeeds']);

/** Every text per language has every language of the outlet, and no other. */
export function localizedFindings(
  value: unknown,
  path: FieldPath,
  outlet: Pick<Outlet, 'languages'> | undefined,
): Finding[] {
  if (outlet === undefined || typeof value !== 'object' || value === null) return [];
  const name = path.at(-1);
  if (!Array.isArray(value) && typeof name === 'string') {
    const texts = value as Record<string, unknown>;
    if (LOCALIZED.has(name)) return languageFindings(texts, path, outlet);
    if (BY_LANGUAGE.has(name)) return foreignFindings(texts, path, outlet);
  }
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => localizedFindings(inner, [...path, key], outlet));
}

/** A tag has a name in the languages whose articles use it, and a description in these or none. */
export function tagFindings(
  tags: readonly Pick<Taxon, 'name' | 'description'>[],
  outlet: Pick<Outlet, 'languages'>,
): Finding[] {
  return tags.flatMap(({ name, description, ...others }, index) => {
    const path = ['tags', index];
    const named = outlet.languages.filter(({ code }) => name[code] !== undefined);
    return [
      ...(named.length === 0 ? [nameless([...path, 'name'], outlet)] : []),
      ...foreignFindings(name, [...path, 'name'], outlet),
      ...(description === undefined
        ? []
        : languageFindings(description, [...path, 'description'], outlet, named)),
      ...localizedFindings(others, path, outlet),
    ];
  });
}

const nameless = (path: FieldPath, { languages }: Pick<Outlet, 'languages'>): Finding => ({
  code: 'tag-nameless',
  path,
  at: 'key',
  message: 'The tag has a name in none of the outlet’s languages.',
  remedy: 'Name it in each language in which an article uses it.',
  ru: {
    message: 'У темы нет названия ни на одном из языков издания.',
    remedy: 'Назовите её на каждом языке, на котором она стоит у статьи.',
  },
  example: `name: { ${languages[0]?.code ?? 'en'}: … }`,
});

function languageFindings(
  texts: Readonly<Record<string, unknown>>,
  path: FieldPath,
  outlet: Pick<Outlet, 'languages'>,
  needed: Outlet['languages'] = outlet.languages,
): Finding[] {
  const missing = needed.filter(({ code }) => texts[code] === undefined);
  return [
    ...missing.map(({ code }): Finding => ({
      code: 'language-missing',
      path,
      at: 'key',
      message: `“${fieldName(path)}” has no text in “${code}”.`,
      why: 'Readers of that language would find a hole.',
      remedy: `Add a line “${code}: …”.`,
      ru: {
        message: `В «${fieldName(path)}» нет текста на языке «${code}».`,
        why: 'Читатели этого языка увидели бы пустое место.',
        remedy: `Добавьте строку «${code}: …».`,
      },
    })),
    ...foreignFindings(texts, path, outlet),
  ];
}

function foreignFindings(
  texts: Readonly<Record<string, unknown>>,
  path: FieldPath,
  outlet: Pick<Outlet, 'languages'>,
): Finding[] {
  const codes = outlet.languages.map(({ code }) => code);
  const foreign = Object.keys(texts).filter((code) => !codes.includes(code));
  const what = BY_LANGUAGE.has(String(path.at(-1)))
    ? { en: 'addresses', ru: 'адреса' }
    : { en: 'a text', ru: 'текст' };
  return foreign.map((code) => ({
    code: 'language-not-published',
    path: [...path, code],
    at: 'key',
    found: code,
    message: `“${fieldName(path)}” has ${what.en} in “${code}”, in which the outlet does not publish.`,
    remedy: `Remove it, or use one of the outlet’s languages: ${codes.join(', ')}.`,
    ru: {
      message: `В «${fieldName(path)}» есть ${what.ru} на языке «${code}», а на нём издание не выходит.`,
      remedy: `Уберите его или возьмите один из языков издания: ${codes.join(', ')}.`,
    },
  }));
}
