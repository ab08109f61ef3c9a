import { generate } from 'selfsigned'

export interface Certificate {
  key: string
  cert: string
}

let made: Promise<Certificate> | undefined

/** A certificate for web.whatsapp.com, made anew in every process; nothing secret is ever committed. */
export function certificate(): Promise<Certificate> {
  made ??= generate([{ name: 'commonName', value: 'web.whatsapp.com' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'web.whatsapp.com' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  }).then((pems) => ({ key: pems.private, cert: pems.cert }))
  return made
}
