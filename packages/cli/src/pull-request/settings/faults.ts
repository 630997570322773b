import type { AcrossFinding } from '@tamizdat/article-schema';
import type { Address } from './addresses.ts';

/** An address with the file that it stands in. */
export interface FiledAddress extends Address {
  file: string;
}

/** A field by which the outlet is known has another value, or none. */
export function identityChanged(field: string, was: unknown, now: unknown): AcrossFinding {
  const [former, present] = [shown(was), shown(now)];
  return {
    path: 'outlet.yaml',
    finding: {
      code: 'pull-request-identity',
      path: [field],
      ...(present === undefined ? {} : { found: present }),
      message: `“${field}” was ${former ?? 'not there'} and is ${present ?? 'taken out'} here.`,
      why: 'Readers, their programs and feeds know the outlet by it: with another one they would trust somebody else’s keys or address, or take every article for a new one.',
      remedy:
        'Put it back as it was. Where the outlet itself changes it, the engineer marks the pull request with the label “kit”.',
      ru: {
        message: `«${field}»: было ${former ?? 'пусто'}, здесь ${present ?? 'убрано'}.`,
        why: 'По нему издание узнают читатели, их программы и ленты: с другим они поверили бы чужим ключам или чужому адресу либо приняли бы каждую статью за новую.',
        remedy:
          'Верните прежнее значение. Если его меняет само издание, инженер ставит на запрос метку «kit».',
      },
    },
  };
}

const shown = (value: unknown): string | undefined =>
  value === undefined || typeof value === 'string' ? value : JSON.stringify(value);

const COMPARE = {
  en: 'Before you merge, compare it with what the outlet told you by another way than this pull request.',
  ru: 'Перед слиянием сверьте это с тем, что издание сообщило вам другим путём, не в этом запросе.',
};

/** An address that the file did not have before. Advice: editors add and change these. */
export const addressNew = ({ file, path, value, span }: FiledAddress): AcrossFinding => ({
  path: file,
  ...(span && { span }),
  finding: {
    code: 'pull-request-address-new',
    severity: 'warning',
    path,
    found: value,
    message: 'The pull request puts a new address or account here.',
    why: 'Readers, their money or the site itself are sent there; one letter makes it somebody else’s.',
    remedy: COMPARE.en,
    ru: {
      message: 'Запрос ставит сюда новый адрес или счёт.',
      why: 'Туда попадут читатели, их деньги или сам сайт; одна буква делает адрес чужим.',
      remedy: COMPARE.ru,
    },
  },
});

/**
 * An address that stood elsewhere in the file: two of them may have been exchanged.
 * @param roles What it was there for.
 */
export const addressMoved = (
  { file, path, value, span }: FiledAddress,
  roles: readonly string[],
): AcrossFinding => ({
  path: file,
  ...(span && { span }),
  finding: {
    code: 'pull-request-address-moved',
    severity: 'warning',
    path,
    found: value,
    message: `The pull request puts an address or account here that was there for something else: ${roles.join(', ')}.`,
    why: 'Whoever pays, writes or reads by this field is sent there; exchanged with another one, money goes astray though nothing looks new.',
    remedy: COMPARE.en,
    ru: {
      message: `Запрос ставит сюда адрес или счёт, который служил другому: ${roles.join(', ')}.`,
      why: 'Туда попадут те, кто платит, пишет или читает по этому полю; если два адреса поменять местами, деньги уйдут не туда, хотя нового ничего не видно.',
      remedy: COMPARE.ru,
    },
  },
});

/** An address that the file no longer has. */
export const addressGone = ({ file, value }: FiledAddress): AcrossFinding => ({
  path: file,
  finding: {
    code: 'pull-request-address-gone',
    severity: 'warning',
    path: [],
    message: `The pull request takes “${value}” out.`,
    why: 'It is an address or an account that readers are told of, or that the site is sent to.',
    remedy: COMPARE.en,
    ru: {
      message: `Запрос убирает «${value}».`,
      why: 'Это адрес или счёт, о котором говорят читателям или на который отправляют сайт.',
      remedy: COMPARE.ru,
    },
  },
});

const RELIED_ON = {
  en: 'Readers choose by these words whom they pay, write to or read, and are warned by them: under another name a known address takes what was meant for somebody else.',
  ru: 'По этим словам читатели решают, кому платить, писать и кого читать, и о чём остеречься: под чужим именем известный адрес получит то, что предназначено другому.',
};

/** Words by which readers choose an address, or that keep them from one, are others. Advice. */
export const wordsAltered = (
  { file, path, value }: FiledAddress,
  was: readonly string[],
): AcrossFinding => ({
  path: file,
  finding: {
    code: 'pull-request-words-altered',
    severity: 'warning',
    path,
    found: value,
    message: `The pull request alters what readers are told here: it was “${was.join('”, “')}”.`,
    why: RELIED_ON.en,
    remedy: COMPARE.en,
    ru: {
      message: `Запрос меняет слова, которые здесь видят читатели: было «${was.join('», «')}».`,
      why: RELIED_ON.ru,
      remedy: COMPARE.ru,
    },
  },
});

/** Such words are no longer there. */
export const wordsGone = ({ file, value }: FiledAddress): AcrossFinding => ({
  path: file,
  finding: {
    code: 'pull-request-words-gone',
    severity: 'warning',
    path: [],
    message: `The pull request takes out what readers are told: “${value}”.`,
    why: RELIED_ON.en,
    remedy: COMPARE.en,
    ru: {
      message: `Запрос убирает то, что видят читатели: «${value}».`,
      why: RELIED_ON.ru,
      remedy: COMPARE.ru,
    },
  },
});
