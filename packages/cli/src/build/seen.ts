/** What the last build of a tree saw besides the bytes of the content. */
export interface Seen {
  /** The moment that it computed the clock for, RFC 3339. */
  now: string;
  /** What `digestKit` gave. */
  kit: string;
  /** Warnings of the content. */
  warnings: number;
}

/** Whether what a stranger may have written has the form of what a build saw. */
export function isSeen(value: unknown): value is Seen {
  if (typeof value !== 'object' || value === null) return false;
  const { now, kit, warnings } = value as Record<string, unknown>;
  return (
    typeof now === 'string' &&
    !Number.isNaN(Date.parse(now)) &&
    typeof kit === 'string' &&
    Number.isSafeInteger(warnings)
  );
}
