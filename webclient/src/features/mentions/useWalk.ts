import { useState } from 'react';
import type { Choice } from './choices.ts';
import type { Typed } from './typed.ts';

/// The choice that Enter takes: the first one, until somebody walks on. Other words begin at the first one again.
export function useWalk(choices: readonly Choice[], typed: Typed | undefined) {
  const at = JSON.stringify(typed);
  const [walked, setWalked] = useState({ at, index: 0 });
  const active = choices[walked.at === at ? walked.index : 0] ?? choices[0];
  const walk = (step: number) => {
    if (active) setWalked({ at, index: (choices.indexOf(active) + step + choices.length) % choices.length });
  };
  return { active, walk };
}
