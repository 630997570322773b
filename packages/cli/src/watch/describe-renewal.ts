import type { Blindness } from '@tamizdat/mirrors/watch';
import type { InBoth } from '@tamizdat/problem';

import { say } from '../language/say.ts';
import type { Decision } from './decide-renewal.ts';

/** What became of the names. */
export interface Renewed extends Decision {
  /** Whether nothing was changed, as was asked. */
  isDry: boolean;
  /** Why the look could say nothing of a block, so that none was given up. */
  blind: Blindness | undefined;
  /** Whether another list was signed. */
  isSigned: boolean;
  /** Mirrors that have not got it. */
  unpublished: readonly string[];
}

/** What is told of a renewal that cannot be begun. */
export const nameRefused = {
  rules: {
    en: 'content/mirrors.yaml says no rules for names that give way by themselves. Example: renewal: { alive: 3, looks: 3, minutes: 30, daily: 4 } (docs/addresses.md).',
    ru: 'В content/mirrors.yaml нет правил, по которым имена сменяются сами. Пример: renewal: { alive: 3, looks: 3, minutes: 30, daily: 4 } (docs/addresses.md).',
  },
  keys: {
    en: '--renew needs --keys: the folder of the keys, or of root.json alone where TAMIZDAT_KEY_ADDRESSES, TAMIZDAT_KEY_SNAPSHOT and TAMIZDAT_KEY_TIMESTAMP hold them.',
    ru: 'Для --renew нужен --keys: папка ключей или одного root.json, если ключи стоят в TAMIZDAT_KEY_ADDRESSES, TAMIZDAT_KEY_SNAPSHOT и TAMIZDAT_KEY_TIMESTAMP.',
  },
} satisfies Record<string, InBoth>;

/** What a person has to do, if anything. */
export function listAsked({
  plan,
  channels,
  stuck,
  servers,
  feeds,
  spent,
  foreign,
  unpublished,
  blind,
}: Renewed): string[] {
  const { asked, lacking } = plan;
  const mirrors = unpublished.join(', ');
  return [
    ...(blind === undefined ? [] : [say(toldBlind[blind])]),
    ...(spent.length > 0 ? [askAboutCopy(spent.length)] : []),
    ...(foreign > 0 ? [askAboutForeign(foreign)] : []),
    ...(stuck.length > 0 ? [askToRetire(nameDead(stuck))] : []),
    ...(servers.length > 0 ? [askAboutServers(nameDead(servers))] : []),
    ...(feeds.length > 0 ? [askAboutFeeds(feeds.join(', '))] : []),
    ...channels.filter(({ ready }) => ready === 0).map(({ channel }) => askForNames(channel)),
    ...(asked > 0
      ? [
          say({
            en: `${asked} more names are wanted than a day allows (renewal.daily). Look why so many die before you allow more.`,
            ru: `Нужно ещё ${asked} имён, но больше за сутки нельзя (renewal.daily). Прежде чем разрешить больше, выясните, почему их гибнет столько.`,
          }),
        ]
      : []),
    ...(lacking > 0
      ? [
          say({
            en: `${lacking} more names are wanted than are ready. Make some: tamizdat address new --count 20`,
            ru: `Не хватает готовых имён: ${lacking}. Создайте их: tamizdat address new --count 20`,
          }),
        ]
      : []),
    ...(unpublished.length > 0
      ? [
          say({
            en: `The list is signed, and these mirrors have not got it: ${mirrors}. The next run tries again; why it failed tells: tamizdat publish`,
            ru: `Список подписан, но его не получили зеркала: ${mirrors}. Следующий запуск попробует ещё раз; причину назовёт tamizdat publish`,
          }),
        ]
      : []),
  ];
}

/** What a person has to do about a vantage point that cannot tell. */
const toldBlind: Record<Blindness, InBoth> = {
  'nothing-opens': {
    en: 'Nothing at all opens from here, so that it may be the network or the proxy: no name was given up. Look yourself. Where “renewal.controls” in content/mirrors.yaml names addresses that do open there, a block can be told (docs/addresses.md).',
    ru: 'Отсюда не открывается ничего, и дело может быть в сети или прокси: ни одно имя не отмечено сгоревшим. Проверьте сами. Если назвать в «renewal.controls» (content/mirrors.yaml) адреса, которые там открываются, блокировку удастся отличить (docs/addresses.md).',
  },
  'every-name': {
    en: 'From here names that cannot exist have an answer, so that what answers may not be the mirrors: no name was given up. Look through another vantage point, or with another DNS server.',
    ru: 'Отсюда отвечают даже имена, которых не может быть, и отвечать могут не зеркала: ни одно имя не отмечено сгоревшим. Проверьте через другой прокси или с другим сервером DNS.',
  },
};

const nameDead = (dead: Decision['stuck']): string =>
  dead.map(({ label, state }) => `${label} (${state})`).join(', ');

