/** A fault of a place that is published to, by what a tool says of it. */
export interface Fault {
  said: RegExp;
  code: string;
  message: string;
  remedy: string;
  passing?: boolean;
}

/** What git and rclone say where a connection fails. @param what What the other end is called. */
export function connectionFaults(what: 'store' | 'host'): Fault[] {
  return [
    {
      said: /no such host|could ?n[o']t resolve|name or service not known|server misbehaving/i,
      code: 'store-unreachable',
      message: `The ${what}’s name leads nowhere: no address was found for it.`,
      remedy:
        'Look whether it is written rightly and this machine is connected, and publish again: it goes on where it stopped.',
      passing: true,
    },
    {
      said: /connection refused|failed to connect|no route to host|network is unreachable/i,
      code: 'store-unreachable',
      message: `The ${what} takes no connection.`,
      remedy: 'Publish again later: it goes on where it stopped.',
      passing: true,
    },
    {
      said: /x509:|tls: |knownhosts: |SSL certificate|gnutls_handshake|certificate (?:has|is|verif|signed)/i,
      code: 'store-certificate',
      message: `The ${what}’s certificate cannot be trusted, or has run out.`,
      remedy:
        'Look at the clock of this machine first, then at who answers in its place. Never switch the check off.',
    },
    {
      said: /timeout|timed out|deadline exceeded|operation too slow|not responding/i,
      code: 'store-silent',
      message: `The ${what} does not answer, or stopped in the middle.`,
      remedy: 'Publish again later: it goes on where it stopped.',
    },
  ];
}
