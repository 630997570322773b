import type { Head } from '@tamizdat/verify';
import { fetchHead } from './fetch-head.ts';
import {
  chooseExit,
  compareFindings,
  type InspectOptions,
  type Inspection,
  noteLost,
  toFinding,
} from './inspection.ts';
import { Inspector } from './inspector.ts';
import { type Source, SourceError } from './source.ts';

/**
 * Verifies what a source serves (SPEC, sections 9 and 10). Every fault is found, not the first alone. Where something is
 * wrong and a newer release has come in the meantime, that one is verified instead.
 */
export async function inspectRelease(source: Source, options: InspectOptions): Promise<Inspection> {
  const inspection = await inspectOnce(source, options);
  const { findings, head } = inspection;
  const isAgain = head && findings.length > 0 && (await hasMoved(source, head, options.now));
  return isAgain ? inspectOnce(source, options) : inspection;
}

async function hasMoved(source: Source, { trust }: Head, now: number): Promise<boolean> {
  if (source.base === undefined) return false;
  try {
    const { head } = await fetchHead(source, { trust }, now);
    return head.trust.snapshot > trust.snapshot;
  } catch {
    // What is served now is no better.
    return false;
  }
}

async function inspectOnce(source: Source, options: InspectOptions): Promise<Inspection> {
  const inspection: Inspection = {
    exit: 0,
    findings: [],
    outside: [],
    files: 0,
    lost: 0,
    faults: [],
    spent: source.spent,
  };
  try {
    const fetched = await fetchHead(source, options.known, options.now);
    inspection.head = fetched.head;
    if (fetched.fingerprint !== undefined) inspection.fingerprint = fetched.fingerprint;
    await new Inspector(source, fetched, inspection, options.known).inspect(options.scope);
    if (options.strict)
      for (const path of inspection.outside)
        inspection.findings.push({ code: 'outside-tree', at: path });
  } catch (error) {
    if (error instanceof SourceError) noteLost(inspection, error);
    else inspection.findings.push(toFinding(error));
  }
  inspection.findings.sort(compareFindings);
  return { ...inspection, exit: chooseExit(inspection, options.known) };
}
