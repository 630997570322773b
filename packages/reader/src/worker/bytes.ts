export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

export const toBytes = (text: string): Bytes => encoder.encode(text);

export const toText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
