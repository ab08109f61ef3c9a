export * from './workspace-doc.ts'
export * from './notice-doc.ts'
