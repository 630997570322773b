/** Bytes of a proxy's answer to CONNECT: a status line and a few headers. */
export const MAX_PROXY_ANSWER_BYTES = 8_192;
