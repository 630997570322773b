import { shorten } from '../characters/count.ts';
import type { LintRule } from './rule.ts';

/** No level of headings is left out: “##” below the headline, “###” below “##”. */
export const headingOrder: LintRule = {
  why: {
    en: 'Screen readers find their way by levels; one that is missing sounds like a part that is lost.',
    ru: 'По уровням ориентируются экранные дикторы; пропущенный звучит как потерянная часть.',
  },
  check: ({ facts }) =>
    facts.headings.flatMap(({ depth, text, at }, index) => {
      const above = facts.headings[index - 1]?.depth ?? 1;
      const deepest = Math.max(above, 1) + 1;
      if (depth <= deepest) return [];
      return [
        {
          at,
          found: shorten(text),
          message: `The heading “${shorten(text, 40)}” skips a level.`,
          remedy: `Begin it with “${'#'.repeat(deepest)}”.`,
          ru: {
            message: `Заголовок «${shorten(text, 40)}» перескакивает через уровень.`,
            remedy: `Начните его с «${'#'.repeat(deepest)}».`,
          },
          example: `${'#'.repeat(deepest)} ${shorten(text, 60)}`,
        },
      ];
    }),
};
