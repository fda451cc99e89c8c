import { useState } from 'react';
import { type Mention, shownOf, sourceOf } from './source.ts';

export interface MentionText {
  /// What the field shows.
  text: string;
  mentions: readonly Mention[];
  /// Takes what the field shows now, and whom somebody has just chosen in it.
  write: (text: string, chosen?: Mention) => void;
}

/// A text that travels with links, as a field shows it. Whoever is named once stays known as long as the field holds the same
/// text, though the name is changed: taking that back names them again.
export function useMentionText(source: string, onChange: (source: string) => void): MentionText {
  const [held, setHeld] = useState(() => ({ source, ...shownOf(source) }));
  let now = held;
  // Another text from outside: it was sent, or another one is written on.
  if (held.source !== source) {
    now = { source, ...shownOf(source) };
    setHeld(now);
  }
  return {
    text: now.text,
    mentions: now.mentions,
    write: (text, chosen) => {
      const mentions = chosen && !now.mentions.includes(chosen) ? [...now.mentions, chosen] : now.mentions;
      const next = sourceOf(text, mentions);
      setHeld({ source: next, text, mentions });
      onChange(next);
    },
  };
}
