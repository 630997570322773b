import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import type { Options } from './arguments.ts';
import { parsePictures } from './options.ts';
import { verifySubject } from './verify-text.ts';

/** What is wrong with the command is told before anything is made. @throws UsageError */
export function verifyWay(options: Options): void {
  const { send, draft, to, from, lists, pictures, subject } = options;
  parsePictures(pictures);
  if (subject !== undefined) verifySubject(subject);
  verifyIssue(options);
  if (send && draft) throw new UsageError('Either --send or --draft, not both.');
  if (send && !process.env['TAMIZDAT_SMTP'])
    throw new UsageError('--send takes its server from TAMIZDAT_SMTP, which is not set.');
  if (send && (!to || !from)) throw new UsageError('--send needs --from and --to.');
  if (draft && !process.env['TAMIZDAT_LISTMONK'])
    throw new UsageError('--draft takes its server from TAMIZDAT_LISTMONK, which is not set.');
  if (draft && (!lists || !['linked', 'none'].includes(pictures ?? '')))
    throw new UsageError(
      '--draft needs --lists, and --pictures linked or none: listmonk takes no parts.',
    );
}

function verifyIssue({ issue, week, now, ids, why }: Options): void {
  if (issue !== undefined && week !== undefined)
    throw new UsageError('Either --issue or --week, not both: they mean the same.');
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
