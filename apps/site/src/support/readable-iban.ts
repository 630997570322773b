/** An IBAN in groups of four, as paper has it (ISO 13616-1). */
export const readableIban = (iban: string): string => iban.replaceAll(/(.{4})(?=.)/g, '$1 ');
