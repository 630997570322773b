import { FORMER_ADDRESS_FIELDS, FORMER_FEED_FIELDS } from './former-fields.ts';
import { withRussian, type FieldTable } from './notes.ts';
import { AUTHOR_IN_RUSSIAN } from './russian/author-fields.ts';

const OWN_FIELDS = withRussian(
  {
    name: {
      label: 'The name',
      description: 'The name as it is printed, in each of the outlet’s languages.',
      example: { en: 'Anna Petrova', ru: 'Анна Петрова' },
      remedy: 'Write the name in each of the outlet’s languages.',
    },
    bio: {
      label: 'The biography',
      description: 'A few sentences, in each of the outlet’s languages.',
      example: { en: 'Writes about rivers.', ru: 'Пишет о реках.' },
      remedy: 'Write a few sentences in each language, or leave it out.',
    },
    role: {
      label: 'The role',
      description: 'What the author does at the outlet, in each of its languages.',
      example: { en: 'Correspondent', ru: 'Корреспондент' },
      remedy: 'Write it in each language, or leave it out.',
    },
    pseudonym: {
      label: 'The mark “pseudonym”',
      description: 'True where the name hides a person; then no photo, e-mail, place or links.',
      example: true,
      form: 'true or false',
      remedy: 'Write true or false, or leave the line out.',
    },
    photo: {
      label: 'The photo',
      description: 'An image file beside the record. Never for a pseudonym.',
      example: 'anna-petrova.jpg',
      form: 'a file name without folders',
      remedy: 'Put the image into content/authors and write its name, or leave the line out.',
    },
    email: {
      label: 'The e-mail address',
      description: 'Printed on the author’s page. Never for a pseudonym.',
      example: 'petrova@example.org',
      form: 'an e-mail address',
      remedy: 'Write the whole address, or leave the line out.',
    },
    place: {
      label: 'The place',
      description:
        'Where the author works, in each of the outlet’s languages. Never for a pseudonym.',
      example: { en: 'Vilnius', ru: 'Вильнюс' },
      remedy: 'Write it in each language, or leave it out.',
    },
    links: {
      label: 'The list of links',
      description: 'The author’s pages elsewhere. Never for a pseudonym.',
      example: [{ name: 'Mastodon', url: 'https://example.social/@anna' }],
      remedy: 'Write a list of name and url, or leave it out.',
    },
    'links[]': {
      label: 'A link',
      description: 'A name and an https address.',
      example: { name: 'Mastodon', url: 'https://example.social/@anna' },
      remedy: 'Give name and url.',
    },
    'links[].name': {
      label: 'The name of the link',
      description: 'What the link is called.',
      example: 'Mastodon',
      remedy: 'Write what the link is called.',
    },
    'links[].url': {
      label: 'The address of the link',
      description: 'Where it leads.',
      example: 'https://example.social/@anna',
      form: 'a whole https address',
      remedy: 'Write the whole https address.',
    },
  },
  AUTHOR_IN_RUSSIAN,
);

/** An author's record, `content/authors/<id>.yaml`. */
export const AUTHOR_FIELDS = {
  ...OWN_FIELDS,
  ...FORMER_ADDRESS_FIELDS,
  ...FORMER_FEED_FIELDS,
} satisfies FieldTable;
