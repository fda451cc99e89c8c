import { ToastQueue } from 'react-stately/useToastState';

export interface ToastContent {
  message: string;
  tone: 'plain' | 'failure';
  action?: { label: string; run: () => void };
}

const atMost = 3;
const timeout = 10_000;

/// Short messages at the edge of the page. React Aria still calls these unstable: this file and Toasts.tsx are the only
/// ones that know. Here is the queue alone, without what draws it.
export const toasts = new ToastQueue<ToastContent>({ maxVisibleToasts: atMost });

export function say(message: string, action?: ToastContent['action']): void {
  toasts.add(action ? { message, tone: 'plain', action } : { message, tone: 'plain' }, { timeout });
}

export function complain(message: string): void {
  toasts.add({ message, tone: 'failure' }, { timeout });
}
