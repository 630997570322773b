/** How long a server may take for the first byte of an answer before it counts as silent, in milliseconds. */
export const SILENCE_MS = 20_000;
