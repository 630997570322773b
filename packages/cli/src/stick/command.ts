import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Archive, buildClock, type Content } from '@tamizdat/archive';
import { makeFolderFor } from '@tamizdat/files';
import { openMedia } from '@tamizdat/media';
import { setContent } from '@tamizdat/render';
import { contentSources, ownHosts } from '@tamizdat/take-along';
import { defineCommand } from 'citty';
import { readContent } from '../build/read-content.ts';
import { readNowText } from '../clock/read-now.ts';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import { parseBase } from '../newsletter/options.ts';
import { defaultContent, mediaFolder } from '../repository/folders.ts';
import { namedMirrors } from '../take-along/named-mirrors.ts';
import { args, type Form, type Options, parseForm, parsePictures } from './arguments.ts';
import { choose, type Chosen, yearsOf } from './choose.ts';
import type { Setting } from './compose.ts';
import { makeOne } from './make-one.ts';
import { makeXdc } from './make-xdc.ts';
import { makeZim } from './make-zim.ts';
import type { Making } from './making.ts';
import { verifyOut } from './place-out.ts';
import { describe, type Report } from './report.ts';
import { describeSizes, measureYears } from './sizes.ts';

const MAKERS: Record<Form, (making: Making) => Promise<Report>> = {
  folder: makeOne,
  zip: makeOne,
  zim: makeZim,
  xdc: makeXdc,
};

export default defineCommand({
  meta: {
    name: 'stick',
    description: say({
      en: 'Articles of some years to take along: a folder or zip of pages with a search that works without a network, a ZIM for Kiwix, or an app for messengers. Exit codes: 0 done, 1 failed or errors in the content, 2 usage or nothing to take along.',
      ru: 'Статьи за несколько лет, чтобы взять с собой: папка или zip со страницами и поиском, которым не нужна сеть, ZIM для Kiwix или приложение для мессенджеров. Коды выхода: 0 готово, 1 не вышло или в содержимом ошибки, 2 ошибка вызова или брать нечего.',
    }),
  },
  args,
  async run({ args: options }) {
    const form = parseForm(options.as);
    parsePictures(options.pictures, form);
    const root = path.resolve(options.content ?? defaultContent);
    const now = readNowText();
    const read = await readContent(root, now);
    if (read === undefined) {
      process.exitCode = 1;
      return;
    }
    const content = setContent(read);
    // Of the content and not of the moment: so whoever makes it gets the same bytes.
    const clock = buildClock({ ...content, fronts: content.fronts.values() }, now);
    const door = new Archive(() => Promise.resolve(content), { clock });
    const chosen = await choose(door, options);
    const media = openMedia({ cacheFolder: mediaFolder(process.env) });
    const place = { content: root, media, sources: contentSources(root, media) };
    const setting = settingOf(door, content, options, form);
    if (options.sizes) {
      const sizes = await measureYears(door, chosen, place, setting);
      print(options, sizes, describeSizes(sizes));
      return;
    }
    const made: Report[] = [];
    const parts = partsOf(form, options, chosen, content);
    const [takeAway = () => undefined] = parts.map(({ out }) => makeFolderFor(path.dirname(out)));
    try {
      for (const { out, editions } of parts)
        made.push(await MAKERS[form]({ door, form, out, editions, place, setting, options }));
    } catch (error) {
      // The same command, run again, would be refused for the languages that were made.
      for (const { out } of made) rmSync(out, { recursive: true, force: true });
      takeAway();
      throw error;
    }
    print(options, made, made.map(describe).join(''));
  },
});

function settingOf(door: Archive, content: Content, options: Options, form: Form): Setting {
  const base = parseBase(options.base ?? content.outlet.origin);
  return {
    door,
    base,
    addresses: options.links,
    hosts: ownHosts(content.outlet, content.mirrors),
    // A messenger opens no link out of an app.
    links: options.links && form !== 'xdc',
    mirrors: (lang) => namedMirrors(content, lang, base),
    pictures: parsePictures(options.pictures, form) !== undefined,
    // Kiwix searches by itself, and puts a bar on the pages.
    search: form !== 'zim',
    policy: form !== 'zim',
  };
}

/** What goes into which file: all languages into one folder or zip, else a file for each. All places are judged first. */
function partsOf(
  form: Form,
  { out, years, lang, signed, links }: Options,
  chosen: readonly Chosen[],
  { outlet }: Content,
): { out: string; editions: readonly Chosen[] }[] {
  if (years === undefined && form !== 'xdc') throw new UsageError(describeYears(chosen));
  if (out === undefined)
    throw new UsageError(
      say({
        en: `--out says where to write, such as --out ${form === 'folder' ? 'window' : `window.${form}`}.`,
        ru: `--out говорит, куда писать, например --out ${form === 'folder' ? 'okno' : `okno.${form}`}.`,
      }),
    );
  verifyEnding(form, out);
  verifySigned(form, signed, links);
  if (form === 'folder' || form === 'zip') return [{ out: verifyOut(out), editions: chosen }];
  const isAlone = lang !== undefined || outlet.languages.length === 1;
  return chosen.map((one) => ({
    out: verifyOut(isAlone ? out : out.replace(/\.[^.]+$/, `.${one.lang}$&`)),
    editions: [one],
  }));
}

function verifyEnding(form: Form, out: string): void {
  if (form === 'folder' || new RegExp(`[^/\\\\]\\.${form}$`, 'i').test(out)) return;
  throw new UsageError(
    say({
      en: `--out is a file that ends in .${form}, such as window.${form}.`,
      ru: `--out — файл, имя которого кончается на .${form}, например okno.${form}.`,
    }),
  );
}

function verifySigned(form: Form, signed: string | undefined, links: boolean): void {
  if (signed === undefined) return;
  if (!links)
    throw new UsageError(
      say({
        en: '--signed does not go with --no-links: addresses stand in signed texts, and who takes one out makes the signature wrong. Leave out one of the two.',
        ru: '--signed не сочетается с --no-links: в подписанных текстах стоят адреса, а без них подпись не сойдётся. Уберите одно из двух.',
      }),
    );
  if (form !== 'folder' && form !== 'zip')
    throw new UsageError(
      say({
        en: `--signed is for a folder or a zip: readers of .${form} files cannot get at single files.`,
        ru: `--signed — только для папки и zip: из .${form} читателю отдельный файл не достать.`,
      }),
    );
  if (existsSync(path.join(signed, 'release/bundle.json'))) return;
  throw new UsageError(
    say({
      en: `--signed is the folder of a built and signed tree, and ${signed} has no release/bundle.json.`,
      ru: `--signed — папка собранного и подписанного дерева, а в ${signed} нет release/bundle.json.`,
    }),
  );
}

const describeYears = (chosen: readonly Chosen[]): string => {
  const years = yearsOf(chosen).join(', ');
  return say({
    en: `--years says which: there are articles of ${years}. How much each takes says tamizdat stick --sizes.`,
    ru: `--years говорит, какие годы взять; статьи есть за ${years}. Сколько места занимает каждый, скажет tamizdat stick --sizes.`,
  });
};

function print({ json }: Options, value: unknown, text: string): void {
  process.stdout.write(json ? `${JSON.stringify(value, undefined, 2)}\n` : text);
}
