import type { ParsedArgs } from 'citty';
import { contentArgument } from '../repository/content-argument.ts';
import { PAPERS } from './card-style.ts';

/** What `tamizdat mirror card` takes. */
export const args = {
  names: {
    type: 'positional',
    description:
      'Names of mirrors in content/mirrors.yaml; where none is named, those that are meant for each language',
    required: false,
    valueHint: '…',
  },
  channel: {
    type: 'string',
    description: `Put addresses of this channel on the cards in place of the list’s, such as “card” (docs/addresses.md)`,
    valueHint: 'channel',
  },
  language: {
    type: 'string',
    description: 'One of the outlet’s languages; a card for each where absent',
    valueHint: 'code',
  },
  paper: {
    type: 'string',
    description: `${PAPERS[0]}: four equal cards to a sheet, to be cut; ${PAPERS[1]}: one`,
    default: PAPERS[0],
    valueHint: PAPERS.join('|'),
  },
  plain: {
    type: 'boolean',
    description: 'Name neither outlet nor program: for where such a card is a danger',
    default: false,
  },
  out: {
    type: 'string',
    description: 'File to write, which ends in .html; standard output where absent',
    valueHint: 'file',
  },
  content: contentArgument,
} as const;

export type Options = ParsedArgs<typeof args>;
