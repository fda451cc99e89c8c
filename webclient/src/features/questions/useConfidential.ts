import { useText } from '../../i18n/text.tsx';
import type { Tab } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import type { Draft } from '../posts/drafts.ts';
import { useDesk } from './useDesk.ts';
import { useReaders } from './useReaders.ts';

interface Confidential {
  /// Somebody is asked who may read it.
  isReady: boolean;
  /// Who will read it.
  about: string;
  submit: string;
}

/// What a composer has to say of a question that only some may read; nothing of all that everyone reads.
export function useConfidential({ question, confidential, mark }: Draft, { department }: Tab): Confidential | undefined {
  const { privately, composer } = useText();
  const target = confidential === true ? question : undefined;
  const desk = useDesk(target, department);
  const readers = useReaders({ ...target, ...(desk && { department: desk.id }) }, useMe().person.id);
  if (!target) return undefined;
  const who = desk ? privately.about(readers) : privately.forNobody;
  return { isReady: desk !== undefined, about: mark === 'personal' ? `${who} ${composer.personalNote}` : who, submit: privately.submit };
}
