import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { hasCode } from '../../protocol/errors.ts';
import { isSame } from '../../state/isSame.ts';
import { canSend } from './writing.ts';

interface Ways<Words, Sent, Saved> {
  /// What is sent of what is written; it is that which may differ from what stands there.
  sentOf: (words: Words) => Sent;
  send: (version: number, sent: Sent) => Promise<Saved>;
  onSaved: (edited: Saved) => Promise<void> | void;
  /// Somebody else was faster: what the post is now has to be learned.
  onStale: () => Promise<void> | void;
  onLeave: () => void;
  /// Bytes of text; without it as many as a post takes.
  most?: number;
}

/// Writing on a post or a comment in its place. When its words change meanwhile the text here stays, and saving needs a
/// second thought; what else of it changes is no matter. `words` is what stands there now.
export function useEditing<Words, Sent extends { body: string }, Saved>(
  { version: current }: { version: number },
  words: Words,
  { sentOf, send, onSaved, onStale, onLeave, most }: Ways<Words, Sent, Saved>,
) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [before] = useState(words);
  const [value, setValue] = useState(before);
  const [base, setBase] = useState({ version: current, words: before });
  const saving = useMutation({
    mutationFn: (version: number) => send(version, sentOf(value)),
    onSuccess: onSaved,
    onError: (error) => (hasCode(error, 'stale_version') ? onStale() : undefined),
  });
  const isUnsaved = !isSame(sentOf(value), sentOf(before));
  const { leave, question } = useUnsaved(isUnsaved, onLeave);
  const isChanged = current > base.version && !isSame(sentOf(words), sentOf(base.words)) && !saving.isPending;
  const maySave = canSend(sentOf(value).body, most) && !saving.isPending;

  useEffect(() => {
    const area = field.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);

  const save = () => {
    if (!maySave) return;
    setBase({ version: current, words });
    saving.mutate(current);
  };
  const failure = hasCode(saving.error, 'stale_version') ? null : saving.error;
  return { field, value, setValue, saving, failure, isChanged, maySave, save, leave, question };
}
