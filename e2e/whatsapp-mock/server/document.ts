import { randomBytes } from 'node:crypto'
import type { OutgoingHttpHeaders } from 'node:http'

/** Headers that WhatsApp Web sends or may send; each is a trap for an extension that injects into the page. */
export function documentHeaders(nonce: string, isolated: boolean): OutgoingHttpHeaders {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': POLICY.map((rule) => rule.replace('NONCE', nonce)).join('; '),
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...(isolated && {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    }),
  }
}

const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'nonce-NONCE'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
]

export function newNonce(): string {
  return randomBytes(16).toString('base64')
}

export function documentHtml(nonce: string): string {
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<title>WhatsApp</title>
<link rel="stylesheet" href="/assets/app.css">
<script nonce="${nonce}" src="/assets/app.js" defer></script>
</head>
<body><div id="app"></div></body>
</html>
`
}

/** WhatsApp Web registers a service worker, so an extension's test must not mistake any worker for its own. */
export const SERVICE_WORKER = `self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
`
