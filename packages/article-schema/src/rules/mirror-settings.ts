import type { z } from 'zod';
import { shorten } from '../characters/count.ts';
import { MIRROR_FIELDS } from '../fields/mirror-fields.ts';
import { exampleLine } from '../fields/notes.ts';
import type { Finding, Telling } from '@tamizdat/problem';
import { type MirrorEntry, type MirrorPlace, MirrorPlaceSchema } from '../schema/mirror.ts';
import type { MirrorKind } from '../vocabulary.ts';
import { hasCredentials } from './mirror-address.ts';
import { hasSteps, isRemote } from './rclone-remote.ts';

type KeysOf<Union> = Union extends unknown ? keyof Union : never;
type Setting = Exclude<KeysOf<MirrorPlace>, 'kind'>;

/** What each kind needs, and what it may have besides. */
const SETTINGS = new Map(
  MirrorPlaceSchema.options.map(({ shape: { kind, ...settings } }) => {
    const given = Object.entries(settings) as [Setting, z.ZodType][];
    const names = (isNeeded: boolean): Setting[] =>
      given.filter(([, { def }]) => (def.type !== 'default') === isNeeded).map(([name]) => name);
    return [kind.value, { needs: names(true), may: names(false) }];
  }),
);

const ALL: readonly Setting[] = [...SETTINGS.values()].flatMap(({ needs, may }) => [
  ...needs,
  ...may,
]);

/** The findings about a mirror's settings: those its kind needs, those it has no use for, and their forms. */
export function settingFindings(mirror: Partial<MirrorEntry>, index: number): Finding[] {
  const { kind } = mirror;
  const forms = ALL.flatMap((setting) => formFindings(mirror, setting, index));
  if (kind === undefined) return forms;
  const { needs = [], may = [] } = SETTINGS.get(kind) ?? {};
  const missing = needs.filter((setting) => mirror[setting] === undefined);
  const idle = ALL.filter(
    (setting) => mirror[setting] !== undefined && ![...needs, ...may].includes(setting),
  );
  return [
    ...missing.map((setting) => missingFinding(kind, setting, index)),
    ...idle.map((setting) => idleFinding(kind, setting, index)),
    ...forms,
  ];
}

function missingFinding(kind: MirrorKind, setting: Setting, index: number): Finding {
  const notes = MIRROR_FIELDS[`mirrors[].${setting}`];
  return {
    code: 'mirror-setting-missing',
    path: ['mirrors', index, 'kind'],
    message: `A mirror of the kind “${kind}” needs “${setting}”.`,
    remedy: notes.remedy,
    ru: {
      message: `Зеркалу вида «${kind}» нужно поле «${setting}».`,
      remedy: notes.ru.remedy,
    },
    example: exampleLine(setting, notes),
  };
}

function idleFinding(kind: MirrorKind, setting: Setting, index: number): Finding {
  const right = [...SETTINGS].find(([, { needs, may }]) => [...needs, ...may].includes(setting));
  return {
    code: 'mirror-setting-idle',
    path: ['mirrors', index, setting],
    at: 'key',
    message: `A mirror of the kind “${kind}” has no use for “${setting}”.`,
    remedy: `Remove the line, or write “kind: ${right?.[0] ?? 'folder'}”.`,
    ru: {
      message: `Зеркалу вида «${kind}» поле «${setting}» не нужно.`,
      remedy: `Уберите строку или напишите «kind: ${right?.[0] ?? 'folder'}».`,
    },
  };
}

/** https, ssh or file addresses, `user@host:path`, and whole paths: git takes others for commands. */
const REPOSITORY =
  /^(?:https:\/\/[^\s-]\S*|ssh:\/\/(?:[\w.-]+@)?[^\s-]\S*|http:\/\/(?:localhost|127\.0\.0\.1|\S+\.onion)[:/]\S*|file:\/\/\/\S+|[\w.]+@[\w.][\w.-]*:[^\s-]\S*|\/.+)$/i;

const FORMS: Readonly<
  Partial<
    Record<
      Setting,
      {
        right: (text: string) => boolean;
        en: Omit<Telling, 'remedy'>;
        ru: Omit<Telling, 'remedy'>;
      }
    >
  >
> = {
  folder: {
    right: (text) => /^(?:\/|[A-Za-z]:[/\\])./.test(text) && !hasSteps(text),
    en: {
      message: 'The folder is not a whole path.',
      why: 'A part of a path would mean another folder on each machine.',
    },
    ru: {
      message: 'Путь к папке неполный.',
      why: 'Часть пути на каждой машине означала бы другую папку.',
    },
  },
  repository: {
    right: (text) => REPOSITORY.test(text) && !hasSteps(text),
    en: { message: 'The repository is not an address or a whole path that can be pushed to.' },
    ru: { message: 'Репозиторий — не адрес и не полный путь, куда можно отправлять.' },
  },
  branch: {
    right: (text) => /^[A-Za-z0-9][\w./-]*$/.test(text) && !/\.\.|\/\/|[./]$|\.lock$/.test(text),
    en: { message: 'The branch’s name is not one that git takes.' },
    ru: { message: 'Такого имени ветки git не принимает.' },
  },
  remote: {
    right: isRemote,
    en: {
      message: 'The remote is not the name of one in rclone’s configuration, a colon and a path.',
      why: 'Settings written into it would be passwords in a file that everybody reads.',
    },
    ru: {
      message: 'Это не имя хранилища из настроек rclone, двоеточие и путь.',
      why: 'Настройки, записанные прямо здесь, — это пароли в файле, который читают все.',
    },
  },
};

function formFindings(mirror: Partial<MirrorEntry>, setting: Setting, index: number): Finding[] {
  const value = mirror[setting];
  if (typeof value !== 'string') return [];
  const path = ['mirrors', index, setting];
  if (setting === 'repository' && holdsPassword(value)) return [passwordFinding(path)];
  const form = FORMS[setting];
  if (form === undefined || form.right(value)) return [];
  const notes = MIRROR_FIELDS[`mirrors[].${setting}`];
  return [
    {
      code: `mirror-${setting}-form`,
      path,
      ...(setting === 'remote' || value.includes('@') ? {} : { found: shorten(value) }),
      ...form.en,
      remedy: notes.remedy,
      ru: { ...form.ru, remedy: notes.ru.remedy },
      example: exampleLine(setting, notes),
    },
  ];
}

/** Over ssh a name alone is an account; over https it may be a token. */
const holdsPassword = (repository: string): boolean =>
  /^ssh:/i.test(repository)
    ? /^ssh:\/\/[^/@\s]*:[^/@\s]*@/i.test(repository)
    : hasCredentials(repository);

const passwordFinding = (path: Finding['path']): Finding => ({
  code: 'mirror-repository-credentials',
  path,
  message: 'The repository’s address holds a name or a password.',
  why: 'Everybody who reads the repository or its history would be able to push.',
  remedy:
    'Remove what stands before “@”, change the password or token, and give the new one to git’s credential helper.',
  ru: {
    message: 'В адресе репозитория стоит имя или пароль.',
    why: 'Каждый, кто читает репозиторий или его историю, смог бы туда писать.',
    remedy:
      'Уберите то, что стоит перед «@», смените пароль или токен и отдайте новый хранилищу паролей git.',
  },
  example: 'repository: https://pages.example/fortochka/site.git',
});
