import { OUTLET } from './sample-outlet.ts';

/** An outlet's settings with a newsletter of whole articles. @param more A line of it */
export const weeklyLetter = (more = 'articles: picks'): string => `${OUTLET}newsletters:
  - id: weekly
    lang: en
    name: The week
    description: One letter a week.
    frequency: weekly
    ${more}
    provider: { kind: mailto, action: 'mailto:weekly@lists.example' }
    privacy: privacy
rootFingerprint: ${'0123456789abcdef'.repeat(4)}
`;

/** The page that a newsletter leads to, in both languages. */
export const PRIVACY = {
  'pages/en/privacy.md': '---\ntitle: Privacy\n---\n\nNone.\n',
  'pages/ru/privacy.md': '---\ntitle: Данные\n---\n\nНет.\n',
};

/** Two articles of this length fill a mail. */
export const LONG =
  'It was raining on the river, and nobody crossed it that day at all.\n\n'.repeat(300);

/** What makes an article one of an issue. */
export const PICK = 'newsletter: { pick: true, blurb: Read it. }\n';

/** An article's `index.md`, of a day of November 2026. @param more Further lines of its head */
export const letterArticle = (
  { id, slug, day }: { id: string; slug: string; day: number },
  more = '',
  text = LONG,
): string => `---
id: ${id}
lang: en
kind: news
title: News of the ${slug}
standfirst: About the ${slug}.
section: politics
publishedAt: 2026-11-${day}T09:30:00+02:00
status: ready
${more}---

Text of ${slug}.

${text}
`;
