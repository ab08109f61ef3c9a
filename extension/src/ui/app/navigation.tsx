import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { NavLink } from '@mantine/core'
import {
  IconAddressBook,
  IconFileImport,
  IconFileText,
  IconHistory,
  IconListDetails,
  IconSend,
  IconSettings,
  type Icon,
} from '@tabler/icons-react'
import { Link, useRoute } from 'wouter'
import { Logo } from '../kit/logo.tsx'
import styles from './shell.module.css'

export function Navigation(): ReactNode {
  return (
    <>
      <div className={styles.brand}>
        <Logo size={22} />
        Parley
      </div>
      <Item to="/contacts" icon={IconAddressBook} label={<Trans>Contacts</Trans>} />
      <Item to="/templates" icon={IconFileText} label={<Trans>Templates</Trans>} />
      <Item to="/campaigns" icon={IconSend} label={<Trans>Campaigns</Trans>} />
      <Item to="/queue" icon={IconListDetails} label={<Trans>Queue</Trans>} />
      <Item to="/import" icon={IconFileImport} label={<Trans>Import</Trans>} />
      <Item to="/history" icon={IconHistory} label={<Trans>History</Trans>} />
      <Item to="/settings" icon={IconSettings} label={<Trans>Settings</Trans>} />
    </>
  )
}

function Item({ to, icon: Picture, label }: { to: string; icon: Icon; label: ReactNode }): ReactNode {
  const [here] = useRoute(`${to}/*?`)
  return (
    <NavLink
      component={Link}
      href={to}
      label={label}
      leftSection={<Picture size={18} stroke={1.75} aria-hidden />}
      active={here}
      aria-current={here ? 'page' : undefined}
      py={8}
      style={{ borderRadius: 'var(--mantine-radius-default)' }}
    />
  )
}
