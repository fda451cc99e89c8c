import { useState } from 'react';
import { Picker } from '../../design/Picker.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { DepartmentId } from '../../protocol/generated.ts';
import { useDepartments, useOpenDepartments } from './departments.ts';
import { named } from './named.ts';

interface Props {
  label: string;
  hint: string;
  words: { placeholder: string; full: string; none: (typed: string) => string };
  chosen: readonly DepartmentId[];
  atMost: number;
  onChange: (chosen: DepartmentId[]) => void;
}

/// Chooses departments by name. One that was archived since can only be taken out.
export function DepartmentPicker({ label, hint, words, chosen, atMost, onChange }: Props) {
  const text = useLaterText();
  const departments = useDepartments();
  const open = useOpenDepartments();
  const [typed, setTyped] = useState('');
  const nameOf = (id: DepartmentId) => departments.find((each) => each.id === id)?.name ?? text.questions.unknownDepartment;
  return (
    <Picker
      label={label}
      hint={hint}
      chosen={chosen.map((id) => ({ id, name: nameOf(id) }))}
      atMost={atMost}
      typed={typed}
      found={named(open, typed)}
      isAnswer
      offersAtOnce
      words={{ ...words, none: words.none(typed.trim()) }}
      onTyped={setTyped}
      onChange={onChange}
    >
      {({ name }) => name}
    </Picker>
  );
}
