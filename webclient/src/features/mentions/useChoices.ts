import { useQuery } from '@tanstack/react-query';
import type { TabId } from '../../protocol/generated.ts';
import { useSettled } from '../../state/useSettled.ts';
import { type Choice, choicesQuery, choicesSoFar, isFruitless } from './choices.ts';
import { isWhole, type Typed } from './typed.ts';

const pause = 120;
const none: Choice[] = [];

/// What to offer for what was typed; nothing, and no question, when that is undefined. Each answer belongs to its own words, so
/// a late one replaces nothing.
export function useChoices(tab: TabId, typed: Typed | undefined): Choice[] {
  const asTyped = typed && typed.sign + typed.words;
  const isResting = useSettled(asTyped, pause) === asTyped;
  const search = { tab, sign: typed?.sign ?? '@', words: typed?.words.trimEnd() ?? '' };
  const isAsked = typed !== undefined && isResting && !isFruitless(search);
  const { data } = useQuery({ ...choicesQuery(search), enabled: isAsked });
  if (typed === undefined) return none;
  const choices = data ?? choicesSoFar(search);
  return isWhole(typed, choices.map(({ name }) => name)) ? none : choices;
}
