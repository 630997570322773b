import { type InBoth, ToldError } from '@tamizdat/problem';

/** What a terminal obeys, or shows in another order than it stands; lines stay lines. */
const UNSEEN = /(?![\t\n])\p{Cc}|[\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;

/** A host, a hook or a file’s name says what it likes: nothing of it is more than letters from here on. */
const spellOut = (text: string): string =>
  text.replaceAll(
    UNSEEN,
    (letter) => `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );

const spellOutBoth = ({ en, ru }: InBoth): InBoth => ({ en: spellOut(en), ru: spellOut(ru) });

/** What else is known of a fault. */
export interface MirrorFault {
  /** Whether it may work when it is tried again. */
  passing?: boolean;
  /** Where it was, or what a tool said: never shown of a reserve mirror. */
  detail?: string;
}

/**
 * Why a mirror was not published to. What it serves is one release still, and the next run goes on from there. Neither
 * what happened nor the remedy say where the mirror is.
 */
export class MirrorError extends ToldError {
  override name = 'MirrorError';
  readonly passing: boolean;
  readonly detail: string | undefined;

  constructor(code: string, happened: InBoth, remedy: InBoth, fault: MirrorFault = {}) {
    super(code, spellOutBoth(happened), remedy);
    this.passing = fault.passing ?? false;
    this.detail = fault.detail === undefined ? undefined : spellOut(fault.detail);
  }
}
