import { ReleaseError } from '@tamizdat/verify';

/** Whether an error says that the newest release holds no such page. */
export const isNoPage = (error: unknown): boolean =>
  error instanceof ReleaseError && (error.code === 'not-in-tree' || error.code === 'bad-path');
