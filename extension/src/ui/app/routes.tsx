import type { ReactNode } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { CampaignScreen } from '../campaigns/campaign-screen.tsx'
import { CampaignsScreen } from '../campaigns/campaigns-screen.tsx'
import { NewCampaignScreen } from '../campaigns/new-campaign-screen.tsx'
import { NoticeScreen } from '../campaigns/notice-screen.tsx'
import { ContactsScreen } from '../contacts/contacts-screen.tsx'
import { HistoryScreen } from '../history/history-screen.tsx'
import { ImportScreen } from '../imports/import-screen.tsx'
import { placeFrom } from '../queue/place-look.ts'
import { QueueScreen } from '../queue/queue-screen.tsx'
import { TemplatesScreen } from '../templates/templates-screen.tsx'
import { SettingsScreen } from '../workspace/settings-screen.tsx'

export function Routes(): ReactNode {
  return (
    <Switch>
      <Route path="/contacts/:id?">{({ id }) => <ContactsScreen opened={id} />}</Route>
      <Route path="/templates/:id?">{({ id }) => <TemplatesScreen opened={id} />}</Route>
      <Route path="/campaigns">
        <CampaignsScreen />
      </Route>
      <Route path="/campaigns/new">
        <NewCampaignScreen />
      </Route>
      <Route path="/campaigns/notice">
        <NoticeScreen />
      </Route>
      <Route path="/campaigns/:id/:place?">
        {({ id, place }) => <CampaignScreen key={id} campaignId={id} place={placeFrom(place)} />}
      </Route>
      <Route path="/queue">
        <QueueScreen />
      </Route>
      <Route path="/import/:job?">{({ job }) => <ImportScreen jobId={job} />}</Route>
      <Route path="/history">
        <HistoryScreen />
      </Route>
      <Route path="/settings/:section?">{({ section }) => <SettingsScreen section={section} />}</Route>
      <Route>
        <Redirect to="/contacts" replace />
      </Route>
    </Switch>
  )
}
