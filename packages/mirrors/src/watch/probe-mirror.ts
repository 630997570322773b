import type { TLSSocket } from 'node:tls';
import { openConnection } from '@tamizdat/http';
import {
  type Finding,
  inspectRelease,
  isRebased,
  type Inspection,
  type Known,
  type Scope,
} from '@tamizdat/release';
import type { Mirror, MirrorList } from '@tamizdat/verify';
import { findElsewhere } from './find-elsewhere.ts';
import { type MeasureOptions, measureHttp1, measureHttp2 } from './measure-transfer.ts';
import { madeAddress } from './look-up-names.ts';
import { type Failure, NAME_LACKING, type Observation, type Transfer } from './observation.ts';
import { codeOf, ProbeSource, type ProbeSourceOptions } from './probe-source.ts';

export interface ProbeOptions extends ProbeSourceOptions, MeasureOptions {
  /** Who the publisher is. */
  known: Exclude<Known, undefined>;
  scope: Scope;
  /** Milliseconds since 1970, of the clock by which signatures expire. */
  now: number;
  /** Base addresses of other mirrors and of the origin, which a careless copy may hold. */
  others: readonly string[];
  /** Takes a verified list of mirrors over, or holds it, and gives the one in use (SPEC 9.15); each is used as it comes where absent. */
  follow?: (list: MirrorList) => readonly Pick<Mirror, 'base'>[];
  /** Files in which the mirror's own address should stand, such as `robots.txt` and feeds. */
  feeds: readonly string[];
  /** The pattern of the names under which the mirror answers, if its address is one of many. */
  wildcard?: string | undefined;
}

/** A path that no site has. */
const MISSING = 'tamizdat-nothing-is-here.html';

/** Looks at a mirror as readers meet it. Never throws: what goes wrong is what is looked for. */
export async function probeMirror(base: string, options: ProbeOptions): Promise<Observation> {
  const seen: Observation = {
    at: options.now,
    findings: [],
    faults: [],
    judged: 0,
    transfers: {},
    wrongTypes: [],
    elsewhere: [],
    foreign: [],
  };
  const connection = await tryConnection(new URL(base), options);
  if ('failure' in connection) return { ...seen, failure: connection.failure };
  if (connection.tls) seen.tls = connection.tls;
  if (connection.tls?.fault !== undefined) return seen;
  if (options.wildcard !== undefined)
    seen.made = foundUnderMade(await tryConnection(madeAddress(options.wildcard), options));
  const source = new ProbeSource(base, options);
  try {
    await look(source, seen, options);
  } finally {
    source.close();
  }
  return seen;
}

async function look(source: ProbeSource, seen: Observation, options: ProbeOptions) {
  const { known, scope, now, others, feeds } = options;
  const inspection = await inspectRelease(source, { known, now, scope });
  if (source.first === undefined) {
    seen.failure = { step: 'answer', code: inspection.faults[0]?.code ?? 'closed' };
    return;
  }
  seen.first = source.first;
  seen.judged = inspection.files;
  seen.faults = inspection.faults;
  const { head } = inspection;
  if (head) {
    const { number, clock, tree } = head.release;
    const { expired, isClockBehind } = head;
    seen.release = { number, clock, expired, isClockBehind, files: tree.files };
    const missing = await askMissing(source);
    if (missing !== undefined) seen.missingStatus = missing;
    // Whoever watches may know fewer addresses than the outlet signed.
    const signed = listSigned(head.mirrors, options).map(({ base }) => base);
    const mayBe = [...new Set([...others, ...signed, head.release.origin])];
    const paths = [...feeds, ...inspection.findings.filter(isMoved).map(({ at = '' }) => at)];
    const { known, foreign } = await findElsewhere(source, head.release, paths, mayBe);
    Object.assign(seen, { elsewhere: known, foreign });
  }
  seen.findings = listFindings(inspection, [...seen.elsewhere, ...seen.foreign]);
  seen.wrongTypes = [...source.wrongTypes].sort();
  seen.transfers = await measure(new URL(`${source.base}release/bundle.json`), options);
}

/** Mirrors of the list that was served, and of the one in use: a list that came empty makes no strangers of them. */
const listSigned = (
  list: MirrorList | undefined,
  { follow }: Pick<ProbeOptions, 'follow'>,
): Pick<Mirror, 'base'>[] =>
  list === undefined ? [] : [...list.mirrors, ...(follow?.(list) ?? [])];

/** Whether another address may be all that differs. */
const isMoved = ({ code, at = '' }: Finding): boolean => code === 'file-mismatch' && isRebased(at);

/** A file that holds another mirror's address differs from what was signed, and nobody lied. */
function listFindings(
  { findings }: Inspection,
  elsewhere: readonly string[],
): Observation['findings'] {
  return findings
    .filter((finding) => !isMoved(finding) || !elsewhere.includes(finding.at ?? ''))
    .map(({ code, at }) => ({ code, ...(at === undefined ? {} : { at }) }));
}

async function measure(address: URL, options: ProbeOptions): Promise<Observation['transfers']> {
  const settle = async (measuring: Promise<Transfer | undefined>) =>
    measuring.catch((): Transfer => ({ bytes: 0, ended: 'closed' }));
  const http1 = await settle(measureHttp1(address, options));
  const http2 = await settle(measureHttp2(address, options));
  return { ...(http1 && { http1 }), ...(http2 && { http2 }) };
}

async function askMissing(source: ProbeSource): Promise<number | undefined> {
  try {
    const answer = await source.ask(MISSING);
    answer.stop();
    return answer.status;
  } catch {
    // What matters of a broken connection is found by the measurement.
    return undefined;
  }
}

/** Opens one connection to see whether it can be had, and what certificate stands there. */
async function tryConnection(
  address: URL,
  options: ProbeOptions,
): Promise<{ failure: Failure } | { tls?: Observation['tls'] }> {
  try {
    const socket = await openConnection(address, { ...options, isLenient: true });
    const isTls = address.protocol === 'https:';
    const tls = isTls ? describeTls(socket as TLSSocket, address.hostname) : undefined;
    socket.destroy();
    return { tls };
  } catch (error) {
    const step = (error as { step?: Failure['step'] }).step ?? 'connect';
    return { failure: { step, code: codeOf(error) } };
  }
}

/** What became of a name that was given to nobody. */
const foundUnderMade = (tried: Awaited<ReturnType<typeof tryConnection>>): Observation['made'] =>
  'failure' in tried ? { failure: tried.failure.code } : { fault: tried.tls?.fault };

function describeTls(socket: TLSSocket, host: string): Observation['tls'] {
  const { valid_to: end, subjectaltname = '' } = socket.getPeerCertificate();
  const expires = Date.parse(end);
  // Node types as an Error what is a code.
  const fault = socket.authorized ? undefined : String(socket.authorizationError);
  return {
    expires,
    ...(fault === undefined
      ? {}
      : { fault: /ALTNAME/.test(fault) ? misnamed(host, subjectaltname) : fault }),
  };
}

/** Tells a certificate of the mirror's own domain that lacks this name from one of somebody on the way. */
function misnamed(host: string, names: string): string {
  const domain = host.slice(host.indexOf('.') + 1).toLowerCase();
  const certified = names.toLowerCase().split(', ');
  return certified.some((name) => name === `dns:${domain}` || name.endsWith(`.${domain}`))
    ? NAME_LACKING
    : 'ERR_TLS_CERT_ALTNAME_INVALID';
}
