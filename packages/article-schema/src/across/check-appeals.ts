import { instantOf } from '../rules/instant.ts';
import { asksIn } from '../rules/support-editions.ts';
import type { Appeal } from '../schema/appeal.ts';
import type { Outlet } from '../schema/outlet.ts';
import type { AcrossFinding } from './check-across.ts';

/** Appeals that nobody will see: over at `now` (RFC 3339; not checked where absent), or in an edition that does not ask. */
export function checkAppeals(
  outlet: Outlet,
  appeals: readonly Appeal[],
  now: string | undefined,
): AcrossFinding[] {
  return appeals.flatMap(({ file, lang, until }): AcrossFinding[] => [
    ...(asksIn(outlet, lang) ? [] : [{ path: file, finding: unasked(lang) }]),
    ...(now === undefined || until === undefined || instantOf(until) > instantOf(now)
      ? []
      : [{ path: file, finding: expired(until) }]),
  ]);
}

const unasked = (lang: string) => ({
  code: 'appeal-without-support',
  severity: 'warning' as const,
  path: [],
  message: `The appeal is not shown: “support” in outlet.yaml does not ask in “${lang}”.`,
  remedy: 'Add “support” to outlet.yaml, or the language to its “editions”, or remove the file.',
  ru: {
    message: `Просьбу о поддержке не покажут: «support» в outlet.yaml не просит на языке «${lang}».`,
    remedy: 'Добавьте «support» в outlet.yaml, или язык в «editions», или уберите файл.',
  },
});

const expired = (until: string) => ({
  code: 'appeal-expired',
  severity: 'warning' as const,
  path: ['until'],
  found: until,
  message: `The appeal ended on ${until} and is not shown any more.`,
  remedy: 'Remove the file, or write a later time.',
  ru: {
    message: `Срок просьбы о поддержке вышел ${until}, её больше не показывают.`,
    remedy: 'Уберите файл или напишите более позднее время.',
  },
});
