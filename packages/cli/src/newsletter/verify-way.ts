import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import type { Options } from './arguments.ts';
import { verifyAddresses } from './mail-address.ts';
import { parsePictures } from './options.ts';
import { verifySubject } from './verify-text.ts';

/** What is wrong with the command is told before anything is made. @throws UsageError */
export function verifyWay(options: Options): void {
  const { send, draft, to, from, lists, pictures, subject } = options;
  parsePictures(pictures);
  if (subject !== undefined) verifySubject(subject);
  verifyAddresses(options);
  verifyIssue(options);
  if (send && draft)
    throw new UsageError(
      say({ en: 'Either --send or --draft, not both.', ru: 'Или --send, или --draft.' }),
    );
  if (send && !process.env['TAMIZDAT_SMTP'])
    throw new UsageError(
      say({
        en: '--send takes its server from TAMIZDAT_SMTP, which is not set.',
        ru: '--send берёт сервер из TAMIZDAT_SMTP, а она не задана.',
      }),
    );
  if (send && (!to || !from))
    throw new UsageError(
      say({ en: '--send needs --from and --to.', ru: 'Для --send нужны --from и --to.' }),
    );
  if (draft && !process.env['TAMIZDAT_LISTMONK'])
    throw new UsageError(
      say({
        en: '--draft takes its server from TAMIZDAT_LISTMONK, which is not set.',
        ru: '--draft берёт сервер из TAMIZDAT_LISTMONK, а она не задана.',
      }),
    );
  if (draft && (!lists || !['linked', 'none'].includes(pictures ?? '')))
    throw new UsageError(
      say({
        en: '--draft needs --lists, and --pictures linked or none: listmonk takes no parts.',
        ru: 'Для --draft нужны --lists и --pictures linked или none: частей listmonk не принимает.',
      }),
    );
}

function verifyIssue({ issue, week, now, ids, why }: Options): void {
  if (issue !== undefined && week !== undefined)
    throw new UsageError(
      say({
        en: 'Either --issue or --week, not both: they mean the same.',
        ru: 'Или --issue, или --week: это одно и то же.',
      }),
    );
  if (now && (issue ?? week) !== undefined)
    throw new UsageError(
      say({
        en: 'Either --now or --issue: an extra letter has no days.',
        ru: 'Или --now, или --issue: у внеочередного письма нет дней.',
      }),
    );
  if (!now && (ids ?? why) !== undefined)
    throw new UsageError(
      say({
        en: '--ids and --why belong to --now, an extra letter.',
        ru: '--ids и --why относятся к внеочередному письму, --now.',
      }),
    );
}
