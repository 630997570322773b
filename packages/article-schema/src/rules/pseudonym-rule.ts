import type { Author } from '../schema/author.ts';
import type { Finding } from '@tamizdat/problem';

const REVEALING = {
  photo: { en: 'a photo', ru: 'фотография' },
  email: { en: 'an e-mail address', ru: 'адрес почты' },
  place: { en: 'a place', ru: 'место' },
  links: { en: 'links', ru: 'ссылки' },
};

/** A pseudonymous record holds nothing that leads to the person. */
export function pseudonymRule(author: Partial<Author>): Finding[] {
  if (author.pseudonym !== true) return [];
  const fields = Object.keys(REVEALING) as (keyof typeof REVEALING)[];
  return fields
    .filter((field) => (field === 'links' ? author.links?.length : author[field]))
    .map((field) => ({
      code: `pseudonym-${field}`,
      path: [field],
      at: 'key',
      message: `The author is pseudonymous, but the record has ${REVEALING[field].en}.`,
      why: 'It can lead to the person. Removing it later does not remove it from git’s history or from copies: take it out before you push.',
      remedy: `Remove “${field}”, and have the commit rewritten if you have already made one.`,
      ru: {
        message: `Автор под псевдонимом, но в записи есть ${REVEALING[field].ru}.`,
        why: 'Это может привести к человеку. Если убрать потом, в истории git и в копиях оно останется: уберите до отправки.',
        remedy: `Уберите «${field}», а если коммит уже сделан, попросите его переписать.`,
      },
    }));
}
