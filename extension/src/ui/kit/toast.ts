import { t } from '@lingui/core/macro'
import { notifications, type NotificationData } from '@mantine/notifications'

/** Shows a toast; its close button has a name for those who do not see it. */
export function showToast(toast: NotificationData): void {
  notifications.show({ ...toast, closeButtonProps: { 'aria-label': t`Close` } })
}
