import { createRoot } from 'react-dom/client'
import { waitForHost } from '../../ui/kit/panel-handshake.ts'

const root = document.getElementById('root')
// Nothing renders before our content script has answered for the page around this frame.
void waitForHost().then(() => {
  if (root) createRoot(root).render(<p>Parley</p>)
})
