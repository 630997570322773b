import { type Mirror, nearest, type Outlet } from '@tamizdat/article-schema';
import { openWell, type Well } from '@tamizdat/mirrors/addresses';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import { refuseDomain } from './judge-domain.ts';
import { loadReserve, reserveName } from '../reserve/load-reserve.ts';

/**
 * Finds where names are to be made: a wildcard address, or a mirror that is announced or in reserve.
 * @param under What was typed; where undefined, the mirrors with a wildcard, so that names lie in several domains.
 * @throws UsageError; AddressError `no-names-under`
 */
export function findWells(
  outlet: Pick<Outlet, 'origin' | 'tagAuthority'>,
  ...given: Parameters<typeof openWells>
): Well[] {
  const wells = openWells(...given);
  for (const { domain } of wells) refuseDomain(domain, outlet);
  return wells;
}

function openWells(
  mirrors: readonly Mirror[],
  channel: string,
  { under, domain }: { under?: string | undefined; domain?: string | undefined },
): Well[] {
  if (under !== undefined && /^https:\/\/[^/\s]+\/([A-Za-z0-9-._~/:]+\/)?$/.test(under))
    return [openWell(under.toLowerCase(), domain)];
  const known = [
    ...mirrors.map((mirror) => ({ name: mirror.name, mirror })),
    ...loadReserve().map((mirror, at) => ({ name: reserveName(at), mirror })),
  ];
  if (under !== undefined) {
    const found = known.find(({ name }) => name === under);
    if (found !== undefined) return [openWell(addressOf(found.mirror), domain)];
    throw refuseUnknown(
      under,
      known.map(({ name }) => name),
    );
  }
  const wild = known
    .map(({ mirror }) => mirror)
    .filter((one) => one.wildcard !== undefined && (one.channel ?? channel) === channel);
  if (wild.length > 0) return wild.map((one) => openWell(addressOf(one)));
  throw new UsageError(
    say({
      en: 'Under which mirror are the names? Name one: --under harbour --domain example.net, or --under https://*.example.net/. Without --under names are made under all mirrors with a wildcard that are for the channel; there is none.',
      ru: 'Под каким зеркалом создать имена? Назовите его: --under harbour --domain example.net или --under https://*.example.net/. Без --under имена создаются под всеми зеркалами со звёздочкой, которые годятся для канала; таких нет.',
    }),
  );
}

const addressOf = ({ base, wildcard }: Mirror): string => wildcard ?? base;

function refuseUnknown(given: string, names: readonly string[]): UsageError {
  const meant = nearest(given, names);
  const shown = names.join(', ');
  const [en, ru] =
    meant === undefined
      ? [`There are: ${shown || 'none'}.`, `Есть: ${shown || 'ни одного'}.`]
      : [`Did you mean “${meant}”?`, `Имелось в виду «${meant}»?`];
  return new UsageError(
    say({
      en: `There is no mirror “${given}”. ${en}`,
      ru: `Зеркала «${given}» нет. ${ru}`,
    }),
  );
}
