import type { BurnedName, ChannelSummary } from '@tamizdat/mirrors/addresses';
import { say } from '../language/say.ts';

type Shown = ChannelSummary & { reserve?: readonly string[] };

/** Says of each channel how its names fared. */
export function describeChannels(channels: readonly Shown[]): string {
  if (channels.length === 0)
    return say({
      en: 'No names were made yet: tamizdat address new\n',
      ru: 'Имён ещё нет: tamizdat address new\n',
    });
  return `${channels.map(describeChannel).join('\n\n')}\n`;
}

function describeChannel(one: Shown): string {
  return [
    countNames(one),
    ...one.burned.map((name) => `  ${describeBurned(name)}`),
    ...(one.medianHours === undefined ? [] : [`  ${describeMedian(one.medianHours)}`]),
    ...(one.isRead ? [`  ${ADVICE()}`] : []),
    ...(one.reserve ?? []).map((base) => `  ${base}`),
  ].join('\n');
}

const countNames = ({ channel, alive, ready, burned }: Shown): string =>
  say({
    en: `${channel}: ${alive} out, ${ready} ready, ${burned.length} burned`,
    ru: `${channel}: в ходу ${alive}, готовых ${ready}, сгорело ${burned.length}`,
  });

function describeBurned({ base, hours, burned, why }: BurnedName): string {
  const date = new Date(burned).toISOString().slice(0, 16).replace('T', ' ');
  const life =
    hours === undefined
      ? say({ en: 'before it was shown', ru: 'до того, как его показали' })
      : say({ en: `after ${lifeOf(hours)}`, ru: `через ${lifeOf(hours)}` });
  return `${base}  ${date}  ${life}  ${why}`;
}

const describeMedian = (hours: number): string =>
  say({
    en: `Half of them were gone after ${lifeOf(hours)}.`,
    ru: `Половина сгорела за ${lifeOf(hours)}.`,
  });

const ADVICE = (): string =>
  say({
    en: 'Names die here within hours: this channel is read by those who block. Show it no names that stand elsewhere too, and think of whom it is for.',
    ru: 'Имена здесь гибнут за часы: этот канал читают те, кто блокирует. Не показывайте в нём имён, которые стоят и в других местах, и подумайте, для кого он.',
  });

const DAY_HOURS = 24;

/** A life in days where it lasted two or more, else in hours. */
function lifeOf(hours: number): string {
  const [number, en, ru] =
    hours >= 2 * DAY_HOURS ? [hours / DAY_HOURS, 'd', 'дн.'] : [hours, 'h', 'ч'];
  return say({ en: `${number.toFixed(1)} ${en}`, ru: `${number.toFixed(1)} ${ru}` });
}
