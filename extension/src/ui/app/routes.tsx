import type { ReactNode } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { ContactsScreen } from '../contacts/contacts-screen.tsx'
import { HistoryScreen } from '../history/history-screen.tsx'
import { ImportScreen } from '../imports/import-screen.tsx'
import { SettingsScreen } from '../workspace/settings-screen.tsx'

export function Routes(): ReactNode {
  return (
    <Switch>
      <Route path="/contacts/:id?">{({ id }) => <ContactsScreen opened={id} />}</Route>
      <Route path="/import/:job?">{({ job }) => <ImportScreen jobId={job} />}</Route>
      <Route path="/history">
        <HistoryScreen />
      </Route>
      <Route path="/settings">
        <SettingsScreen />
      </Route>
      <Route>
        <Redirect to="/contacts" replace />
      </Route>
    </Switch>
  )
}
