import { useBlocker } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Confirm } from '../../design/Dialog.tsx';
import { useLaterText } from '../../i18n/text.tsx';

/// Whoever leaves a page with changes that are not saved is asked first. Draw what it returns.
export function useUnsaved(isUnsaved: () => boolean): ReactElement | null {
  const text = useLaterText();
  const blocker = useBlocker({ shouldBlockFn: isUnsaved, enableBeforeUnload: isUnsaved, withResolver: true });
  if (blocker.status !== 'blocked') return null;
  return (
    <Confirm
      title={text.groupForm.unsaved}
      action={text.groupForm.leaveUnsaved}
      onConfirm={blocker.proceed}
      onClose={blocker.reset}
    >
      {text.groupForm.unsavedHint}
    </Confirm>
  );
}
