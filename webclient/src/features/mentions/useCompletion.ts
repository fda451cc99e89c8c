import { type ChangeEvent, type KeyboardEvent, type RefObject, type SyntheticEvent, useId, useRef, useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import type { TabId } from '../../protocol/generated.ts';
import { useDepartments } from '../departments/departments.ts';
import type { Choice } from './choices.ts';
import { typeOver } from './field.ts';
import { type Mention, mentionIn } from './source.ts';
import { goesOn, isNamed, type Typed, typedAt } from './typed.ts';
import { useChoices } from './useChoices.ts';
import type { MentionText } from './useMentionText.ts';
import { useWalk } from './useWalk.ts';

/// Offers whom to name while somebody types behind an "@", and topics behind a "#". As long as the list is open its keys are its
/// own.
export function useCompletion(tab: TabId, area: RefObject<HTMLTextAreaElement | null>, { text, mentions, write }: MentionText) {
  const words = useText().mentions;
  const departments = useDepartments();
  const id = useId();
  // Where something was typed last; nowhere, once the caret has gone from there.
  const [caret, setCaret] = useState<number>();
  // Where somebody has chosen already, or wants no list.
  const [passed, setPassed] = useState<Typed>();
  const chosen = useRef<Mention>(undefined);

  const typed = caret === undefined ? undefined : typedAt(text, caret);
  const isLookedFor = typed !== undefined && !goesOn(typed, passed) && !isNamed(typed, mentions);
  const choices = useChoices(tab, isLookedFor ? typed : undefined);
  const { active, walk } = useWalk(choices, typed);
  const [first] = choices;
  const optionOf = ({ address }: Choice) => `${id}-${address}`;

  const choose = (choice: Choice) => {
    if (!area.current || !typed || caret === undefined) return;
    const mention = 'topic' in choice ? undefined : mentionIn(mentions, choice.name, choice.address, aboutOf(choice));
    const shown = mention?.shown ?? `#${choice.name}`;
    const isSpaceWanted = /^(?:$|[\p{L}\p{N}\n])/u.test(text.slice(caret));
    chosen.current = mention;
    typeOver(area.current, typed.start, caret, shown + (isSpaceWanted ? ' ' : ''));
    setPassed({ ...typed, words: shown.slice(1) });
  };
  const aboutOf = (choice: Exclude<Choice, { topic: unknown }>) => {
    if ('department' in choice) return words.department;
    const department = departments.find((each) => each.id === choice.person.department);
    return department?.name ?? choice.person.title;
  };

  const acts: Partial<Record<string, () => void>> | undefined = first && {
    ArrowDown: () => walk(1),
    ArrowUp: () => walk(-1),
    ...(active && { Enter: () => choose(active) }),
    Tab: () => choose(active ?? first),
    Escape: () => setPassed(typed),
  };
  const field = {
    onChange: ({ target: { value, selectionStart } }: ChangeEvent<HTMLTextAreaElement>) => {
      if (typedAt(value, selectionStart)?.start !== typed?.start) setPassed(undefined);
      setCaret(selectionStart);
      write(value, chosen.current);
      chosen.current = undefined;
    },
    onSelect: ({ currentTarget: { value, selectionStart, selectionEnd } }: SyntheticEvent<HTMLTextAreaElement>) => {
      if (caret === undefined) return;
      const isThere = selectionStart === selectionEnd && typedAt(value, selectionStart)?.start === typed?.start;
      setCaret(isThere ? selectionStart : undefined);
    },
    onBlur: () => setCaret(undefined),
    onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => {
      // With Ctrl a key is another one. Only half a name is never sent: Ctrl and Enter choose there.
      const isOther = event.shiftKey || ((event.ctrlKey || event.metaKey) && !(event.key === 'Enter' && typed?.sign === '@'));
      const act = isOther || event.nativeEvent.isComposing ? undefined : acts?.[event.key];
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    },
    // Whether it is open a text field cannot say (`aria-expanded` is not for it): that choices are there is said in words.
    'aria-autocomplete': 'list',
    'aria-controls': first && id,
    'aria-activedescendant': active && optionOf(active),
  } as const;

  return { id, typed, choices, active, optionOf, choose, close: () => setCaret(undefined), field };
}
