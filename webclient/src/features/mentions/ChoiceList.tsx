import { Building2, Hash, type LucideIcon } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { Popover } from 'react-aria-components';
import { useText } from '../../i18n/text.tsx';
import type { Person, PersonId, TopicChoice } from '../../protocol/generated.ts';
import { useJob } from '../departments/departments.ts';
import { usePresence } from '../presence/presence.ts';
import { PresentAvatar } from '../presence/PresentAvatar.tsx';
import { usePresenceWords } from '../presence/useWords.ts';
import styles from './ChoiceList.module.css';
import type { Choice } from './choices.ts';
import { placeOf } from './field.ts';

interface Props {
  id: string;
  area: RefObject<HTMLTextAreaElement | null>;
  /// Where the "@" or "#" stands: the list opens there.
  start: number;
  choices: readonly Choice[];
  /// None until somebody walks to one, where Enter is to take none.
  active: Choice | undefined;
  optionOf: (choice: Choice) => string;
  onChoose: (choice: Choice) => void;
  onClose: () => void;
}

/// Whom one can name, or which topics there are, below the line where one writes, or above it where there is no room. The focus stays in the field.
export function ChoiceList({ id, area, start, choices, active, optionOf, onChoose, onClose }: Props) {
  const words = useText().mentions;
  const label = choices.some((choice) => 'topic' in choice) ? words.topics.list : words.list;
  return (
    <Popover
      className={styles.popover ?? ''}
      triggerRef={area}
      getTargetRect={() => area.current && placeOf(area.current, start)}
      placement="bottom start"
      offset={4}
      maxHeight={320}
      isOpen
      isNonModal
      onOpenChange={onClose}
    >
      {/* It stands at the end of the document, outside of every landmark. */}
      <section aria-label={label} className={styles.place}>
        <div id={id} role="listbox" aria-label={label} className={styles.list}>
          {choices.map((choice) => (
            <Option
              key={choice.address}
              id={optionOf(choice)}
              choice={choice}
              isActive={choice === active}
              onChoose={() => onChoose(choice)}
            />
          ))}
        </div>
      </section>
    </Popover>
  );
}

interface OptionProps {
  id: string;
  choice: Choice;
  isActive: boolean;
  onChoose: () => void;
}

function Option({ id, choice, isActive, onChoose }: OptionProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field has the focus, and the keys
    <div
      ref={place}
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles.option}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {'person' in choice && <OfPerson person={choice.person} />}
      {'department' in choice && <OfDepartment name={choice.name} />}
      {'topic' in choice && <OfTopic topic={choice.topic} />}
    </div>
  );
}

function OfPerson({ person: { id, name, colour }, person }: { person: Person }) {
  const job = useJob(person);
  return (
    <>
      <PresentAvatar id={id} name={name} colour={colour} size="small" />
      <Words name={name} about={[job, useSign(id)].filter(Boolean).join(' · ')} />
    </>
  );
}

/// Whoever is on leave, or does not want to be disturbed, may not read it soon.
function useSign(person: PersonId): string | undefined {
  const presence = usePresence(person);
  return usePresenceWords(presence?.until === undefined ? undefined : presence);
}

const OfDepartment = ({ name }: { name: string }) => (
  <WithSign Sign={Building2}>
    <Words name={name} about={useText().mentions.heads} />
  </WithSign>
);

const OfTopic = ({ topic: { topic, posts } }: { topic: TopicChoice }) => (
  <WithSign Sign={Hash}>
    <Words name={topic} about={useText().mentions.topics.posts(posts)} />
  </WithSign>
);

const WithSign = ({ Sign, children }: { Sign: LucideIcon; children: ReactNode }) => (
  <>
    <span className={styles.sign}>
      <Sign size={16} aria-hidden />
    </span>
    {children}
  </>
);

const Words = ({ name, about }: { name: string; about: string }) => (
  <span className={styles.words}>
    <span className={styles.name}>{name}</span> <span className={styles.about}>{about}</span>
  </span>
);
