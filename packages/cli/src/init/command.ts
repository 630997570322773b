import path from 'node:path';
import { judgeFolder } from '@tamizdat/archive';
import { defineCommand } from 'citty';
import { readNowText } from '../clock/read-now.ts';
import { UsageError } from '../frame/usage-error.ts';
import { askNewPassphrase } from '../keys/ask-passphrase.ts';
import { writeForgeTemplates } from '../forge/write-templates.ts';
import { say } from '../language/say.ts';
import { withTerminal } from '../new/questions.ts';
import { defaultContent, defaultTree } from '../repository/folders.ts';
import { args } from './arguments.ts';
import { makeContent, refusePlan, untranslated } from './make-content.ts';
import { describeNext } from './next-steps.ts';
import { hasKeys, keysBeside, makeOwnKeys, takeKeys } from './own-keys.ts';
import { askPlan } from './plan.ts';

export default defineCommand({
  meta: {
    name: 'init',
    description: say({
      en: 'Make an outlet of your own: a content folder with nothing of the sample, and its keys. On a terminal it asks for what no option says. The passphrase of the keys is asked for, or taken from TAMIZDAT_PASSPHRASE. Exit codes: 0 made, 1 refused, 2 usage.',
      ru: 'Сделать своё издание: папку содержимого, в которой от образца нет ничего, и ключи. В терминале спрашивает то, чего нет в ключах вызова. Пароль ключей спрашивает или берёт из TAMIZDAT_PASSPHRASE. Коды выхода: 0 сделано, 1 отказ, 2 ошибка вызова.',
    }),
  },
  args,
  async run({ args: options }) {
    const content = path.resolve(options.content ?? defaultContent);
    const isSample = refuseOwn(content);
    const home = path.dirname(content);
    const now = readNowText();
    const plan = await withTerminal((ask) =>
      askPlan(options, ask, { keys: keysBeside(content), isSample }),
    );
    refusePlan(plan, now);
    const keys = hasKeys(plan.keys)
      ? await takeKeys(plan.keys)
      : makeOwnKeys(plan.keys, await askNewPassphrase(), [
          content,
          path.join(home, 'dist'),
          defaultTree,
        ]);
    const former = makeContent(content, plan, keys, now);
    const forge = writeForgeTemplates(content);
    const made = {
      content,
      keys: plan.keys,
      fingerprint: keys.fingerprint,
      sheets: keys.sheets,
      untranslated: untranslated(plan.languages),
      fingerprintAt: plan.fingerprintAt,
      forge,
      ...(former === undefined ? {} : { former }),
    };
    process.stdout.write(
      options.json ? `${JSON.stringify(made, undefined, 2)}\n` : describeNext(made),
    );
  },
});

/** Files of one's own that are named. */
const SHOWN = 5;

/** @returns whether the sample stands there @throws UsageError where somebody's own work does */
function refuseOwn(content: string): boolean {
  const { whose, own } = judgeFolder(content);
  if (whose === 'nobody' || (whose === 'sample' && own.length === 0)) return whose === 'sample';
  const names = own.slice(0, SHOWN).join(', ') + (own.length > SHOWN ? ' …' : '');
  throw new UsageError(
    whose === 'sample'
      ? say({
          en: `${content} holds the sample and files that are not the sample’s: ${names}. Move them elsewhere or put the sample’s back (“git restore content”), then run this again. Nothing was changed.`,
          ru: `В ${content} лежит образец и файлы не из образца: ${names}. Перенесите их в другое место или верните файлы образца («git restore content») и запустите ещё раз. Ничего не изменено.`,
        })
      : say({
          en: `${content} holds an outlet already. To change it, edit content/outlet.yaml; “tamizdat check” says what of the sample is left. For another outlet, name a folder with --content. Nothing was changed.`,
          ru: `В ${content} уже есть издание. Чтобы его изменить, правьте content/outlet.yaml; «tamizdat check» скажет, что осталось от образца. Для другого издания назовите папку через --content. Ничего не изменено.`,
        }),
  );
}
