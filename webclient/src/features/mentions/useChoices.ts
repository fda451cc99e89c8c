import { useQuery } from '@tanstack/react-query';
import type { TabId } from '../../protocol/generated.ts';
import { useSettled } from '../../state/useSettled.ts';
import { type Choice, choicesQuery, choicesSoFar, isFruitless } from './choices.ts';

const pause = 120;
const none: Choice[] = [];

/// Whom to offer for these words; nobody, and no question, when they are undefined. Each answer belongs to its own words,
/// so a late one replaces nothing.
export function useChoices(tab: TabId, words: string | undefined): Choice[] {
  const isResting = useSettled(words, pause) === words;
  const search = words?.trimEnd() ?? '';
  const isAsked = words !== undefined && isResting && !isFruitless(tab, search);
  const { data } = useQuery({ ...choicesQuery(tab, search), enabled: isAsked });
  if (words === undefined) return none;
  return data ?? choicesSoFar(tab, search);
}
