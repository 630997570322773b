/** Where Debian's package libfaketime lays it. */
export const FAKETIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1';

/**
 * Variables under which a program's clock of the wall is some days ahead (below 0: behind). Its timers go on as they
 * do: with `FORCE_MONOTONIC_FIX`, the default, every wait of a thread of Chromium ended at once, and it took fifty times
 * as long.
 */
export function fakeClock(days: number): Record<string, string> {
  if (days === 0) return {};
  return {
    LD_PRELOAD: FAKETIME,
    FAKETIME: `${days > 0 ? '+' : ''}${days}d`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    FAKETIME_FORCE_MONOTONIC_FIX: '0',
  };
}
