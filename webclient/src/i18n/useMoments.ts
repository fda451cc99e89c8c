import { createContext, use } from 'react';
import type { Moments } from './moments.ts';

export const MomentsContext = createContext<Moments | undefined>(undefined);

export function useMoments(): Moments {
  const moments = use(MomentsContext);
  if (!moments) throw new Error('useMoments outside of MomentsContext');
  return moments;
}
