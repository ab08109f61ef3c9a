import type { ModuleTable } from '../loader.ts'
import type { ChatModel } from '../models.ts'
import { SEND_RESULTS } from './constants.ts'
import type { State } from '../state.ts'

interface ChatAndContact {
  chat: ChatModel
  contact: unknown
}

/** Limits WhatsApp's own composer obeys and its modules do not enforce, plus session and build. */
export function policyModules(state: State): ModuleTable {
  const trusted = ({ chat }: ChatAndContact): boolean => chat.getTcToken() !== undefined
  const status = (): string => state.policy.cap.capping_status
  return {
    WAWebReachoutTimelockUtils: () => ({
      isUserReachoutTimelocked: () => state.policy.timelock.active,
      getReachoutTimelockState: () => state.policy.timelock,
      canSendMsgWhileTimelocked: (given: ChatAndContact) => trusted(given),
    }),
    WAWebIndividualNewChatMessageCappingLimitUtils: () => ({
      isUserCapped: () => status() === 'CAPPED',
      isUserWarned: () => status() === 'FIRST_WARNING' || status() === 'SECOND_WARNING',
      getCappingData: () => state.policy.cap,
      getUsagePercentage: () => Math.round((100 * state.policy.cap.used_quota) / state.policy.cap.total_quota),
      canSendMsgWhileCapped: (given: ChatAndContact) => trusted(given),
    }),
    WAWebSocketModel: () => ({ Socket: state.Socket }),
    WAWebBuildConstants: () => ({
      get VERSION_STR() {
        return state.version
      },
      get SANITIZED_VERSION_STR() {
        return state.version
      },
    }),
    WAWebSendMsgResultAction: () => ({ SendMsgResult: SEND_RESULTS }),
    WAWebLabelCollection: () => ({ LabelCollection: state.Labels }),
  }
}
