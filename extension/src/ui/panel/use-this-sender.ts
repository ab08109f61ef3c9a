import { useEffect, useState } from 'react'
import { browser } from 'wxt/browser'
import type { Sender } from '../../engine/calls.ts'
import { useQuery, type QueryState } from '../kit/use-query.ts'

/** The WhatsApp Web this panel stands in; undefined while the engine does not know it. */
export function useThisSender(): QueryState<Sender | undefined> {
  const senders = useQuery('page.senders', {})
  const [tab, setTab] = useState<number>()
  useEffect(() => {
    void browser.tabs.getCurrent().then((current) => {
      setTab(current?.id)
    })
  }, [])
  if (senders.state !== 'ready') return senders
  return { ...senders, value: senders.value.find(({ tabId }) => tabId === tab) }
}
