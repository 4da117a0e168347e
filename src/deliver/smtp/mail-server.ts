/** A mail server that takes our messages. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** `tls`: from the first byte. `starttls`: before anything else is said. `none`: loopback only. */
  readonly encryption: 'tls' | 'starttls' | 'none'
  readonly login?: { readonly user: string; readonly password: string }
  /** Milliseconds: to connect and be greeted, for one step before the last byte, for the answer after it. */
  readonly patience: { readonly connect: number; readonly step: number; readonly reply: number }
}
