import { SmilePlus } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { MenuButton } from '../../design/MenuButton.tsx';
import { useText } from '../../i18n/text.tsx';
import type { ReactionKind } from '../../protocol/generated.ts';
import { toggle, useShown } from './react.ts';
import { emojis, type Held, type Subject, totalOf } from './reactions.ts';
import styles from './Reactions.module.css';

const Picker = lazy(async () => ({ default: (await import('./ReactionPicker.tsx')).ReactionPicker }));
const Reactors = lazy(async () => ({ default: (await import('./ReactorsDialog.tsx')).ReactorsDialog }));

interface Props {
  subject: Subject;
  held: Held;
  /// Names the row.
  label: string;
  mayReact: boolean;
  isSmall?: boolean;
}

/// What people chose, with how many; a tap joins them or leaves again.
export function Reactions({ subject, held, label, mayReact, isSmall = false }: Props) {
  const text = useText();
  const row = useRef<HTMLDivElement>(null);
  const { counts, mine } = useShown(subject, held);
  const total = totalOf(counts);
  if (!mayReact && total === 0) return null;

  const tap = (kind: ReactionKind, count: number) => {
    toggle(subject, kind, held);
    // The last one goes, and its button with it.
    if (mine === kind && count === 1) row.current?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.focus();
  };

  return (
    <div ref={row} role="group" aria-label={label} className={styles.row} data-small={isSmall || undefined}>
      {counts.map(({ kind, count }) => {
        const name = text.reactions.names[kind];
        const words = { 'aria-label': text.reactions.chosen(name, count), title: name };
        const chip = (
          <span className={styles.chip}>
            <span className={styles.emoji}>{emojis[kind]}</span>
            {text.reactions.number(count)}
          </span>
        );
        if (!mayReact) return <span key={kind} role="img" className={styles.count} {...words}>{chip}</span>;
        return (
          <button
            key={kind}
            type="button"
            className={styles.count}
            aria-pressed={mine === kind}
            {...words}
            data-repeats
            onClick={() => {
              tap(kind, count);
            }}
          >
            {chip}
          </button>
        );
      })}
      {mayReact && (
        <MenuButton
          label={text.reactions.add}
          className={styles.add}
          menu={(trigger, close) => (
            <Picker
              label={text.reactions.add}
              trigger={trigger}
              chosen={mine}
              onClose={close}
              onChoose={(kind) => {
                toggle(subject, kind, held);
              }}
            />
          )}
        >
          <SmilePlus size={18} aria-hidden />
          {total === 0 && !isSmall && <span>{text.reactions.add}</span>}
        </MenuButton>
      )}
      {total > 0 && <Total subject={subject} total={total} />}
    </div>
  );
}

/// How many chose something; who they are comes when one asks.
function Total({ subject, total }: { subject: Subject; total: number }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.total}
        aria-label={text.reactions.peopleChose(total)}
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
        }}
      >
        {text.reactions.people(total)}
      </button>
      {isOpen && (
        <Suspense>
          <Reactors
            subject={subject}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
