import type { ReactNode } from 'react'

/** Two speech marks facing each other: a parley. */
export function Logo({ size }: { size: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <rect width="24" height="24" rx="6" fill="var(--mantine-color-indigo-8)" />
      <path
        d="M5 7.5A1.5 1.5 0 0 1 6.500 6h5A1.500 1.500 0 0 1 13 7.500v3a1.500 1.500 0 0 1-1.500 1.500H8.500L6 14v-2.100A1.500 1.500 0 0 1 5 10.500z"
        fill="#fff"
      />
      <path
        d="M19 11.500A1.500 1.500 0 0 0 17.500 10H14.500v.8a2.700 2.700 0 0 1-2.700 2.700H11v1A1.500 1.500 0 0 0 12.500 16h3l2.500 2v-2.100a1.500 1.500 0 0 0 1-1.400z"
        fill="#fff"
        fill-opacity=".7"
      />
    </svg>
  )
}
