import type { UserManifest } from 'wxt'

const WHATSAPP = 'https://web.whatsapp.com/*'

/** The manifest for `browser` ('chrome' | 'firefox'); WXT adds entrypoints and content scripts. */
export function manifest(browser: string): UserManifest {
  return {
    name: 'Parley for WhatsApp Web',
    description:
      'Contacts, templates and a queue you can trust, inside WhatsApp Web. Not affiliated with WhatsApp or Meta.',
    permissions: ['storage', 'unlimitedStorage', 'alarms', ...(browser === 'firefox' ? [] : ['offscreen'])],
    host_permissions: [WHATSAPP],
    // A private window would run a second engine on a throw-away store.
    incognito: 'not_allowed',
    // Explicit, because Firefox's default upgrades ws:// on a team's own network and the connection fails.
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'" },
    web_accessible_resources: [
      {
        resources: ['panel.html', 'assets/*', 'chunks/*'],
        matches: [WHATSAPP],
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'parley@parley.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '148' }),
  }
}
