import { fieldName, type FieldPath, type Finding } from '@tamizdat/problem';
import type { Outlet } from '../schema/outlet.ts';

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

function languageFindings(
  texts: Record<string, unknown>,
  path: FieldPath,
  outlet: Pick<Outlet, 'languages'>,
): Finding[] {
  const missing = outlet.languages.filter(({ code }) => texts[code] === undefined);
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
  texts: Record<string, unknown>,
  path: FieldPath,
  outlet: Pick<Outlet, 'languages'>,
): Finding[] {
  const codes = outlet.languages.map(({ code }) => code);
  const foreign = Object.keys(texts).filter((code) => !codes.includes(code));
  return foreign.map((code) => ({
    code: 'language-not-published',
    path: [...path, code],
    at: 'key',
    found: code,
    message: `“${fieldName(path)}” has a text in “${code}”, in which the outlet does not publish.`,
    remedy: `Remove it, or use one of the outlet’s languages: ${codes.join(', ')}.`,
    ru: {
      message: `В «${fieldName(path)}» есть текст на языке «${code}», а на нём издание не выходит.`,
      remedy: `Уберите его или возьмите один из языков издания: ${codes.join(', ')}.`,
    },
  }));
}
