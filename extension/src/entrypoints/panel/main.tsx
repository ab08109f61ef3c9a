import { createRoot } from 'react-dom/client'
import { waitForHost } from '../../ui/kit/panel-handshake.ts'
import { Panel } from '../../ui/panel/panel.tsx'

const root = document.getElementById('root')
// Nothing renders before our content script has answered for the page around this frame.
void waitForHost().then((host) => {
  if (root) createRoot(root).render(<Panel host={host} />)
})
