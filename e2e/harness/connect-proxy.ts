import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A proxy that leads every `CONNECT web.whatsapp.com` to the mock and refuses everything else. Firefox has no host map. */
export async function startConnectProxy(mockPort: number): Promise<{ port: number } & AsyncDisposable> {
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    sockets.add(client)
    client.on('error', () => client.destroy())
    client.on('close', () => sockets.delete(client))
    client.once('data', (head) => {
      route(client, head.toString('latin1'), mockPort)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function route(client: Socket, head: string, mockPort: number): void {
  if (!head.startsWith('CONNECT web.whatsapp.com:443 ')) {
    client.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    return
  }
  const upstream = connect(mockPort, '127.0.0.1', () => {
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    client.pipe(upstream).pipe(client)
  })
  upstream.on('error', () => client.destroy())
  client.on('close', () => upstream.destroy())
}
