import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Note } from '../../design/Note.tsx';
import { Segmented } from '../../design/Segmented.tsx';
import { type AllWords, useLaterText } from '../../i18n/text.tsx';
import type { ImportFault, ImportLine, ImportOutcome } from '../../protocol/generated.ts';
import styles from './ImportPage.module.css';
import type { Seen } from './importing.ts';
import { Added, Changed } from './PlannedDetails.tsx';

/// What a file would do: how much of each kind, and the first of them line by line. What is wrong stands first.
export function PlanTable({ seen: { name, plan } }: { seen: Seen }) {
  const words = useLaterText().peopleImport;
  const kinds = (['wrong', 'added', 'changed'] as const).filter((kind) => plan[kind] > 0);
  const [wanted, setWanted] = useState<ImportOutcome>();
  const shown = kinds.find((kind) => kind === wanted) ?? kinds[0];
  const lines = plan.lines.filter(({ outcome }) => outcome === shown);
  return (
    <section className={styles.plan}>
      <h2 className={styles.heading}>{words.result(name)}</h2>
      {plan.wrong > 0 && <Note tone="failure">{words.fixFirst}</Note>}
      {shown === undefined && <p role="status">{words.none}</p>}
      {plan.unchanged > 0 && <p className={styles.muted}>{words.unchanged(plan.unchanged)}</p>}
      {plan.ignored.length > 0 && <p className={styles.muted}>{words.ignored(plan.ignored.join(', '))}</p>}
      {shown !== undefined && (
        <>
          <Segmented<ImportOutcome>
            label={words.show}
            value={shown}
            choices={kinds.map((kind) => [kind, words.kinds[kind](plan[kind])] as const)}
            onChange={setWanted}
          />
          {lines.length < plan[shown] && <p className={styles.muted}>{words.firstOf(lines.length, plan[shown])}</p>}
          <div className={styles.frame}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{words.line}</th>
                  <th scope="col">{words.who}</th>
                  <th scope="col">{words.what}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={line.line}>
                    <td className={styles.number}>{line.line}</td>
                    <th scope="row">
                      <Who line={line} />
                    </th>
                    <td data-outcome={line.outcome}>
                      <What line={line} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

function Who({ line: { who, person } }: { line: ImportLine }) {
  if (person === undefined) return who;
  return (
    <Link to="/admin/people/$person" params={{ person: String(person) }} target="_blank">
      {who}
    </Link>
  );
}

function What({ line }: { line: ImportLine }) {
  const text = useLaterText();
  const { outcome, after, fault } = line;
  if (fault !== undefined) return reasonOf(line, fault, text);
  return outcome === 'added' && after ? <Added details={after} /> : <Changed line={line} />;
}

function reasonOf({ column, other_line: other }: ImportLine, fault: ImportFault, text: AllWords): string {
  const words = text.peopleImport;
  const reason = fault === 'missing' && column === 'email' ? words.noLogin : words.faults[fault];
  const told = column === undefined ? capital(reason) : words.inColumn(words.columns[column], reason);
  return other === undefined ? told : `${told} ${words.besides(other)}`;
}

const capital = (sentence: string): string => sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
