import type { Finding } from '@tamizdat/problem';
import type { WildcardFault } from './wildcard.ts';

/** What is told of an address whose “*” cannot be a mirror's. */
export const WILDCARD_FAULTS: Readonly<
  Record<WildcardFault, Pick<Finding, 'message' | 'why' | 'remedy' | 'ru'>>
> = {
  'wildcard-place': {
    message: 'The “*” does not stand in the place of the whole first name.',
    why: 'A certificate covers one name in the place of the “*”, and nothing before or behind it.',
    remedy: 'Write the “*” alone between “https://” and the first dot, once.',
    ru: {
      message: '«*» стоит не вместо всей первой части имени.',
      why: 'Сертификат распространяется на одну часть имени на месте «*», без приставок.',
      remedy: 'Напишите одну «*» между «https://» и первой точкой.',
    },
  },
  'wildcard-host': {
    message: 'An onion service has no names of its own.',
    why: 'All names before it would be one address to those who block.',
    remedy: 'Write the address without the “*”, or a domain that you own.',
    ru: {
      message: 'У onion-сервиса нет своих имён.',
      why: 'Для того, кто блокирует, все имена перед ним — один адрес.',
      remedy: 'Напишите адрес без «*» или свой домен.',
    },
  },
  'wildcard-wide': {
    message: 'The “*” stands for every domain of a top-level domain.',
    why: 'Those belong to others, and no authority certifies such a name.',
    remedy: 'Write the domain that you own behind the “*”.',
    ru: {
      message: '«*» стоит вместо любого домена в домене верхнего уровня.',
      why: 'Они принадлежат другим, и сертификата на такое имя никто не выдаст.',
      remedy: 'Напишите после «*» домен, который принадлежит вам.',
    },
  },
  'wildcard-shared': {
    message: 'Names directly under this domain are handed out to everybody.',
    why: 'A name that you did not take yourself is somebody else’s, and readers would be sent there.',
    remedy:
      'Write the one address that you have there without a “*”, or a domain that you own behind it.',
    ru: {
      message: 'Имена прямо в этом домене раздают кому угодно.',
      why: 'Имя, которое вы не заняли сами, принадлежит кому-то другому, и читатели попадут к нему.',
      remedy: 'Напишите свой единственный адрес там без «*» или свой домен после неё.',
    },
  },
};
