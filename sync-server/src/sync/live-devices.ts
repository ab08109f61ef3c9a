import { CloseError } from './close-error.ts'
import type { LiveSocket } from './live-socket.ts'

/**
 * One live socket per device id, so a cloned profile cannot send beside its original. A socket that no longer answers
 * gives way: its device has reconnected after a lost network.
 */
export class LiveDevices {
  readonly #sockets = new Map<string, LiveSocket>()

  /** Throws `device-elsewhere` while another socket of this device is alive. */
  async claim(device: string, socket: LiveSocket): Promise<void> {
    if (socket.device !== undefined && socket.device !== device) throw new CloseError('forbidden')
    for (let holder = this.#other(device, socket); holder; holder = this.#other(device, socket)) {
      if (await holder.isAlive()) throw new CloseError('device-elsewhere')
      holder.terminate()
      this.release(holder)
    }
    if (!socket.isOpen) throw new CloseError('internal')
    socket.device = device
    this.#sockets.set(device, socket)
  }

  release(socket: LiveSocket): void {
    if (socket.device !== undefined && this.#sockets.get(socket.device) === socket) this.#sockets.delete(socket.device)
  }

  #other(device: string, socket: LiveSocket): LiveSocket | undefined {
    const holder = this.#sockets.get(device)
    return holder === socket ? undefined : holder
  }
}
