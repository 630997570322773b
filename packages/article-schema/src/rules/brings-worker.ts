import type { Outlet } from '../schema/outlet.ts';

/** Whether an outlet's pages bring the readers' worker: where it is switched on, and has a fingerprint to begin with. */
export const bringsWorker = ({
  reader,
  rootFingerprint,
}: Pick<Outlet, 'reader' | 'rootFingerprint'>): boolean =>
  reader?.worker === true && rootFingerprint !== undefined;
