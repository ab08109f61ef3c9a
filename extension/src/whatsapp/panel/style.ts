import { RAIL_PX } from './width.ts'

/** Inner `!important` rules of a shadow root beat every rule of the page on its host. */
export const STYLE = `
:host {
  all: initial !important;
  display: flex !important;
  position: fixed !important;
  inset: 0 0 0 auto !important;
  z-index: 2147483647 !important;
  color-scheme: light;
  --ground: #f8fafc; --line: #e2e8f0; --ink: #475569; --hover: #e2e8f0; --accent: #3b5bdb;
}
:host([data-theme='dark']) {
  color-scheme: dark;
  --ground: #0f1623; --line: #2a374b; --ink: #a3b1c6; --hover: #1d2738; --accent: #91a7ff;
}
* { box-sizing: border-box; }
.rail { width: ${String(RAIL_PX)}px; padding: 8px 0; display: flex; flex-direction: column; align-items: center;
  background: var(--ground); border-left: 1px solid var(--line); }
button { all: unset; box-sizing: border-box; width: 36px; height: 36px; border-radius: 8px; display: grid; place-items: center;
  color: var(--ink); cursor: pointer; }
button:hover { background: var(--hover); }
button[aria-expanded='true'] { color: var(--accent); background: var(--hover); }
button:focus-visible, .edge:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
svg { width: 22px; height: 22px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.panel { position: relative; width: var(--panel); background: var(--ground); border-left: 1px solid var(--line); }
.panel[hidden] { display: none; }
iframe { display: block; width: 100%; height: 100%; border: 0; background: var(--ground); }
.resizing iframe { pointer-events: none; }
.edge { position: absolute; inset: 0 auto 0 -3px; width: 6px; cursor: ew-resize; touch-action: none; }
.edge:hover, .resizing .edge { background: var(--accent); opacity: 0.5; }
`

/** Applied through CSSOM, which the page's Content Security Policy does not reach. */
export function addStyle(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLE)
  root.adoptedStyleSheets = [sheet]
}
