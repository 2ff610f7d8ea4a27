import { useFocusFinders } from '@fluentui/react-components';

/**
 * Shows nothing. As long as one component uses the keeper of the focus, Fluent keeps it; if the last one went with the dialog
 * that just closed, the page behind that would stay hidden from screen readers for good.
 */
export function FocusKeeper() {
  useFocusFinders();
  return null;
}
