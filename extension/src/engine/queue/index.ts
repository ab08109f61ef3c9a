export { CampaignBook } from './campaign-book.ts'
export { QueueIndex } from './queue-index.ts'
export type { RunnerView, SenderView } from './runner-view.ts'
