import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { say } from '../../design/toast.ts';
import { useText } from '../../i18n/text.tsx';
import { askedConfidentially } from './asked.ts';

/// Says that a confidential question has arrived, with the way to it.
export function useAskedConfidentially(): void {
  const { privately: text } = useText();
  const navigate = useNavigate();
  const tell = useEffectEvent(() => {
    const post = askedConfidentially.get();
    if (post === undefined) return;
    askedConfidentially.set(undefined);
    say(text.asked, { label: text.show, run: () => void navigate({ to: '/p/$post', params: { post: String(post) } }) });
  });
  useEffect(() => {
    tell();
    return askedConfidentially.subscribe(() => tell());
  }, []);
}
