/** A request WhatsApp's server answered with a failure code. */
export class ServerStatusCodeError extends Error {
  override readonly name = 'ServerStatusCodeError'
  readonly statusCode: number
  constructor(statusCode: number) {
    super(`server status ${String(statusCode)}`)
    this.statusCode = statusCode
  }
}
