/** Under Trusted Types a worker's address must come out of a policy. */
export function registerServiceWorker(): void {
  const types = (globalThis as { trustedTypes?: { createPolicy: (name: string, rules: object) => Policy } })
    .trustedTypes
  const policy = types?.createPolicy('mock#worker', { createScriptURL: (url: string) => url })
  const url = policy?.createScriptURL('/sw.js') ?? '/sw.js'
  navigator.serviceWorker.register(url).catch(() => undefined)
}

interface Policy {
  createScriptURL(url: string): string
}
