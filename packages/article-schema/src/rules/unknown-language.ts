import type { FieldPath, Finding } from '@tamizdat/problem';

/** A language that the outlet does not publish in. */
export const unknownLanguage = (
  code: string,
  path: FieldPath,
  codes: readonly string[],
): Finding => ({
  code: 'language-not-published',
  path,
  found: code,
  message: `The outlet does not publish in “${code}”.`,
  remedy: `Write one of the outlet’s languages: ${codes.join(', ')}.`,
  ru: {
    message: `Издание не выходит на языке «${code}».`,
    remedy: `Напишите один из языков издания: ${codes.join(', ')}.`,
  },
});
