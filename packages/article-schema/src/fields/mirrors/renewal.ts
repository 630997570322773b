import type { FieldTable } from '../notes.ts';

/** How the names of a mirror are renewed. */
export const RENEWAL = {
  renewal: {
    label: 'The rules of renewal',
    description:
      'For `watch --renew`: how names that are blocked give way to the next ones by themselves (docs/addresses.md); never where left out.',
    example: { alive: 3, looks: 3, minutes: 30, daily: 4 },
    remedy: 'Write alive, looks, minutes and daily, or leave the rules out.',
    ru: {
      label: 'правила замены',
      remedy: 'Укажите alive, looks, minutes и daily или уберите правила.',
    },
  },
  'renewal.alive': {
    label: 'Names alive',
    description: 'How many names in the list are to be alive; 3 where left out.',
    example: 3,
    remedy: 'Write a whole number from 1 to 100.',
    ru: {
      label: 'число живых имён',
      remedy: 'Напишите целое число от 1 до 100.',
    },
  },
  'renewal.looks': {
    label: 'Looks',
    description:
      'How many looks in a row have to find a name blocked before it is given up; 3 where left out.',
    example: 3,
    remedy: 'Write a whole number from 2 to 20.',
    ru: {
      label: 'число проверок',
      remedy: 'Напишите целое число от 2 до 20.',
    },
  },
  'renewal.minutes': {
    label: 'Minutes',
    description: 'How many minutes these looks have to span; 30 where left out.',
    example: 30,
    remedy: 'Write a whole number from 1 to 1200.',
    ru: {
      label: 'срок проверок в минутах',
      remedy: 'Напишите целое число от 1 до 1200.',
    },
  },
  'renewal.daily': {
    label: 'Names a day',
    description:
      'How many new names may come within 24 hours without a person; above, one is asked. 4 where left out.',
    example: 4,
    remedy: 'Write a whole number from 0 to 100.',
    ru: {
      label: 'число имён в сутки',
      remedy: 'Напишите целое число от 0 до 100.',
    },
  },
  'renewal.controls': {
    label: 'The control addresses',
    description:
      'Addresses of others abroad that open inside the country: where no mirror opens and one of these does, it is a block and not a network that fails.',
    example: ['https://www.example.org/'],
    remedy: 'Write whole addresses in brackets, or leave the line out.',
    ru: {
      label: 'контрольные адреса',
      remedy: 'Напишите полные адреса в квадратных скобках или уберите строку.',
    },
  },
  'renewal.controls[]': {
    label: 'The control address',
    description: 'An address that opens inside the country.',
    example: 'https://www.example.org/',
    form: 'an https address with a “/” behind its host',
    remedy: 'Write the whole address: https://, the host, and a “/”.',
    ru: {
      label: 'контрольный адрес',
      form: 'адрес https с «/» после имени хоста',
      remedy: 'Напишите полный адрес: https://, имя хоста и «/».',
    },
  },
} as const satisfies FieldTable;
