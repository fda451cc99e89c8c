import { type KeyboardEvent, type ReactNode, use, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ComboBox, ComboBoxStateContext, Group, Input, Label, ListBox, ListBoxItem, Text } from 'react-aria-components';
import { useLaterText } from '../i18n/text.tsx';
import { OptionsPopover } from './OptionsPopover.tsx';
import { Picked } from './Picked.tsx';
import styles from './Picker.module.css';

export interface Pickable {
  id: number;
  name: string;
}

interface Props<Item extends Pickable> {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  chosen: readonly Pickable[];
  /// With one, another choice takes its place.
  atMost: number;
  typed: string;
  /// What fits that; what was chosen among them is left out.
  found: readonly Item[];
  /// More is not to be expected for what is typed.
  isAnswer: boolean;
  /// It offers something before anything is typed.
  offersAtOnce: boolean;
  /// In an empty field, where no more can be chosen, and where nothing fits.
  words: { placeholder: string; full: string; none: string };
  /// Stands before the name of what was chosen.
  picture?: (item: Pickable) => ReactNode;
  /// How one is offered.
  children: (item: Item) => ReactNode;
  onTyped: (typed: string) => void;
  onChange: (chosen: number[]) => void;
}

const mostShown = 8;

/// Chooses one or a few by name; they stand in the field before what is typed.
export function Picker<Item extends Pickable>(props: Props<Item>) {
  const { label, hint, error, chosen, atMost, typed, words, picture, children, onTyped, onChange } = props;
  const { picker: text } = useLaterText();
  const part = useRef<HTMLDivElement>(null);
  const [happened, setHappened] = useState('');
  const ids = chosen.map(({ id }) => id);
  const isFull = atMost > 1 && ids.length >= atMost;
  const choices = isFull ? [] : props.found.filter(({ id }) => !ids.includes(id)).slice(0, mostShown);
  const isNobody = props.isAnswer && !isFull && typed.trim() !== '' && choices.length === 0;

  const goTo = (selector: string) => part.current?.querySelector<HTMLElement>(selector)?.focus();
  const choose = ({ id, name }: Item) => {
    setHappened(text.chose(name));
    onChange(atMost === 1 ? [id] : [...ids, id]);
  };
  const takeOut = ({ id, name }: Pickable) => {
    setHappened(text.tookOut(name));
    flushSync(() => onChange(ids.filter((each) => each !== id)));
  };
  // From one to the next, or to the field when there is none left.
  const takeOutHere = (at: number, item: Pickable) => {
    takeOut(item);
    goTo(ids.length > 1 ? `li:nth-child(${String(Math.min(at + 1, ids.length - 1))}) button` : 'input');
  };
  // What is still being looked for is not given up by a quick Enter.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.target.value.trim() === '') return;
    if (event.target.hasAttribute('aria-activedescendant')) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = chosen.at(-1);
    if (!(event.target instanceof HTMLInputElement)) return;
    if (event.key === 'Backspace' && event.target.value === '' && !event.repeat && last !== undefined) takeOut(last);
    // It closed the list, and nothing around that.
    if (event.key === 'Escape' && event.target.getAttribute('aria-expanded') === 'true') event.stopPropagation();
  };

  const about = error ?? (isFull ? words.full : hint);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the field in it
    <div ref={part} className={styles.picker} onKeyDownCapture={onKeyDownCapture} onKeyDown={onKeyDown}>
      <ComboBox
        className={styles.field ?? ''}
        items={choices}
        menuTrigger={props.offersAtOnce ? 'focus' : 'input'}
        isReadOnly={isFull}
        isInvalid={error !== undefined}
        allowsEmptyCollection={isNobody}
        onInputChange={onTyped}
      >
        <Label>{label}</Label>
        <Group className={styles.box ?? ''}>
          {chosen.length > 0 && (
            <ul role="list" aria-label={label} className={styles.chosen}>
              {chosen.map((item, at) => (
                <Picked key={item.id} name={item.name} picture={picture?.(item)} onRemove={() => takeOutHere(at, item)} />
              ))}
            </ul>
          )}
          <Input placeholder={chosen.length === 0 ? words.placeholder : ''} maxLength={40} className={styles.input ?? ''} />
        </Group>
        <WhileTyping isFound={choices.length > 0 || isNobody} />
        {about !== undefined && (
          <Text slot="description" className={(error === undefined ? styles.about : styles.wrong) ?? ''}>
            {about}
          </Text>
        )}
        <OptionsPopover className={styles.popover}>
          {/* It stands at the end of the document, outside of every landmark. */}
          <section aria-label={label}>
            <ListBox<Item>
              className={styles.list ?? ''}
              dependencies={[choose]}
              renderEmptyState={() => <p className={styles.none}>{words.none}</p>}
            >
              {(item) => (
                <ListBoxItem textValue={item.name} className={styles.item ?? ''} onAction={() => choose(item)}>
                  {children(item)}
                </ListBoxItem>
              )}
            </ListBox>
            <FirstInFocus />
          </section>
        </OptionsPopover>
      </ComboBox>
      {/* An open list hides from a screen reader what is not marked so. */}
      <p role="status" className="hidden-visually" data-live-announcer>
        {happened}
      </p>
    </div>
  );
}

/// While something is typed the list is open once something is found, also when the answer comes late.
function WhileTyping({ isFound }: { isFound: boolean }) {
  const list = use(ComboBoxStateContext);
  useEffect(() => {
    if (!list || list.inputValue.trim() === '') return;
    if (!list.isOpen && list.isFocused && isFound) list.open(null, 'input');
  });
  return null;
}

/// The first that is found is in focus, so that Enter takes it without an arrow key. It stands behind the list, which begins
/// without a focus.
function FirstInFocus() {
  const list = use(ComboBoxStateContext);
  useEffect(() => {
    if (!list || list.inputValue.trim() === '' || list.selectionManager.focusedKey !== null) return;
    list.selectionManager.setFocusedKey(list.collection.getFirstKey());
  });
  return null;
}
