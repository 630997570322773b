import { defineCommand } from 'citty';
import { readNow } from '../clock/read-now.ts';
import { writeJson } from '../frame/write-json.ts';
import { languageArgument } from '../language/language-argument.ts';
import { say } from '../language/say.ts';
import { proxyArgument, readProxy } from '../mirror/proxy-argument.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { branchArgument, treeArgument } from '../state/arguments.ts';
import { describeExamination, listExamination } from './describe-examination.ts';
import { examine, EXITS, outcomeOf } from './examine.ts';
import { openFacts } from './facts/facts.ts';
import { findPlace } from './place.ts';
import { QUESTIONS } from './questions.ts';

export default defineCommand({
  meta: {
    name: 'doctor',
    description: say({
      en: 'Say what is missing or half done in an outlet, in the order in which it comes up, each with the command that mends it. Changes nothing, and asks for no passphrase. Exit codes: 0 nothing to do, 1 something hurts already, 2 usage, 3 something is to be done and does not hurt yet.',
      ru: 'Сказать, чего в издании не хватает или что сделано наполовину, по порядку, и к каждому пункту дать команду. Ничего не меняет и не спрашивает пароля. Коды выхода: 0 делать нечего, 1 что-то уже вредит, 2 ошибка вызова, 3 что-то нужно сделать, но пока это не вредит.',
    }),
  },
  args: {
    content: contentArgument,
    keys: {
      type: 'string',
      description: say({
        en: 'Folder of the keys (default: TAMIZDAT_KEYS, else where “init” puts them)',
        ru: 'Папка ключей (по умолчанию TAMIZDAT_KEYS, иначе там, куда их кладёт «init»)',
      }),
      valueHint: 'folder',
    },
    tree: treeArgument,
    remote: {
      type: 'string',
      description: say({
        en: 'Where the state is kept, for the commands that are shown (default: TAMIZDAT_STATE_REMOTE)',
        ru: 'Где хранится состояние, для показанных команд (по умолчанию TAMIZDAT_STATE_REMOTE)',
      }),
      valueHint: 'remote',
    },
    branch: branchArgument,
    offline: {
      type: 'boolean',
      description: say({ en: 'Do not ask the mirrors', ru: 'Не спрашивать зеркала' }),
      default: false,
    },
    proxy: proxyArgument,
    language: languageArgument,
    json: {
      type: 'boolean',
      description: say({ en: 'Print what was found as JSON', ru: 'Напечатать найденное как JSON' }),
      default: false,
    },
  },
  async run({ args: { content, keys, tree, remote, branch, offline, proxy, json } }) {
    const given = { content, keys, tree, remote, branch, isOffline: offline };
    const place = findPlace({ ...given, proxy: readProxy(proxy) }, readNow(), process.env);
    const answers = await examine(QUESTIONS, openFacts(place));
    process.exitCode = EXITS[outcomeOf(answers)];
    process.stdout.write(
      json ? `${writeJson(listExamination(answers))}\n` : describeExamination(answers),
    );
  },
});
