/** Ids and names of the generated outlet. */
export const SECTIONS = ids('section', 8);
export const TAGS = ids('tag', 200);
export const AUTHORS = ids('author', 60);

function ids(word: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${word}-${String(index + 1)}`);
}

const taxon = (id: string): string => {
  const number = id.replace(/^\D+/, '');
  const word = id.startsWith('section') ? ['Section', 'Раздел'] : ['Tag', 'Тема'];
  return `  - id: ${id}\n    name: { en: ${word[0] ?? ''} ${number}, ru: ${word[1] ?? ''} ${number} }`;
};

/** `outlet.yaml` of the generated outlet. */
export function buildOutlet(): string {
  return `name: { en: The Bench, ru: Верстак }
description: { en: A generated outlet., ru: Сгенерированное издание. }
origin: https://bench.example
tagAuthority: { domain: bench.example, date: '2026-01-01' }
languages:
  - { code: en, name: English, dir: ltr, locale: en-GB }
  - { code: ru, name: Русский, dir: ltr, locale: ru }
timeZone: Europe/Vilnius
licence: { name: { en: CC BY 4.0, ru: CC BY 4.0 } }
navigation:
${SECTIONS.slice(0, 5)
  .map((id) => `  - section: ${id}`)
  .join('\n')}
footer: [about]
sections:
${SECTIONS.map(taxon).join('\n')}
tags:
${TAGS.map(taxon).join('\n')}
`;
}

/** An author's record. */
export function buildAuthor(id: string): string {
  const number = id.replace(/^\D+/, '');
  return `name: { en: Author ${number}, ru: Автор ${number} }
role: { en: Correspondent, ru: Корреспондент }
bio: { en: Writes about rivers., ru: Пишет о реках. }
`;
}
