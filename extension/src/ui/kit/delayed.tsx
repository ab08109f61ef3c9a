import { useEffect, useState, type ReactNode } from 'react'

/** What takes less shows nothing: a skeleton that flashes reads as slower than a short wait. */
const PATIENCE_MS = 300

export function Delayed({ children }: { children: ReactNode }): ReactNode {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(setShown, PATIENCE_MS, true)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  return shown ? children : null
}
