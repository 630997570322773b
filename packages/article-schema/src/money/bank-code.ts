/** What a bank's payment code is made of. */
export interface BankTransfer {
  /** Without spaces. */
  iban: string;
  /** The account's name, one line. */
  holder: string;
  bic?: string | undefined;
  /** What the transfer says it is for, one line. */
  reference?: string | undefined;
}

/** The text of the payment code of European banks for an amount in euros: EPC069-12, version 2, in UTF-8. */
export function bankCodePayload(transfer: BankTransfer, euros: number): string {
  const { iban, holder, bic = '', reference = '' } = transfer;
  const amount = `EUR${euros.toFixed(2)}`;
  return ['BCD', '002', '1', 'SCT', bic, holder, iban, amount, '', '', reference]
    .join('\n')
    .trimEnd();
}
