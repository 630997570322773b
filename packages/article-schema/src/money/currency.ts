/** Coins by the code wallets use, with their decimal places; ISO 4217 knows none. */
const COINS: Readonly<Record<string, number>> = { BTC: 8, XMR: 12 };

let isoCodes: ReadonlySet<string> | undefined;

/** Whether a code is a currency's: of ISO 4217, or a coin's (BTC, XMR). */
export function isCurrency(code: string): boolean {
  isoCodes ??= new Set(Intl.supportedValuesOf('currency'));
  return Object.hasOwn(COINS, code) || isoCodes.has(code);
}

/** Every code that `isCurrency` knows. */
export function currencyCodes(): string[] {
  return [...Intl.supportedValuesOf('currency'), ...Object.keys(COINS)];
}

/** Decimal places of a currency's amounts: 2 for USD, 0 for JPY, 8 for BTC. */
export function decimalsOf(currency: string): number {
  const coin = Object.hasOwn(COINS, currency) ? COINS[currency] : undefined;
  if (coin !== undefined) return coin;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount in plain digits with a point, as addresses carry it: `5`, `2.5`, `0.0005`; never `5e-7`. */
export function plainAmount(amount: number): string {
  return new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 12 }).format(
    amount,
  );
}

/** An amount in the currency's smallest unit, cents for USD, in plain digits. */
export function minorAmount(amount: number, currency: string): string {
  return plainAmount(Math.round(amount * 10 ** decimalsOf(currency)));
}
