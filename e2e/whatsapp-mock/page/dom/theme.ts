/** WhatsApp marks its dark theme with a class on the body and, left alone, follows the system. */
export function followSystemTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const apply = (): void => {
    document.body.classList.toggle('dark', dark.matches)
  }
  dark.addEventListener('change', apply)
  apply()
}
