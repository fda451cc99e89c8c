import { CircleAlert, X } from 'lucide-react';
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
  Text,
} from 'react-aria-components/Toast';
import { useText } from '../i18n/text.tsx';
import { toasts } from './toast.ts';
import styles from './Toasts.module.css';

export function Toasts() {
  const text = useText();
  return (
    <ToastRegion queue={toasts} aria-label={text.app.regions.toasts} className={styles.region ?? ''}>
      {({ toast }) => (
        <Toast toast={toast} className={styles.toast ?? ''}>
          {toast.content.tone === 'failure' && <CircleAlert size={18} aria-hidden />}
          <ToastContent className={styles.content ?? ''}>
            <Text slot="title">{toast.content.message}</Text>
          </ToastContent>
          {toast.content.action && (
            <button
              type="button"
              className={styles.action}
              onClick={() => {
                toast.content.action?.run();
                toasts.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </button>
          )}
          <button
            type="button"
            className={styles.close}
            aria-label={text.app.close}
            onClick={() => {
              toasts.close(toast.key);
            }}
          >
            <X size={18} aria-hidden />
          </button>
        </Toast>
      )}
    </ToastRegion>
  );
}
