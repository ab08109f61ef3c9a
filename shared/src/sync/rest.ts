import { z } from 'zod'
import { asDeviceId, asWorkspaceId, type DeviceId, type WorkspaceId } from '../ids/index.ts'
import { problemReason } from './reasons.ts'
import { ROLES } from './role.ts'

// The REST contract: one body and one answer per route. Times are ms since 1970. Every route but the first two and
// the key set wants `Authorization: Bearer <session>`.

function id<Id extends string>(parse: (text: string) => Id | undefined): z.ZodType<Id> {
  return z.string().transform((text, context) => {
    const parsed = parse(text)
    if (parsed !== undefined) return parsed
    context.addIssue({ code: 'custom', message: 'not such an id' })
    return z.NEVER
  })
}

export const workspaceId: z.ZodType<WorkspaceId> = id(asWorkspaceId)
export const deviceId: z.ZodType<DeviceId> = id(asDeviceId)
/** An account, and with that a member: 16 base62 characters. */
export const accountId = z.string().regex(/^[0-9A-Za-z]{16}$/)
/** A sender is named by its number's alias key; the number itself never stands in a path or a table. */
export const senderKey = z.string().regex(/^[A-Za-z0-9_-]{22}$/)
export const role = z.enum(ROLES)

const email = z.email().max(254).toLowerCase()
const password = z.string().min(10).max(200)
const name = z.string().trim().min(1).max(100)
const membership = z.object({ workspace: workspaceId, name: z.string(), role })

/** POST /v1/accounts. The workspace keeps the id it has on the device that brings it. */
export const registerBody = z.object({
  email,
  password,
  name,
  into: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('workspace'), id: workspaceId, name }),
    z.object({ kind: z.literal('invite'), code: z.string().min(1).max(100) }),
  ]),
})

/** POST /v1/sessions. */
export const signInBody = z.object({ email: z.string().max(254).toLowerCase(), password: z.string().max(200) })

/** Answer of both: the session is a bearer token, told once. */
export const signedIn = z.object({
  session: z.string(),
  account: accountId,
  memberships: z.array(membership),
})

/** POST /v1/devices; the same device may be told again. */
export const deviceBody = z.object({ workspace: workspaceId, device: deviceId, name })

/** POST /v1/devices/revoke. */
export const revokeBody = z.object({ workspace: workspaceId, device: deviceId })

/** POST /v1/token: the short token a document stream is opened with. */
export const tokenBody = z.object({ workspace: workspaceId, device: deviceId })
export const tokenAnswer = z.object({ token: z.string(), expiresAt: z.number() })

/** POST /v1/invites; told once, used once. */
export const inviteBody = z.object({ workspace: workspaceId, role, days: z.number().positive().max(30) })
export const inviteAnswer = z.object({ code: z.string(), expiresAt: z.number() })

/** POST /v1/members/role; a `null` role takes the member out. */
export const roleBody = z.object({ workspace: workspaceId, account: accountId, role: role.nullable() })

/** POST /v1/leases. The new fence is above every earlier one and above `above`, the fence held without a server. */
export const grantBody = z.object({
  workspace: workspaceId,
  device: deviceId,
  sender: senderKey,
  above: z.int().min(0).max(1_000_000).default(0),
})
/** Nothing may be reserved before the queue documents have been seen up to these numbers. */
export const grantAnswer = z.object({
  fence: z.int(),
  epoch: z.string(),
  docs: z.record(z.string(), z.int()),
})

/** POST /v1/leases/release, once nothing is dispatching and every fact is acked. */
export const releaseBody = z.object({ workspace: workspaceId, device: deviceId, sender: senderKey, fence: z.int() })

/** PUT /v1/documents/<name>, body: one Yjs update of the whole document. */
export const uploadAnswer = z.object({ epoch: z.string(), seq: z.int() })

/** RFC 9457. */
export const problem = z.looseObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  reason: problemReason,
})
