import { judgeLink } from '@tamizdat/body';
import { nearest, toldGuess } from '../explain/nearest.ts';
import type { Fault } from './explained.ts';

const PLACEHOLDERS = ['amount', 'minor', 'currency', 'frequency'];
const OPEN = /\{([^{}]*)\}/g;

/** The part of a template that a server sees: browsers keep what follows `#`. */
export const sentPart = (template: string): string => template.split('#', 1)[0] ?? '';

/** What is wrong with the template of a method's address; nothing where it is right. */
export function templateFault(template: string): Fault | undefined {
  return placeholderFault(template) ?? amountFault(template) ?? linkFault(template);
}

function placeholderFault(template: string): Fault | undefined {
  const names = [...template.matchAll(OPEN)].map(([, name = '']) => name);
  const strange = names.find((name) => !PLACEHOLDERS.includes(name));
  if (strange !== undefined) {
    const guess = nearest(strange, PLACEHOLDERS);
    const meant = toldGuess(guess === undefined ? undefined : `{${guess}}`);
    return {
      message: `has the placeholder “{${strange}}”, which nothing fills`,
      remedy: `${meant.en}The placeholders are {amount}, {minor}, {currency} and {frequency}.`,
      ru: {
        message: `содержит место «{${strange}}», которое нечем заполнить`,
        remedy: `${meant.ru}Места для подстановки: {amount}, {minor}, {currency} и {frequency}.`,
      },
    };
  }
  if (!/[{}]/.test(template.replaceAll(OPEN, ''))) return undefined;
  return {
    message: 'has a brace without its partner',
    remedy: 'Write each placeholder between one “{” and one “}”.',
    ru: {
      message: 'содержит фигурную скобку без пары',
      remedy: 'Пишите каждое место для подстановки между одной «{» и одной «}».',
    },
  };
}

function amountFault(template: string): Fault | undefined {
  const [whole, sent] = [template, sentPart(template)].map((text) =>
    /\{(?:amount|minor)\}/.test(text),
  );
  if (sent === true) return undefined;
  if (whole !== true) {
    return {
      message: 'has neither {amount} nor {minor} in it',
      ru: { message: 'не содержит ни {amount}, ни {minor}' },
    };
  }
  return {
    message: 'has the amount after “#” only, which never reaches the server',
    remedy: 'Move {amount} before the “#”, where the provider reads it.',
    ru: {
      message: 'содержит сумму только после «#», а эта часть до сервера не доходит',
      remedy: 'Перенесите {amount} до «#», где сервис её прочтёт.',
    },
  };
}

/** A template is judged as it is when filled. */
function linkFault(template: string): Fault | undefined {
  const judged = judgeLink(template.replaceAll(OPEN, '1'));
  return judged.allowed
    ? undefined
    : {
        message: `is no address that pages can link: ${judged.reason.en}`,
        ru: { message: `не адрес, на который может вести ссылка: ${judged.reason.ru}` },
      };
}
