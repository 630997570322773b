import { type Finding, unseen } from '../finding.ts';

/** Of an outlet whose settings have errors nothing more can be said. @param what Whose question it is. */
export const notRead = (what: string): Finding =>
  unseen(`${what}-not-read`, {
    en: 'what content/outlet.yaml says, before its errors are mended',
    ru: 'что сказано в content/outlet.yaml, пока в нём не исправлены ошибки',
  });
