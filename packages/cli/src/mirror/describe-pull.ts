import { type Pull, showBytes } from '@tamizdat/mirrors';
import { explainFinding } from '@tamizdat/release';
import { tell } from '../language/say.ts';

/** What came of a pull, in lines for a person: the verdict last, where it is read. */
export function describePull(pull: Pull, folder: string, base: string | undefined): string {
  const faults = pull.findings.flatMap((finding) => {
    const { message, remedy } = tell(explainFinding(finding));
    return [`${finding.code}: ${message}`, `  ${remedy}`];
  });
  const clock = pull.head?.isClockBehind
    ? ['Warning: this machine’s clock seems to be behind, so that nothing is said about freshness.']
    : [];
  const list = pull.heldList === 0 ? [] : [HELD];
  return `${[...faults, ...clock, ...list, ...judge(pull, folder, base)].join('\n')}\n`;
}

/** A list that lost so much may be a slip, or the deed of a thief (SPEC 9.15). */
const HELD =
  'The newest list of mirrors names none, or fewer than half of those before: the former stays in use until the outlet signs a list again.';

/** What stands in the place of the bundle says nothing of the release (SPEC 10.9). */
const OTHER_PAGE =
  'Not reachable: another page stands in the place of the release, a block page or the host’s own.';

const REMEDY =
  '  Look at the address and the connection, or name another mirror of the site. The next run goes on with what has come.';

function judge(pull: Pull, folder: string, base: string | undefined): string[] {
  const { exit, head, findings, unreachable, to, others } = pull;
  const stays = to === undefined ? 'Nothing is served yet' : `Release ${to} is served as before`;
  switch (exit) {
    case 1:
      return [`NOT GENUINE: ${findings.length} found. ${stays}: ${folder}/current`];
    case 4:
      return [
        unreachable === undefined ? OTHER_PAGE : `Not reachable: ${unreachable}`,
        REMEDY,
        ...(others.length === 0 ? [] : [`  The outlet signed these too: ${others.join(' ')}`]),
        `${stays}: ${folder}/current`,
      ];
    case 3:
      if (findings.length > 0)
        return [
          `The mirror shows files of an earlier release: ${findings.length} found. Look again in a minute.`,
          `${stays}: ${folder}/current`,
        ];
      return [
        ...describeCopy(pull, folder, base),
        head?.expired.length === 0
          ? 'Whether it is the newest cannot be said here: set the clock of this machine right.'
          : `It has expired (${head?.expired.join(', ') ?? ''}): there may be a newer release. Try another mirror.`,
      ];
    case 0:
      return describeCopy(pull, folder, base);
  }
}

function describeCopy(pull: Pull, folder: string, base: string | undefined): string[] {
  const { head, isSwitched, fetched, taken, byHash, spent, to = 0 } = pull;
  const { origin = '', clock = '' } = head?.release ?? {};
  const release = `release ${to} of ${origin} (${clock})`;
  if (!isSwitched) return [`Nothing new: ${release}, ${folder}/current`];
  const cost = `${spent.requests} requests, ${showBytes(spent.bytes)}`;
  const counts = `${fetched.files} files fetched, ${taken} kept (${cost})`;
  return [
    `Genuine and complete: ${release}, ${counts}`,
    ...(byHash > 0
      ? [`${byHash} files were had by their hash: the mirror shows other bytes at their path.`]
      : []),
    `Serve ${folder}/current`,
    ...(base === undefined && pull.from === undefined
      ? ['Feeds point at the outlet’s own address. To have them point here: --base https://…/']
      : []),
  ];
}

/** What came of a pull, for programs. */
export function listPull({ head, findings, ...pull }: Pull): object {
  const { number, clock, origin } = head?.release ?? {};
  return {
    exit: pull.exit,
    isSwitched: pull.isSwitched,
    from: pull.from ?? null,
    to: pull.to ?? null,
    release: head ? { number, clock, origin } : null,
    expired: head?.expired ?? [],
    isClockBehind: head?.isClockBehind ?? false,
    findings: findings.map((finding) => ({ ...finding, ...tell(explainFinding(finding)) })),
    unreachable: pull.unreachable ?? null,
    fetched: pull.fetched,
    taken: pull.taken,
    byHash: pull.byHash,
    others: pull.others,
    heldList: pull.heldList,
    spent: pull.spent,
  };
}
