import { findOrCreateChat } from '../chats.ts'
import { CommonJs, type ModuleTable } from '../loader.ts'
import type { ChatModel, MsgModel } from '../models.ts'
import { MsgKey } from '../msg-key.ts'
import { addAndSend, resend, type OutgoingData } from '../sending.ts'
import type { State } from '../state.ts'
import { createUserWidOrThrow, createWid, type Wid } from '../wid.ts'
import { collectionsOf } from './collections.ts'
import { prepRawMedia, OpaqueData } from './media.ts'
import { openChat } from './open-chat.ts'
import { queryWidExists } from './exists.ts'

/** The modules an automatic sender needs: what it may find, under WhatsApp's names. */
export function driverModules(state: State): ModuleTable {
  const collections = collectionsOf(state)
  return {
    WAWebCollections: () => collections,
    WAWebWidFactory: () => ({ createWid, createUserWidOrThrow }),
    WAWebMsgKey: () => new CommonJs(MsgKey),
    WAWebUserPrefsMeUser: () => meModule(state),
    WAWebFindChatAction: () => ({
      findOrCreateLatestChat: (wid: Wid) => findOrCreateChat(state, wid),
    }),
    WAWebSendMsgChatAction: () => ({
      addAndSendMsgToChat: (chat: ChatModel, data: OutgoingData) => addAndSend(state, chat, data),
      resendMsgToChat: (chat: ChatModel, msg: MsgModel) => resend(state, chat, msg),
    }),
    WAWebQueryExistsJob: () => ({
      queryWidExists: (wid: Wid) => queryWidExists(state, wid),
      queryPhoneExists: (phone: string) => queryWidExists(state, createWid(`${phone.replace(/\D/g, '')}@c.us`)),
    }),
    WAWebApiContact: () => ({
      getCurrentLid: (pn: Wid) => state.currentLid(pn),
      getPhoneNumber: (lid: Wid) => state.phoneNumber(lid),
      getAlternateUserWid: (wid: Wid) => (wid.isLid() ? state.phoneNumber(wid) : state.currentLid(wid)),
    }),
    WAWebGetEphemeralFieldsMsgActionsUtils: () => ({ getEphemeralFields }),
    WAWebMediaOpaqueData: () => new CommonJs(OpaqueData),
    WAWebPrepRawMedia: () => ({
      MediaPrep: class MediaPrep {},
      prepRawMedia: prepRawMedia(state),
      uploadProductImage: () => Promise.reject(new Error('no catalogue in the mock')),
    }),
    WAWebCmd: () => ({ Cmd: withOpenChat(state), CmdImpl: state.Cmd.constructor }),
    WAWebStreamModel: () => ({ Stream: state.Stream }),
  }

  function withOpenChat({ Cmd }: State): typeof Cmd {
    return Object.assign(Cmd, {
      openChatBottom: (given: { chat: ChatModel }) => openChat(state, given),
      openChatFromUnread: (given: { chat: ChatModel }) => openChat(state, given),
      openChatAt: (given: { chat: ChatModel }) => openChat(state, given),
    })
  }
}

function meModule(state: State): object {
  return {
    getMaybeMePnUser: () => (state.main ? state.myPn() : undefined),
    getMaybeMeLidUser: () => (state.main ? state.myLid() : undefined),
    getMaybeMeDevicePn: () => (state.main ? state.myDevice() : undefined),
    getMePnUserOrThrow: () => state.myPn(),
    getMeLidUserOrThrow: () => state.myLid(),
    getMaybeMeDisplayName: () => state.me.name,
    isMeAccount: (wid: Wid) => wid.equals(state.myPn()) || wid.equals(state.myLid()),
  }
}

/** What a chat with disappearing messages adds to each message. */
function getEphemeralFields(chat: ChatModel): object {
  const { ephemeralSeconds } = chat.contact.person
  if (ephemeralSeconds === 0) return {}
  return { ephemeralDuration: ephemeralSeconds, ephemeralSettingTimestamp: 0, disappearingModeInitiator: 'chat' }
}
