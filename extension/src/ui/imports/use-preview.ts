import { useEffect, useState } from 'react'
import type { Field } from '../../engine/calls.ts'
import { previewFile, type Preview, type PreviewOptions } from '../../worker/preview.ts'

/** The dry run of `file` in a workspace with the custom `fields`; undefined until the first one is there, then the last one until the next replaces it. */
export function usePreview(file: File, options: PreviewOptions, fields: readonly Field[]): Preview | undefined {
  const [preview, setPreview] = useState<Preview>()
  const { country, encoding, delimiter, mapping } = options
  useEffect(() => {
    let current = true
    void previewFile(file, {
      country,
      fields,
      ...(encoding && { encoding }),
      ...(delimiter !== undefined && { delimiter }),
      ...(mapping && { mapping }),
    }).then((made) => {
      if (current) setPreview(made)
    })
    return () => {
      current = false
    }
  }, [file, country, encoding, delimiter, mapping, fields])
  return preview
}
