import { FORMER_ADDRESS_FIELDS } from './former-fields.ts';
import { withRussian, type FieldTable } from './notes.ts';
import { PAGE_IN_RUSSIAN, FRONT_IN_RUSSIAN } from './russian/page-fields.ts';

/** Front matter of a fixed page, `content/pages/<lang>/<slug>.md`. */
export const PAGE_FIELDS = withRussian(
  {
    title: {
      label: 'The title',
      description: 'The page’s title, up to 110 characters.',
      example: 'Our principles',
      remedy: 'Write the title.',
    },
    standfirst: {
      label: 'The standfirst',
      description: 'A sentence or two under the title.',
      example: 'How we work, what we correct, and who pays.',
      remedy: 'Write a sentence or two, or leave the line out.',
    },
    updatedAt: {
      label: 'The time of the update',
      description: 'When the page last changed in a way readers should know.',
      example: '2026-11-22T09:30:00+02:00',
      form: 'a date and time with a time zone',
      remedy: 'Write date, time and time zone, or leave the line out.',
    },
    formerAddresses: {
      label: 'The list of former addresses',
      description: 'Addresses that the page had before; each becomes a page that leads on.',
      example: ['about-us'],
      remedy: 'List the former addresses, or leave the line out.',
    },
    'formerAddresses[]': FORMER_ADDRESS_FIELDS['formerAddresses[]'],
  },
  PAGE_IN_RUSSIAN,
) satisfies FieldTable;

/** The edited front page, `content/front/<lang>.yaml`. */
export const FRONT_FIELDS = withRussian(
  {
    lead: {
      label: 'The lead',
      description: 'The article on top of the front page, and until when.',
      example: { id: '01JD8Z0Q5X4K2M7N9P3R6S8T0V', until: '2026-11-23T09:00:00+02:00' },
      remedy: 'Give id and until, or leave it out: then the newest article leads.',
    },
    'lead.id': {
      label: 'The lead’s id',
      description: 'The id of an article in this language.',
      example: '01JD8Z0Q5X4K2M7N9P3R6S8T0V',
      form: 'a ULID: 26 digits and capital letters without I, L, O and U',
      remedy: 'Copy the id from the article’s front matter.',
    },
    'lead.until': {
      label: 'The lead’s expiry',
      description: 'Until when it leads.',
      example: '2026-11-23T09:00:00+02:00',
      form: 'a date and time with a time zone',
      remedy: 'Write date, time and time zone.',
      why: 'Without it yesterday’s lead would stay for ever.',
    },
    secondRank: {
      label: 'The second rank',
      description: 'The articles under the lead, in their order, and until when.',
      example: [{ id: '01JD8Z0Q5X4K2M7N9P3R6S8T0V', until: '2026-11-23T09:00:00+02:00' }],
      remedy: 'Give a list of id and until, or leave it out.',
    },
    'secondRank[]': {
      label: 'An entry of the second rank',
      description: 'An article and until when it stands here.',
      example: { id: '01JD8Z0Q5X4K2M7N9P3R6S8T0V', until: '2026-11-23T09:00:00+02:00' },
      remedy: 'Give id and until.',
    },
    'secondRank[].id': {
      label: 'The id of the entry',
      description: 'The id of an article in this language.',
      example: '01JD8Z0Q5X4K2M7N9P3R6S8T0V',
      form: 'a ULID: 26 digits and capital letters without I, L, O and U',
      remedy: 'Copy the id from the article’s front matter.',
    },
    'secondRank[].until': {
      label: 'The expiry of the entry',
      description: 'Until when it stands here.',
      example: '2026-11-23T09:00:00+02:00',
      form: 'a date and time with a time zone',
      remedy: 'Write date, time and time zone.',
    },
  },
  FRONT_IN_RUSSIAN,
) satisfies FieldTable;
