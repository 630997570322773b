import type { FieldPath, Finding } from '@tamizdat/problem';
import type { Newsletter } from '../schema/newsletter.ts';

type Provider = Newsletter['provider'];

/** A newsletter's form reaches its provider with all that the provider asks. */
export function providerFindings(provider: Provider, path: FieldPath): Finding[] {
  const mismatch = actionFindings(provider, [...path, 'action']);
  return [
    ...mismatch,
    ...(mismatch.length === 0 ? listFindings(provider, path) : []),
    ...honeypotFindings(provider, [...path, 'honeypot']),
  ];
}

/** Mail goes to an e-mail address, a form to a server. */
function actionFindings({ kind, action }: Provider, path: FieldPath): Finding[] {
  const mail = action.startsWith('mailto:');
  if (mail === (kind === 'mailto')) return [];
  return [
    {
      code: 'newsletters-provider-action-kind',
      path,
      found: action,
      message: mail
        ? `The kind “${kind}” takes a form, but the address is an e-mail address.`
        : 'The kind “mailto” takes mail, but the address is a form’s.',
      why: 'Readers who subscribe would reach nobody.',
      remedy: mail
        ? `Write the https address of the form at ${kind}, or “kind: mailto”.`
        : 'Write mailto: and an e-mail address, or the kind of the provider the form belongs to.',
      ru: {
        message: mail
          ? `Сервису «${kind}» нужна форма, а указан адрес почты.`
          : 'Виду «mailto» нужна почта, а указан адрес формы.',
        why: 'Подписка читателей не дошла бы никуда.',
        remedy: mail
          ? `Напишите https-адрес формы в ${kind} или «kind: mailto».`
          : 'Напишите mailto: и адрес почты или вид сервиса, которому принадлежит форма.',
      },
      example: mail
        ? 'action: https://lists.example/subscription/form'
        : 'action: mailto:weekly@lists.example',
    },
  ];
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** listmonk takes a form only with the list's UUID in the field “l”. */
function listFindings({ kind, hidden = {} }: Provider, path: FieldPath): Finding[] {
  const list = Object.hasOwn(hidden, 'l') ? hidden['l'] : undefined;
  if (kind !== 'listmonk' || (list !== undefined && UUID.test(list))) return [];
  return [
    {
      code: 'newsletters-provider-list',
      path: list === undefined ? path : [...path, 'hidden', 'l'],
      ...(list === undefined ? { at: 'key' as const } : { found: list }),
      message:
        list === undefined
          ? 'The form does not say which list at listmonk it is for.'
          : `“${list}” is not the UUID of a list at listmonk.`,
      why: 'listmonk refuses a form without it.',
      remedy: 'Copy the list’s UUID from listmonk into the hidden field “l”.',
      ru: {
        message:
          list === undefined
            ? 'Форма не говорит, для какого она списка в listmonk.'
            : `«${list}» — не UUID списка в listmonk.`,
        why: 'Без этого listmonk не примет форму.',
        remedy: 'Скопируйте UUID списка из listmonk в скрытое поле «l».',
      },
      example: 'hidden: { l: 6d1f7a52-4f0e-4a53-9d0a-5d5c2f0b9e11 }',
    },
  ];
}

/** A trap for machines has a name that no field of people has; browsers fill in one named “email” by themselves. */
function honeypotFindings(provider: Provider, path: FieldPath): Finding[] {
  const { honeypot, field = 'email', hidden = {} } = provider;
  const taken = ['email', field, ...Object.keys(hidden)].map((name) => name.toLowerCase());
  if (honeypot === undefined || !taken.includes(honeypot.toLowerCase())) return [];
  return [
    {
      code: 'newsletters-provider-honeypot',
      path,
      found: honeypot,
      message: `The honeypot “${honeypot}” has the name of a field that the form needs.`,
      why: 'Readers’ own addresses would be taken for a machine’s.',
      remedy: 'Give it the name that the provider asks for, or one that no other field has.',
      ru: {
        message: `Ловушка «${honeypot}» называется так же, как поле, которое нужно форме.`,
        why: 'Собственные адреса читателей приняли бы за робота.',
        remedy:
          'Дайте ей имя, о котором просит сервис, или такое, какого нет ни у одного другого поля.',
      },
      example: 'honeypot: nonce',
    },
  ];
}
