import { CheckCheck } from 'lucide-react';
import { Button } from '../../design/Button.tsx';
import { complain } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import { readAll } from './reading.ts';
import { useNotifications } from './useNotifications.ts';

/// It stays where it is when all is read: whoever pressed it by keyboard goes on from there.
export function ReadAll() {
  const text = useLaterText();
  const { lines = [], unread } = useNotifications();
  if (lines.length === 0) return null;
  const read = async () => {
    try {
      await readAll(lines);
    } catch (error) {
      complain(`${text.notifications.failed} ${text.errors[errorKey(error)]}`);
    }
  };
  return (
    <Button look="quiet" icon={<CheckCheck size={16} aria-hidden />} aria-disabled={unread === 0} onClick={read}>
      {text.feed.markAll}
    </Button>
  );
}
