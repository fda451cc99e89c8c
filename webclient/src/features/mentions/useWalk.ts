import { useState } from 'react';
import type { Choice } from './choices.ts';
import type { Typed } from './typed.ts';

/// The choice that Enter takes: of those whom one names the first one, until somebody walks on. Of topics it is none until then:
/// what was typed may be one itself. Other words begin there again.
export function useWalk(choices: readonly Choice[], typed: Typed | undefined) {
  const at = JSON.stringify(typed ?? null);
  const [walked, setWalked] = useState<{ at: string; index: number }>();
  const start = typed?.sign === '#' ? undefined : choices[0];
  const active = walked?.at === at ? (choices[walked.index] ?? start) : start;
  const walk = (step: 1 | -1) => {
    const from = active ? choices.indexOf(active) : step === 1 ? -1 : 0;
    setWalked({ at, index: (from + step + choices.length) % choices.length });
  };
  return { active, walk };
}
