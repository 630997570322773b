import path from 'node:path';
import { isOfSample } from '@tamizdat/archive';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import { answerAll, type Ask, type Question, splitAnswer } from '../new/questions.ts';
import type { Options } from './arguments.ts';

/** What an outlet begins with. */
export interface Plan {
  /** By language. */
  name: Record<string, string>;
  description: Record<string, string>;
  languages: string[];
  zone: string;
  origin: string;
  /** Names of each section, by language. */
  sections: Record<string, string>[];
  licence: string;
  /** Where readers will find the fingerprint; empty where nowhere yet. */
  fingerprintAt: string;
  /** Folder of the keys, absolute. */
  keys: string;
}

type Name =
  | 'name'
  | 'description'
  | 'languages'
  | 'zone'
  | 'origin'
  | 'sections'
  | 'licence'
  | 'fingerprint-at'
  | 'keys'
  | 'replace';

/**
 * Asks for what no option says.
 * @param keys Where keys go unless another folder is named.
 * @param isSample Whether the sample has to make room.
 * @throws UsageError
 */
export async function askPlan(
  options: Options,
  ask: Ask | undefined,
  { keys, isSample }: { keys: string; isSample: boolean },
): Promise<Plan> {
  const answers = await answerAll<Name>(questions(keys, isSample), options, ask);
  if (isSample && answers.replace !== 'yes') throw new UsageError(say(KEPT));
  const languages = splitAnswer(answers.languages);
  const inAll = (option: string, text: string) => localize(option, text, languages);
  return {
    name: inAll('name', answers.name),
    description: inAll('description', answers.description),
    languages,
    zone: answers.zone,
    origin: answers.origin,
    sections: splitAnswer(answers.sections).map((names) => inAll('sections', names)),
    licence: answers.licence,
    fingerprintAt: answers['fingerprint-at'],
    keys: path.resolve(answers.keys),
  };
}

const KEPT = {
  en: 'The content folder holds the sample. With --replace yes it is moved aside; nothing was made.',
  ru: 'В папке содержимого лежит образец. С --replace yes он будет убран в сторону; ничего не сделано.',
};

function questions(keys: string, isSample: boolean): Question<Name>[] {
  const inEach = say({
    en: '; in several languages with | between',
    ru: '; на нескольких языках через |',
  });
  return [
    ...(isSample ? [REPLACE()] : []),
    {
      name: 'languages',
      ask: say({
        en: 'Languages, the main one first (ru, en, sr-Latn …)',
        ru: 'Языки, главный первым (ru, en, sr-Latn …)',
      }),
      several: true,
      problem: languagesProblem,
    },
    { name: 'name', ask: say({ en: 'Name of the outlet', ru: 'Название издания' }) + inEach },
    {
      name: 'description',
      ask: say({ en: 'What it is, in a sentence', ru: 'Что это, одной фразой' }) + inEach,
      problem: sampleProblem,
    },
    {
      name: 'sections',
      ask: say({ en: 'Sections (News, Culture …)', ru: 'Разделы (Новости, Культура …)' }) + inEach,
      several: true,
    },
    {
      name: 'zone',
      ask: say({ en: 'Time zone (Europe/Vilnius)', ru: 'Часовой пояс (Europe/Vilnius)' }),
      problem: zoneProblem,
    },
    {
      name: 'origin',
      ask: say({
        en: 'Its own address (https://outlet.example/)',
        ru: 'Собственный адрес (https://outlet.example/)',
      }),
      problem: sampleProblem,
    },
    {
      name: 'licence',
      ask: say({ en: 'Licence of the articles', ru: 'Лицензия статей' }),
      otherwise: 'CC BY 4.0',
    },
    {
      name: 'fingerprint-at',
      ask: say({
        en: 'Where readers will find the fingerprint: an account or a partner’s page (https://…)',
        ru: 'Где читатели найдут отпечаток: учётная запись или страница партнёра (https://…)',
      }),
      problem: sampleProblem,
      otherwise: '',
      blank: say({ en: 'later', ru: 'потом' }),
    },
    {
      name: 'keys',
      ask: say({ en: 'Folder for the keys', ru: 'Папка для ключей' }),
      otherwise: keys,
    },
  ];
}

const REPLACE = (): Question<Name> => ({
  name: 'replace',
  ask: say({
    en: 'The content folder holds the sample. Move it aside',
    ru: 'В папке содержимого лежит образец. Убрать его в сторону',
  }),
  choices: ['yes', 'no'],
  synonyms: { y: 'yes', n: 'no', да: 'yes', нет: 'no' },
  otherwise: 'no',
});

function languagesProblem(answer: string): string | undefined {
  const wrong = splitAnswer(answer).filter((code) => {
    try {
      return Intl.getCanonicalLocales(code)[0] !== code;
    } catch {
      return true;
    }
  });
  const [first] = wrong;
  return first === undefined
    ? undefined
    : say({
        en: `“${first}” is no code of a language. Codes are such as ru, en or sr-Latn.`,
        ru: `«${first}» — не код языка. Коды бывают такие: ru, en, sr-Latn.`,
      });
}

/** What "check" would refuse afterwards. */
function sampleProblem(answer: string): string | undefined {
  const found = answer.split('|').find((part) => isOfSample(part.trim()));
  return found === undefined
    ? undefined
    : say({
        en: `“${found.trim()}” is the sample’s, and this outlet is not the sample. Name your own.`,
        ru: `«${found.trim()}» — из образца, а это издание — не образец. Назовите своё.`,
      });
}

function zoneProblem(answer: string): string | undefined {
  try {
    new Intl.DateTimeFormat('en', { timeZone: answer });
    return undefined;
  } catch {
    return say({
      en: `“${answer}” is no time zone. Zones are such as Europe/Vilnius.`,
      ru: `«${answer}» — не часовой пояс. Пояса пишут так: Europe/Vilnius.`,
    });
  }
}

/** One text for all languages, or one for each. @throws UsageError */
function localize(
  option: string,
  text: string,
  languages: readonly string[],
): Record<string, string> {
  const parts = text.split('|').map((part) => part.trim());
  if (parts.length !== 1 && parts.length !== languages.length)
    throw new UsageError(
      say({
        en: `--${option}: “${text}” is in ${parts.length} languages, the outlet in ${languages.length}: ${languages.join(', ')}.`,
        ru: `--${option}: «${text}» — языков ${parts.length}, а у издания ${languages.length}: ${languages.join(', ')}.`,
      }),
    );
  return Object.fromEntries(languages.map((code, at) => [code, parts[at] ?? parts[0] ?? '']));
}
