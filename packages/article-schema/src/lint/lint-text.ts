import { inspectBody, type BodyFacts } from '@tamizdat/body';
import { pathAtOrigin } from '../rules/own-address.ts';
import type { TextNote } from '../text/text-notes.ts';
import { LINT_RULES, type Kind, type LintRuleName } from '../vocabulary.ts';
import type { LintText } from './rule.ts';
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
  // What they would advise for the outlet’s own host is refused: a link to a page of the site has none.
  const links = facts.links.filter(({ url }) => pathAtOrigin(url, origin) === undefined);
  const text = { facts: { ...facts, links }, markdown, prose: facts.prose, lang, kind, origin };
  return LINT_RULES.filter((name) => !declined.has(name)).flatMap((name) => adviceOf(name, text));
}

/** What they say of a line that is printed as it stands, such as a headline. */
export function lintPlain(
  line: string,
  { lang, kind, declined }: LintContext,
  origin: string | undefined,
): TextNote[] {
  const text = { facts: NO_FACTS, markdown: line, prose: line, lang, kind, origin };
  return PLAIN_RULES.filter((name) => !declined.has(name)).flatMap((name) => adviceOf(name, text));
}

/** The rules that look at characters; the others look at Markdown. */
const PLAIN_RULES = ['quotes', 'contact'] as const satisfies readonly LintRuleName[];

const NO_FACTS: BodyFacts = inspectBody('');

function adviceOf(name: LintRuleName, text: LintText): TextNote[] {
  const { why, check } = STYLE_RULES[name];
  return check(text).map((note) => ({
    ...note,
    code: `style-${name}`,
    severity: 'warning' as const,
    why: why.en,
    remedy: `${note.remedy} To decline this advice, say why in the front matter: “declined: [{ rule: ${name}, reason: … }]”.`,
    ru: {
      ...note.ru,
      why: why.ru,
      remedy: `${note.ru.remedy} Чтобы отклонить совет, скажите почему в полях статьи: «declined: [{ rule: ${name}, reason: … }]».`,
    },
  }));
}
