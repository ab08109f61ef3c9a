import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { AppShell } from '@mantine/core'
import { Reconnecting } from '../kit/reconnecting.tsx'
import { CommandPalette } from './command-palette.tsx'
import { Navigation } from './navigation.tsx'
import { Routes } from './routes.tsx'
import styles from './shell.module.css'
import { TopBar } from './top-bar.tsx'

/** Navigation at the start, top bar above, one screen in the rest; only the screen scrolls. */
export function Shell(): ReactNode {
  const { t } = useLingui()
  return (
    <AppShell header={{ height: 56 }} navbar={{ width: 208, breakpoint: 0 }} layout="alt">
      <a href="#main" className={styles.skip} onClick={focusMain}>
        <Trans>Skip to content</Trans>
      </a>
      <AppShell.Navbar p="xs" aria-label={t`Main`}>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Header px="md">
        <TopBar />
      </AppShell.Header>
      <AppShell.Main id="main" tabIndex={-1} className={styles.main}>
        <Reconnecting />
        <div className={styles.screen}>
          <Routes />
        </div>
      </AppShell.Main>
      <CommandPalette />
    </AppShell>
  )
}

/** The hash is the router's, so the link moves the focus itself. */
function focusMain(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
