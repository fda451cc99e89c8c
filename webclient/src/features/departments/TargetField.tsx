import { ChevronDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Text } from 'react-aria-components';
import { OptionsPopover } from '../../design/OptionsPopover.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Addressee } from '../../protocol/generated.ts';
import { useDepartments } from './departments.ts';
import { useServices } from './services.ts';
import styles from './TargetField.module.css';
import { type Choice, choicesOf, found, keyOf } from './targets.ts';

interface Props {
  /// What it asks, and what one could type; of a question unless said otherwise.
  label?: string | undefined;
  example?: string | undefined;
  value: Addressee;
  /// Stands below: what becomes of the question or the idea, or what is wrong.
  about: string;
  isWrong?: boolean;
  onChange: (target: Addressee) => void;
}

/// So many are listed; more words find the others.
const mostShown = 50;

/// What a question is about, or for whom an idea is: finds services and departments while one types. Nothing chosen is a choice too.
export function TargetField({ label, example, value, about, isWrong = false, onChange }: Props) {
  const { targetField: text } = useLaterText();
  const departments = useDepartments();
  const services = useServices();
  const choices = useMemo(() => choicesOf(departments, services), [departments, services]);
  const [typed, setTyped] = useState('');
  const chosen = choices.find(({ id }) => id === keyOf(value));
  // Whoever opens the list where something is chosen looks for something else.
  const listed = typed === chosen?.name ? choices : found(choices, typed);
  return (
    <ComboBox
      className={styles.field ?? ''}
      items={listed.slice(0, mostShown)}
      value={chosen?.id ?? null}
      onChange={(key) => onChange(choices.find(({ id }) => id === key)?.target ?? {})}
      onInputChange={setTyped}
      isInvalid={isWrong}
      allowsEmptyCollection
    >
      <Label>{label ?? text.label}</Label>
      <div className={styles.box}>
        <Input placeholder={example ?? text.example} />
        <Button className={styles.show ?? ''}>
          <ChevronDown size={18} aria-hidden />
        </Button>
      </div>
      <Text slot="description" className={isWrong ? (styles.wrong ?? '') : (styles.about ?? '')}>
        {about}
      </Text>
      <OptionsPopover className={styles.popover}>
        <ListBox<Choice> className={styles.list ?? ''} renderEmptyState={() => <p className={styles.none}>{text.none}</p>}>
          {({ name, of }) => (
            <ListBoxItem textValue={name} className={styles.item ?? ''}>
              <Text slot="label" className={styles.name ?? ''}>
                {name}
              </Text>
              <Text slot="description" className={styles.of ?? ''}>
                {of ?? text.department}
              </Text>
            </ListBoxItem>
          )}
        </ListBox>
      </OptionsPopover>
    </ComboBox>
  );
}
