import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** One server in a process of its own. */
export interface ChildServer extends AsyncDisposable {
  readonly url: string
  /** The lines it wrote before it took connections. */
  readonly said: readonly string[]
  /** CPU the process has used, ms. Linux only: fields 14 and 15 of proc(5)'s stat, in ticks of 10 ms. */
  cpu(): number
}

/** Starts `script` with Node and waits for the line that names its address. */
export async function startChild(script: string, env: Record<string, string>): Promise<ChildServer> {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const said: string[] = []
  const url = await new Promise<string>((resolve, reject) => {
    void ended.then(() => reject(new Error(`${script} ended`)))
    createInterface(child.stdout).on('line', (line) => {
      const found = /listening at (http:\/\/[0-9.:]+)/.exec(line)?.[1]
      if (found === undefined) said.push(line)
      else resolve(found)
    })
  })
  return {
    url,
    said: [...said],
    cpu: () => {
      const fields =
        readFileSync(`/proc/${String(child.pid)}/stat`, 'utf8')
          .split(') ')[1]
          ?.split(' ') ?? []
      return (Number(fields[11]) + Number(fields[12])) * 10
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
