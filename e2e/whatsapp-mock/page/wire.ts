import type {
  Boot,
  ExistsAnswer,
  PointAnswer,
  SendAnswer,
  SendRequest,
  ServerEvent,
  WireMessage,
} from '../wire-types.ts'

const CLIENT = crypto.randomUUID()

/** One browser profile is one linked device. */
function device(): string {
  const known = localStorage.getItem('device')
  if (known !== null) return known
  const made = crypto.randomUUID()
  localStorage.setItem('device', made)
  return made
}

async function post(path: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json', 'x-client': CLIENT, 'x-device': device() }
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
  return response.json()
}

/** A tab that dies takes its script with it: nothing after this line runs. */
export async function crash(): Promise<never> {
  location.reload()
  return new Promise<never>(() => undefined)
}

export const wire = {
  boot: async (): Promise<Boot> => (await (await fetch('/wire/boot')).json()) as Boot,
  sync: async (): Promise<WireMessage[]> => (await (await fetch('/wire/sync')).json()) as WireMessage[],
  exists: async (wid: string): Promise<ExistsAnswer> => (await post('/wire/exists', { wid })) as ExistsAnswer,

  async send(request: SendRequest): Promise<SendAnswer> {
    try {
      return (await post('/wire/send', request)) as SendAnswer
    } catch {
      return { kind: 'network' }
    }
  },

  async pass(point: 'look-up' | 'store', detail: string, chat?: string): Promise<void> {
    const answer = (await post('/wire/point', { point, detail, chat }).catch(() => ({ kind: 'go' }))) as PointAnswer
    if (answer.kind === 'crash') await crash()
  },

  /** Resolves when the server counts this page as connected. */
  listen(handle: (event: ServerEvent) => void): Promise<void> {
    const source = new EventSource(`/wire/events?client=${CLIENT}`)
    source.addEventListener('message', ({ data }) => {
      handle(JSON.parse(String(data)) as ServerEvent)
    })
    return new Promise((resolve) => {
      source.addEventListener('open', () => {
        resolve()
      })
    })
  },
}
