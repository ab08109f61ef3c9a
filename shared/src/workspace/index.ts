export * from './workspace-doc.ts'
