import { complain } from '../../design/toast.ts';
import { useText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { SetPresence } from '../../protocol/generated.ts';
import { choosePresence } from './choose.ts';

/// Chooses what others see, and says when that did not work.
export function useChoosing(): (wanted: SetPresence) => Promise<void> {
  const text = useText();
  return (wanted) =>
    choosePresence(wanted).catch((error: unknown) => complain(`${text.presence.failed} ${text.errors[errorKey(error)]}`));
}
