import { DEFAULT_THEME, createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const SLATE: MantineColorsTuple = [
  '#f8fafc',
  '#f1f5f9',
  '#e2e8f0',
  '#cbd5e1',
  '#a9b6c7',
  '#8593a7',
  '#56657a',
  '#475569',
  '#334155',
  '#1e293b',
]

const SLATE_DARK: MantineColorsTuple = [
  '#e2e8f0',
  '#cbd5e1',
  '#a3b1c6',
  '#8b9ab0',
  '#36445a',
  '#2a374b',
  '#1d2738',
  '#141c2b',
  '#0f1623',
  '#0b101a',
]

/** Mantine's darkest teal and yellow, which light badges write with, fall short of 4.5:1 on their own tint. */
function darkest(color: 'teal' | 'yellow', shade: string): MantineColorsTuple {
  const [a, b, c, d, e, f, g, h, i] = DEFAULT_THEME.colors[color]
  return [a, b, c, d, e, f, g, h, i, shade]
}

const overlay = { transitionProps: { duration: 150 }, overlayProps: { backgroundOpacity: 0.35 } }

/** One look for panel, app and popup. Filled indigo needs shade 8: the default 6 gives white text 3.55:1 and fails AA. */
export const theme = createTheme({
  colors: { gray: SLATE, dark: SLATE_DARK, teal: darkest('teal', '#05604a'), yellow: darkest('yellow', '#7a4100') },
  primaryColor: 'indigo',
  primaryShade: 8,
  autoContrast: false,
  defaultRadius: 8,
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '16px' }, h3: { fontSize: '14px' } },
  },
  components: {
    Drawer: { defaultProps: overlay },
    Modal: { defaultProps: { ...overlay, centered: true } },
    Menu: { defaultProps: { transitionProps: { duration: 100 }, shadow: 'md' } },
    Popover: { defaultProps: { transitionProps: { duration: 100 }, shadow: 'md' } },
    // Links and grey badges stay readable on a row under the pointer.
    Table: {
      defaultProps: { highlightOnHoverColor: 'light-dark(var(--mantine-color-gray-0), var(--mantine-color-dark-6))' },
    },
    Tooltip: { defaultProps: { transitionProps: { duration: 100 }, openDelay: 400, withArrow: true } },
    Badge: { defaultProps: { variant: 'light', tt: 'none', fw: 500, radius: 'sm' } },
  },
})

/** Mantine's placeholder and dimmed greys fall short of 4.5:1 on a slate ground. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-placeholder': SLATE[6], '--mantine-color-dimmed': SLATE[6] },
  dark: { '--mantine-color-placeholder': SLATE_DARK[3], '--mantine-color-dimmed': SLATE_DARK[2] },
})