const askToRetire = (names: string): string =>
  say({
    en: `No rule can replace what is not in the book: ${names}. Take it out of content/mirrors.yaml and announce another (tamizdat mirror retire, tamizdat mirror promote); for a mirror with a wildcard change its “names”. The next run signs and publishes the list.`,
    ru: `По правилам не заменить то, чего нет в книге: ${names}. Уберите это из content/mirrors.yaml и объявите другое зеркало (tamizdat mirror retire, tamizdat mirror promote); у зеркала со звёздочкой поменяйте «names». Следующий запуск подпишет и опубликует список.`,
  });

const askAboutServers = (names: string): string =>
  say({
    en: `These open neither through the proxy nor from this machine, so that it is no block and another name would not help: ${names}. Mend the server, its certificate or what stands before it; “tamizdat watch <address>” without a proxy says what it shows.`,
    ru: `Не открываются ни через прокси, ни с этой машины, так что это не блокировка, и другое имя не поможет: ${names}. Почините сервер, его сертификат или то, что стоит перед ним; что он показывает, скажет «tamizdat watch <адрес>» без прокси.`,
  });

const askAboutFeeds = (mirrors: string): string =>
  say({
    en: `The feeds of these mirrors lead to a name that is given up, so that no subscriber’s link opens: ${mirrors}. Write another name into “feeds” in content/mirrors.yaml (tamizdat address take --channel feeds), then: tamizdat publish`,
    ru: `Ленты этих зеркал ведут на сгоревшее имя, и ссылки подписчиков не открываются: ${mirrors}. Впишите в «feeds» (content/mirrors.yaml) другое имя (tamizdat address take --channel feeds), затем: tamizdat publish`,
  });

const askAboutCopy = (count: number): string =>
  say({
    en: `book-old: The book of names is an older copy: of ${count} names it does not know that they were given up, or shown before. They are given up, and not shown again. Make new ones: tamizdat address new --count 20`,
    ru: `book-old: Книга имён — прежняя копия: в ней не отмечено, что имена (${count}) уже сгорели или побывали в списке. Они отмечены сгоревшими и больше не появятся. Создайте новые: tamizdat address new --count 20`,
  });

const askAboutForeign = (count: number): string =>
  say({
    en: `${count} names of the channel “list” lie under no address that content/mirrors.yaml or the list of reserve mirrors names, and are not shown. Where the mirror is gone, give them up (tamizdat address burn); where it is yours, name it in one of the two. If neither is so, somebody altered the book: put yesterday’s copy in its place.`,
    ru: `Имён канала «list», которых нет ни под одним адресом из content/mirrors.yaml и списка резервных зеркал: ${count}. Их не покажут. Если зеркала больше нет, отметьте их сгоревшими (tamizdat address burn); если оно ваше, впишите его в один из этих файлов. Если ни то, ни другое, книгу кто-то изменил: верните вчерашнюю копию.`,
  });

const askForNames = (channel: string): string =>
  say({
    en: `The channel “${channel}” has no name ready. Make some: tamizdat address new --channel ${channel} --count 20`,
    ru: `В канале «${channel}» нет готовых имён. Создайте их: tamizdat address new --channel ${channel} --count 20`,
  });

/** Names of a channel are for its readers alone: they are counted, and the next are shown when somebody asks for them. */
const describeChannel = ({ channel, burned, ready }: Decision['channels'][number]): string =>
  say({
    en: `In the channel “${channel}”: ${burned.length} blocked, ${ready} ready. Show the next: tamizdat address take --channel ${channel}`,
    ru: `В канале «${channel}»: заблокировано ${burned.length}, готовых ${ready}. Покажите следующие: tamizdat address take --channel ${channel}`,
  });

/** What was done. Names that come are counted, and not named: until they are signed nobody is to read them in a log. */
export function describeRenewal(renewed: Renewed): string {
  const { plan, channels, isDry, isSigned } = renewed;
  const given = nameDead(plan.burned);
  const came = plan.brought.length;
  const done = isDry
    ? say({
        en: `Nothing was changed. Would be given up: ${given || 'none'}; would come: ${came}.`,
        ru: `Ничего не изменено. Сгорели бы: ${given || 'ни одного'}; пришло бы новых: ${came}.`,
      })
    : say({
        en: `Given up: ${given || 'none'}; new: ${came}.`,
        ru: `Сгорели: ${given || 'ни одного'}; новых: ${came}.`,
      });
  const signed = isSigned
    ? [say({ en: 'The list is signed anew.', ru: 'Список подписан заново.' })]
    : [];
  const elsewhere = channels.map(describeChannel);
  return `${[done, ...elsewhere, ...signed, ...listAsked(renewed)].join('\n')}\n`;
}

/** The same for programs. */
export const listRenewal = (renewed: Renewed): object => ({
  burned: renewed.plan.burned,
  brought: renewed.plan.brought.length,
  dropped: renewed.plan.dropped,
  asked: renewed.plan.asked,
  lacking: renewed.plan.lacking,
  channels: renewed.channels.map(({ channel, burned, ready }) => ({
    ...{ channel, burned: burned.length, ready },
  })),
  stuck: renewed.stuck,
  servers: renewed.servers,
  feeds: renewed.feeds,
  spent: renewed.spent.length,
  foreign: renewed.foreign,
  blind: renewed.blind ?? null,
  dryRun: renewed.isDry,
  signed: renewed.isSigned,
  unpublished: renewed.unpublished,
});
