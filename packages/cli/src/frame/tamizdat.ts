import { defineCommand } from 'citty';
import { say } from '../language/say.ts';

/** The command and its sub-commands, each loaded only when it is called. */
export const tamizdat = defineCommand({
  meta: {
    name: 'tamizdat',
    version: '0.0.0',
    description: say({
      en: 'A news site as a tree of files that any host can mirror.',
      ru: 'Новостной сайт в виде дерева файлов, которое может отразить любой сервер.',
    }),
  },
  subCommands: {
    import: () => import('../import/command.ts').then((module) => module.default),
    export: () => import('../export/command.ts').then((module) => module.default),
    init: () => import('../init/command.ts').then((module) => module.default),
    doctor: () => import('../doctor/command.ts').then((module) => module.default),
    upgrade: () => import('../upgrade/command.ts').then((module) => module.default),
    check: () => import('../check/command.ts').then((module) => module.default),
    new: () => import('../new/command.ts').then((module) => module.default),
    ready: () => import('../ready/command.ts').then((module) => module.default),
    withdraw: () => import('../take-back/withdraw-command.ts').then((module) => module.default),
    remove: () => import('../take-back/remove-command.ts').then((module) => module.default),
    article: () => import('../article/command.ts').then((module) => module.default),
    edition: () => import('../edition/command.ts').then((module) => module.default),
    stick: () => import('../stick/command.ts').then((module) => module.default),
    id: () => import('../id/command.ts').then((module) => module.default),
    build: () => import('../build/command.ts').then((module) => module.default),
    tree: () => import('../tree/command.ts').then((module) => module.default),
    serve: () => import('../serve/command.ts').then((module) => module.default),
    dev: () => import('../dev/command.ts').then((module) => module.default),
    editor: () => import('../editor/command.ts').then((module) => module.default),
    newsletter: () => import('../newsletter/command.ts').then((module) => module.default),
    keys: () => import('../keys/command.ts').then((module) => module.default),
    release: () => import('../release/command.ts').then((module) => module.default),
    refresh: () => import('../refresh/command.ts').then((module) => module.default),
    ship: () => import('../ship/command.ts').then((module) => module.default),
    publish: () => import('../publish/command.ts').then((module) => module.default),
    mirrors: () => import('../mirrors/command.ts').then((module) => module.default),
    verify: () => import('../verify/command.ts').then((module) => module.default),
    address: () => import('../address/command.ts').then((module) => module.default),
    mirror: () => import('../mirror/command.ts').then((module) => module.default),
    state: () => import('../state/command.ts').then((module) => module.default),
    watch: () => import('../watch/command.ts').then((module) => module.default),
    forge: () => import('../forge/command.ts').then((module) => module.default),
    clock: () => import('../clock/command.ts').then((module) => module.default),
  },
});
