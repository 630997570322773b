import { explainFinding, type Inspection } from '@tamizdat/release';
import { describeFingerprint } from '../keys/describe-fingerprint.ts';
import { tell } from '../language/say.ts';

/** What was found, in lines for a person: the verdict last, where it is read. */
export function describeInspection(
  inspection: Inspection,
  place: string,
  isWhole: boolean,
): string {
  const { findings, head, outside } = inspection;
  const faults = findings.flatMap((finding) => {
    const { message, remedy } = tell(explainFinding(finding));
    return [`${finding.code}: ${message}`, `  ${remedy}`];
  });
  const others = findings.some(({ code }) => code === 'outside-tree')
    ? []
    : outside.map((at) => `Warning: ${tell(explainFinding({ code: 'outside-tree', at })).message}`);
  const clock = head?.isClockBehind
    ? ['Warning: this machine’s clock seems to be behind, so that nothing is said about freshness.']
    : [];
  return `${[...faults, ...others, ...clock, ...judge(inspection, place, isWhole)].join('\n')}\n`;
}

const REMEDY =
  '  Look at the address and the connection, or verify another mirror: this says nothing of whether it is genuine.';

function judge(inspection: Inspection, place: string, isWhole: boolean): string[] {
  const { exit, findings, head, files, unreachable, lost, fingerprint = '' } = inspection;
  const release = head
    ? `release ${head.release.number} of ${head.release.origin} (${head.release.clock}), files looked at: ${files} of ${head.release.tree.files}`
    : '';
  switch (exit) {
    case 0:
      return [`Genuine${isWhole ? ', complete' : ''} and fresh: ${release}.`];
    case 1:
      return [
        ...(unreachable === undefined ? [] : [describeLost(unreachable, lost)]),
        `NOT GENUINE: ${findings.length} found in ${place}.`,
      ];
    case 3:
      if (findings.length > 0)
        return [
          `Genuine, but ${findings.length} files are still those of an earlier release: ${release}.`,
          'Caches show what was there before for a minute: look again in a minute.',
        ];
      if (head?.expired.length === 0)
        return [
          `Genuine: ${release}.`,
          'Whether it is the newest cannot be said here: set the clock of this machine right.',
        ];
      return [
        `Genuine, but expired (${head?.expired.join(', ') ?? ''}): ${release}.`,
        'There may be a newer release: try another mirror.',
      ];
    case 4:
      return [describeLost(unreachable ?? place, lost), REMEDY];
    case 5:
      return [
        `Consistent, but nobody said who the publisher is: ${release}.`,
        'Its fingerprint, to be compared with places outside this copy where the outlet publishes it:',
        ...describeFingerprint(fingerprint),
        `If it is the same: tamizdat verify ${place} --root ${fingerprint}`,
      ];
  }
}

/** @param lost Files that did not come, where others did. */
function describeLost(reason: string, lost: number): string {
  return lost > 1 ? `Not reachable: ${reason} (and ${lost - 1} more)` : `Not reachable: ${reason}`;
}

/** What was found, for programs. */
export function listInspection(inspection: Inspection): object {
  const { exit, findings, outside, files, head, fingerprint, unreachable, lost, spent } =
    inspection;
  const { number, clock, origin } = head?.release ?? {};
  return {
    exit,
    release: head ? { number, clock, origin } : null,
    fingerprint: fingerprint ?? null,
    expired: head?.expired ?? [],
    isClockBehind: head?.isClockBehind ?? false,
    files,
    findings: findings.map((finding) => ({ ...finding, ...tell(explainFinding(finding)) })),
    outside,
    unreachable: unreachable ?? null,
    lost,
    spent,
  };
}
