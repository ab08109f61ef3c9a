import { versionsDoc } from '@parley/shared/ids'
import type { Message } from '@parley/shared/queue'
import { readVersion } from '@parley/shared/templates'
import type { PageInput } from '../../whatsapp/protocol.ts'
import type { Layout } from '../workspace/index.ts'
import type { Reader } from './consent-of.ts'

/** What a message's text was rendered from; undefined for a text that no version gave. Throws when the version is gone. */
export async function renderingOf(
  reader: Reader,
  { workspace }: Layout,
  { version, values }: Message,
): Promise<PageInput<'sendText'>['rendering']> {
  if (version === undefined) return undefined
  const published = await reader.read(versionsDoc(workspace), (versions) => readVersion(versions, version))
  if (!published) throw new Error('a message was queued from a version that is not here')
  const { body, locale, timeZone } = published
  return { body, locale, timeZone, values: { ...values } }
}
