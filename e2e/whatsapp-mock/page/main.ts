import { ensureChat, load, personBehind } from './chats.ts'
import { installLoader, importedFrom, register, type ModuleTable } from './loader.ts'
import { readAll, readMappings, storeMapping, type StoredMessage } from './message-db.ts'
import { driverModules } from './modules/driver.ts'
import { oracleModules } from './modules/oracle.ts'
import { policyModules } from './modules/policy.ts'
import { sessionModules } from './modules/session.ts'
import { receive, syncHistory, type ReceiptHandler } from './receiving.ts'
import { State } from './state.ts'
import { createWid } from './wid.ts'
import { wire } from './wire.ts'
import { showApp } from './dom/shell.ts'
import { followSystemTheme } from './dom/theme.ts'
import { registerServiceWorker } from './service-worker.ts'
import { holdWindow } from './single-window.ts'
import { resumeOutbox } from './sending.ts'

installLoader()
void start()

async function start(): Promise<void> {
  registerServiceWorker()
  followSystemTheme()
  const boot = await wire.boot()
  for (const person of boot.people)
    if (boot.chats.includes(person.phone)) await storeMapping({ lid: person.lid, phone: person.phone })
  const state = new State(boot, await readMappings())
  await fillChats(state)
  registerAll(state)
  showApp(state)
  await goOnline(state)
}

/** Memory gets the chats and each one's last message; the rest waits in the database. */
async function fillChats(state: State): Promise<void> {
  const messages = await readAll()
  const perChat = Map.groupBy(messages, ({ chat }) => chat)
  for (const person of state.boot.people) if (state.boot.chats.includes(person.phone)) ensureChat(state, person)
  for (const [chat, own] of perChat) {
    const person = personBehind(state, createWid(chat))
    if (person !== undefined) ensureChat(state, person)
    load(state, latest(own), false)
  }
}

function latest(messages: readonly StoredMessage[]): StoredMessage {
  return messages.reduce((last, one) => (one.t >= last.t ? one : last))
}

/** Modules appear under the names, and as late, as the test of the day wants. */
function registerAll(state: State): void {
  const { missing, renamed, late } = state.boot.modules
  const table: ModuleTable = {
    ...driverModules(state),
    ...policyModules(state),
    ...sessionModules(state),
    ...oracleModules(state),
  }
  for (const [name, make] of Object.entries(table)) {
    if (missing.includes(name)) continue
    const known = renamed[name] ?? name
    const delay = late[name] ?? 0
    if (delay === 0) register(known, make)
    else setTimeout(register, delay, known, make)
  }
}

/** Events first, then history: nothing that happens meanwhile is missed. */
async function goOnline(state: State): Promise<void> {
  const receipts = (): ReceiptHandler =>
    importedFrom<ReceiptHandler>('WAWebHandleMsgReceipt', 'handleChatSimpleReceipt')
  let order = Promise.resolve()
  await wire.listen((event) => {
    order = order.then(() => receive(state, event, receipts)).catch(reportError)
  })
  const { mode, history } = await wire.boot()
  await holdWindow(state, mode)
  if (!state.main) return
  await syncHistory(state, await wire.sync())
  await fillChats(state)
  if (history !== 'stuck') state.Socket.set('hasSynced', true)
  state.Cmd.isMainLoaded = true
  state.Cmd.trigger('main_loaded')
  if (state.boot.resumeOutbox) await resumeOutbox(state)
}
