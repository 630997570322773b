import type { BodyFacts } from '@tamizdat/body';
import type { TextNote } from '../text/text-notes.ts';
import { LINT_RULES, type Kind } from '../vocabulary.ts';
import { proseOf } from './prose.ts';
import { STYLE_RULES } from './rules.ts';

/** What rules of style know of an article. */
export interface LintContext {
  lang?: string | undefined;
  kind?: Kind | undefined;
  /** Rules that the article declines. */
  declined: ReadonlySet<string>;
}

/** What the rules of style say of a text that could be read: warnings, in the order of the rules. */
export function lintText(
  facts: BodyFacts,
  markdown: string,
  { lang, kind, declined }: LintContext,
  origin: string | undefined,
): TextNote[] {
  const text = { facts, markdown, prose: proseOf(markdown), lang, kind, origin };
  return LINT_RULES.filter((name) => !declined.has(name)).flatMap((name) =>
    STYLE_RULES[name].check(text).map((note) => ({
      ...note,
      code: `style-${name}`,
      severity: 'warning' as const,
      why: STYLE_RULES[name].why.en,
      remedy: `${note.remedy} To decline this advice, say why in the front matter: “declined: [{ rule: ${name}, reason: … }]”.`,
      ru: {
        message: note.ru.message,
        why: STYLE_RULES[name].why.ru,
        remedy: `${note.ru.remedy} Чтобы отклонить совет, скажите почему в полях статьи: «declined: [{ rule: ${name}, reason: … }]».`,
      },
    })),
  );
}
