import { LockKeyhole } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Note } from '../../design/Note.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Addressee, Department, GroupView, TabView } from '../../protocol/generated.ts';
import { useDepartments } from '../departments/departments.ts';
import { useServices } from '../departments/services.ts';
import { isGone, isNobody } from '../departments/targets.ts';
import { useAudience } from '../groups/audience.ts';
import styles from './QuestionField.module.css';

interface Props {
  group: GroupView;
  tab: TabView;
  target: Addressee;
  /// Whom the question asks; nothing where that is nobody.
  desk: Department | undefined;
  isConfidential: boolean;
  onChange: (isConfidential: boolean) => void;
}

/// Who may read the question that is being written. Without somebody to ask there is no choice; a question that was private
/// by then stays so, and says what it lacks.
export function WhoReads({ group, tab, target, desk, isConfidential, onChange }: Props) {
  const { whoReads: text, privately } = useLaterText();
  const name = useId();
  const audience = useAudience(group, tab);
  const isNobodys = useIsNobodys(target);
  if (!desk && !isConfidential) return isNobodys ? <p className={styles.hint}>{text.needsDesk}</p> : null;
  const protects = desk ? text.protects(desk.name) : text.protectsAnyhow;
  return (
    <>
      <fieldset className={styles.group}>
        <legend className={styles.label}>{text.label}</legend>
        <Choice name={name} isChosen={!isConfidential} hint={audience} onChoose={() => onChange(false)}>
          {text.everyone}
        </Choice>
        <Choice
          name={name}
          isChosen={isConfidential}
          hint={target.service === undefined ? protects : `${protects} ${text.ownerToo}`}
          onChoose={() => onChange(true)}
        >
          <LockKeyhole size={14} aria-hidden />
          {text.private(desk ? privately.desk(desk.name) : text.anyDesk)}
        </Choice>
      </fieldset>
      {!desk && isNobodys && <Note tone="failure">{text.nobody}</Note>}
    </>
  );
}

/// As far as this page knows: a service that it does not know yet may have somebody.
function useIsNobodys(target: Addressee): boolean {
  const departments = useDepartments();
  const services = useServices();
  return isNobody(target) || isGone(target, departments, services);
}

interface ChoiceProps {
  name: string;
  isChosen: boolean;
  hint: string | undefined;
  onChoose: () => void;
  children: ReactNode;
}

function Choice({ name, isChosen, hint, onChoose, children }: ChoiceProps) {
  const id = useId();
  return (
    <label className={styles.choice}>
      <input type="radio" name={name} checked={isChosen} aria-labelledby={id} aria-describedby={`${id}-hint`} onChange={onChoose} />
      <span id={id} className={styles.title}>
        {children}
      </span>
      <span id={`${id}-hint`} className={styles.hint}>
        {hint}
      </span>
    </label>
  );
}
