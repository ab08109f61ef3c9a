import { useState, type ReactNode } from 'react'
import { PickFile } from './pick-file.tsx'
import { PreviewStep } from './preview-step.tsx'

/** File, then a look at what would happen, then the start. */
export function ImportWizard({ onStarted }: { onStarted: (jobId: string) => void }): ReactNode {
  const [file, setFile] = useState<File>()
  if (!file) return <PickFile onPick={setFile} />
  return (
    <PreviewStep
      file={file}
      onOther={() => {
        setFile(undefined)
      }}
      onStarted={onStarted}
    />
  )
}
