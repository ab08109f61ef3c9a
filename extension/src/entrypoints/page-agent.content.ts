import { defineContentScript } from '#imports'
import { startAgent } from '../whatsapp/agent/agent.ts'

export default defineContentScript({
  matches: ['https://web.whatsapp.com/*'],
  world: 'MAIN',
  runAt: 'document_start',
  main: startAgent,
})
