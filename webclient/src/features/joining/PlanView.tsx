import { Button } from '../../design/Button.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { FillingLine, FillingPlan, GroupId } from '../../protocol/generated.ts';
import { usePerson } from '../people/people.ts';
import { attempt } from './attempt.ts';
import { addMembers, joining } from './filling.ts';
import styles from './Filling.module.css';

interface Props {
  group: GroupId;
  plan: FillingPlan;
  onDone: () => void;
}

/// Line by line what would happen, and the button that makes it so, for all of them or for nobody.
export function PlanView({ group, plan, onDone }: Props) {
  const text = useLaterText();
  const people = joining(plan);
  const add = async () => {
    const added = await attempt(text, () => addMembers(group, people), text.joining.addedMany);
    if (added !== undefined) onDone();
  };
  return (
    <div className={styles.plan}>
      <p role="status">{text.joining.wouldJoin(people.length, plan.lines.length)}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls is reached by keyboard */}
      <ul role="list" tabIndex={0} aria-label={text.joining.plan} className={styles.lines}>
        {plan.lines.map((line, index) => (
          <Line key={index} line={line} />
        ))}
      </ul>
      {people.length > 0 && (
        <Button look="primary" onClick={add}>
          {text.joining.addMany(people.length)}
        </Button>
      )}
    </div>
  );
}

function Line({ line: { entry, outcome, person } }: { line: FillingLine }) {
  const text = useLaterText();
  return (
    <li className={styles.line} data-outcome={outcome}>
      {person === undefined ? <span>{entry}</span> : <Name id={person} entry={entry} />}
      <span className={styles.outcome}>{text.joining.outcomes[outcome]}</span>
    </li>
  );
}

function Name({ id, entry }: { id: number; entry: string }) {
  const text = useLaterText();
  const name = usePerson(id)?.name ?? text.post.unknownAuthor;
  return <span>{entry === '' ? name : `${name} (${entry})`}</span>;
}
