import { defineContentScript } from '#imports'
import { startContent } from '../whatsapp/content.ts'

export default defineContentScript({
  matches: ['https://web.whatsapp.com/*'],
  runAt: 'document_start',
  // The page would see the announcement; a newer copy of this script is told by an event instead.
  noScriptStartedPostMessage: true,
  main: (context) => {
    startContent(context.signal)
  },
})
