import { chainCases, mixtureCases } from './chain-cases.ts';
import { delegationCases } from './delegation-cases.ts';
import { formCases } from './form-cases.ts';
import { clockCases, genuineHeads } from './genuine-heads.ts';
import type { HeadCase } from './head-case.ts';
import { signatureCases } from './signature-cases.ts';

/** Heads, genuine and not: one for every attack. */
export const headCases: readonly HeadCase[] = [
  ...genuineHeads,
  ...clockCases,
  ...signatureCases,
  ...chainCases,
  ...mixtureCases,
  ...formCases,
  ...delegationCases,
];
