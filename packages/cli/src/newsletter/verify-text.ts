import { findForbidden } from '@tamizdat/article-schema';
import { placeFinding, tellIn } from '@tamizdat/problem';
import { UsageError } from '../frame/usage-error.ts';
import { language, say } from '../language/say.ts';

/**
 * Refuses in a text that was typed for a letter what `check` finds in articles: characters that nobody sees or that turn
 * the direction of writing. What they say goes to readers’ mail programs, where nobody can take it back.
 * @param text Without carriage returns at the ends of lines.
 * @throws UsageError with the place and the character’s Unicode name
 */
export function verifyText(option: '--subject' | '--why', text: string): void {
  const [first] = findForbidden(text);
  if (first === undefined) return;
  const { message, why, remedy } = tellIn(
    language,
    placeFinding(first.finding, option, first.span),
  );
  const { line, column } = first.span;
  throw new UsageError(
    say({
      en: `${option}, line ${line}, character ${column}: ${message} ${why} ${remedy}`,
      ru: `${option}, строка ${line}, знак ${column}: ${message} ${why} ${remedy}`,
    }),
  );
}

/** A subject is one line: with a second one, mail programs and reports show another than was meant. @throws UsageError */
export function verifySubject(subject: string): void {
  if (/[\r\n]/.test(subject))
    throw new UsageError(
      say({
        en: '--subject has a line break, and a subject is one line. Type it as one: --subject "News of the week"',
        ru: 'В --subject есть перевод строки, а тема письма — одна строка. Наберите её в одну: --subject "Новости недели"',
      }),
    );
  verifyText('--subject', subject);
}
