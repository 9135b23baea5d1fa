/** Said in this window when something was marked as read: the bell in the bar counts again. */
export const READ_EVENT = 'touchstone:read';
