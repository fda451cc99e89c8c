import { type KeyboardEvent, use, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ComboBox, ComboBoxStateContext, Group, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { Avatar } from '../../design/Avatar.tsx';
import { Note } from '../../design/Note.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { Person, PersonId } from '../../protocol/generated.ts';
import { useJob } from '../departments/departments.ts';
import { ChosenPerson } from './ChosenPerson.tsx';
import { type PeopleSource, useFound } from './finding.ts';
import { usePeople } from './people.ts';
import styles from './PersonPicker.module.css';

interface Props {
  label: string;
  hint?: string | undefined;
  among: PeopleSource;
  chosen: readonly PersonId[];
  atMost: number;
  error?: string | undefined;
  onChange: (chosen: PersonId[]) => void;
}

const mostShown = 8;

/// Chooses one or a few people by name; they stand in the field before what is typed. With one, another choice takes its
/// place.
export function PersonPicker({ label, hint, among, chosen, atMost, error, onChange }: Props) {
  const text = useLaterText();
  const part = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [happened, setHappened] = useState('');
  const known = usePeople(chosen);
  const nameOf = (id: PersonId) => known.get(id)?.name ?? text.post.unknownAuthor;
  const isFull = atMost > 1 && chosen.length >= atMost;
  const found = useFound(among, typed);
  const choices = isFull ? [] : found.people.filter(({ id }) => !chosen.includes(id)).slice(0, mostShown);
  const isNobody = found.isAnswer && !isFull && typed.trim() !== '' && choices.length === 0;

  const goTo = (selector: string) => part.current?.querySelector<HTMLElement>(selector)?.focus();
  const choose = ({ id, name }: Person) => {
    setHappened(text.people.chose(name));
    onChange(atMost === 1 ? [id] : [...chosen, id]);
  };
  const takeOut = (id: PersonId) => {
    setHappened(text.people.tookOut(nameOf(id)));
    flushSync(() => onChange(chosen.filter((each) => each !== id)));
  };
  // From one to the next, or to the field when there is none left.
  const takeOutHere = (at: number, id: PersonId) => {
    takeOut(id);
    goTo(chosen.length > 1 ? `li:nth-child(${String(Math.min(at + 1, chosen.length - 1))}) button` : 'input');
  };
  // Who is still being looked for is not given up by a quick Enter.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.target.value.trim() === '') return;
    if (event.target.hasAttribute('aria-activedescendant')) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = chosen.at(-1);
    const isInField = event.target instanceof HTMLInputElement && event.target.value === '';
    if (event.key === 'Backspace' && isInField && !event.repeat && last !== undefined) takeOut(last);
  };

  const about = error ?? (isFull ? text.people.full(atMost) : hint);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the field in it
    <div ref={part} className={styles.picker} onKeyDownCapture={onKeyDownCapture} onKeyDown={onKeyDown}>
      <ComboBox
        className={styles.field ?? ''}
        items={choices}
        menuTrigger={among.letters === 0 ? 'focus' : 'input'}
        isReadOnly={isFull}
        isInvalid={error !== undefined}
        allowsEmptyCollection={isNobody}
        onInputChange={setTyped}
      >
        <Label>{label}</Label>
        <Group className={styles.box ?? ''}>
          {chosen.length > 0 && (
            <ul role="list" aria-label={label} className={styles.chosen}>
              {chosen.map((id, at) => (
                <ChosenPerson key={id} id={id} name={nameOf(id)} colour={known.get(id)?.colour} onRemove={() => takeOutHere(at, id)} />
              ))}
            </ul>
          )}
          <Input placeholder={chosen.length === 0 ? text.people.searchName : ''} maxLength={40} className={styles.input ?? ''} />
        </Group>
        <WhileTyping isFound={choices.length > 0 || isNobody} />
        {about !== undefined && (
          <Text slot="description" className={(error === undefined ? styles.about : styles.wrong) ?? ''}>
            {about}
          </Text>
        )}
        <Popover className={styles.popover ?? ''} offset={4}>
          {/* It stands at the end of the document, outside of every landmark. */}
          <section aria-label={label}>
            <ListBox<Person>
              className={styles.list ?? ''}
              dependencies={[choose]}
              renderEmptyState={() => <p className={styles.none}>{text.members.noCandidates(typed.trim())}</p>}
            >
              {(person) => (
                <ListBoxItem textValue={person.name} className={styles.item ?? ''} onAction={() => choose(person)}>
                  <Choice person={person} />
                </ListBoxItem>
              )}
            </ListBox>
            <FirstInFocus />
          </section>
        </Popover>
      </ComboBox>
      {found.error && <Note tone="failure">{text.errors[errorKey(found.error)]}</Note>}
      {/* An open list hides from a screen reader what is not marked so. */}
      <p role="status" className="hidden-visually" data-live-announcer>
        {happened}
      </p>
    </div>
  );
}

function Choice({ person }: { person: Person }) {
  const { id, name, colour } = person;
  const job = useJob(person);
  return (
    <>
      <Avatar id={id} name={name} colour={colour} size="small" />
      <span className={styles.who}>
        <span>{name}</span>
        {job && <span className={styles.job}> {job}</span>}
      </span>
    </>
  );
}

/// While something is typed the list is open once somebody is found, also when the answer comes late.
function WhileTyping({ isFound }: { isFound: boolean }) {
  const list = use(ComboBoxStateContext);
  useEffect(() => {
    if (!list || list.inputValue.trim() === '') return;
    if (!list.isOpen && list.isFocused && isFound) list.open(null, 'input');
  });
  return null;
}

/// The first who is found is in focus, so that Enter takes them without an arrow key. It stands behind the list, which begins
/// without a focus.
function FirstInFocus() {
  const list = use(ComboBoxStateContext);
  useEffect(() => {
    if (!list || list.inputValue.trim() === '' || list.selectionManager.focusedKey !== null) return;
    list.selectionManager.setFocusedKey(list.collection.getFirstKey());
  });
  return null;
}
