import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineCommand } from 'citty';
import { readPlain } from '@tamizdat/files';
import { MAX_BYTES, parseBundle, parseMirrors } from '@tamizdat/verify';
import { readNow } from '../clock/read-now.ts';
import { UsageError } from '../frame/usage-error.ts';
import { isWithin } from '../keys/is-within.ts';
import { refuseKeysInside } from '../release/find-outlet.ts';
import { proxyArgument, readProxy } from '../mirror/proxy-argument.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { describeHeld, isHeld } from './list-held.ts';
import { nameMirrors } from './name-mirrors.ts';
import { signList } from './sign-list.ts';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'sign',
    description: say({
      en: 'Sign the list of mirrors in content/mirrors.yaml for the present release, without a build. Keys as for release. Exit codes: 0 signed, 1 failed, 2 usage.',
      ru: 'Подписать список зеркал из content/mirrors.yaml для нынешнего выпуска, без сборки. Ключи те же, что для выпуска. Коды выхода: 0 подписано, 1 не получилось, 2 ошибка вызова.',
    }),
  },
  args: {
    tree: {
      type: 'positional',
      description: say({ en: 'Folder of the released tree', ru: 'Папка выпущенного дерева' }),
      required: true,
    },
    keys: {
      type: 'string',
      description: say({
        en: 'Folder of the keys, or of root.json alone where the keys stand in the environment',
        ru: 'Папка ключей или одного root.json, если ключи стоят в переменных',
      }),
      valueHint: 'folder',
      required: true,
    },
    again: {
      type: 'boolean',
      description: say({
        en: 'Sign the same list as a further one: programs take over a list that lost more than half of the mirrors only when it is signed twice',
        ru: 'Подписать тот же список ещё раз: список, потерявший больше половины зеркал, программы принимают, только когда он подписан дважды',
      }),
      default: false,
    },
    content: contentArgument,
    proxy: proxyArgument,
    json: {
      type: 'boolean',
      description: say({
        en: 'Print what was signed as JSON',
        ru: 'Напечатать подписанное как JSON',
      }),
      default: false,
    },
  },
  async run({ args }) {
    const [tree, keys] = [path.resolve(args.tree), path.resolve(args.keys)];
    refuseUnreleased(tree);
    refuseKeysInside(isWithin(keys, tree), keys, tree);
    const former = readSigned(tree);
    const proxy = readProxy(args.proxy);
    const place = { tree, keys, content: args.content, proxy, now: readNow() };
    const { head, mirrors } = await signList(place, args.again);
    const { number } = parseMirrors(head.mirrors);
    const isWaiting = !args.again && isHeld(former, head.mirrors);
    const count = mirrors.length;
    const named = count === 0 ? '' : ` (${nameMirrors(mirrors).join(', ')})`;
    const lines = [
      say({
        en: `List ${number} of mirrors, signed: ${count}${named}`,
        ru: `Подписан список зеркал ${number}, адресов: ${count}${named}`,
      }),
      ...mirrors.map(({ base }) => `  ${base}`),
      ...(isWaiting ? [describeHeld()] : []),
    ];
    process.stdout.write(
      args.json
        ? `${JSON.stringify({ number, mirrors, isHeld: isWaiting }, undefined, 2)}\n`
        : `${lines.join('\n')}\n`,
    );
  },
});

/** The signed list of a tree; undefined where it is too long for the bundle, so that nothing is said. */
function readSigned(tree: string): Uint8Array | undefined {
  const bundle = readPlain(path.join(tree, 'release/bundle.json'), MAX_BYTES.bundle);
  return parseBundle(bundle).files.mirrors;
}

/** A slip in the folder's name must not count as signed. @throws UsageError */
function refuseUnreleased(tree: string): void {
  if (existsSync(path.join(tree, 'release/bundle.json'))) return;
  throw new UsageError(
    say({
      en: `There is no signed release in ${tree}: release/bundle.json is missing. Name the folder of the released tree, such as dist; “tamizdat release” makes one.`,
      ru: `В ${tree} нет подписанного выпуска: не хватает release/bundle.json. Укажите папку выпущенного дерева, например dist; её делает «tamizdat release».`,
    }),
  );
}
