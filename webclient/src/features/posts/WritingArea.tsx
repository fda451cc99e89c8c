import { lazy, type ReactNode, type RefObject, Suspense, useId, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { RoomLeft } from '../../design/RoomLeft.tsx';
import { Segmented } from '../../design/Segmented.tsx';
import { useText } from '../../i18n/text.tsx';
import type { Mark, TabId } from '../../protocol/generated.ts';
import { MentionArea } from '../mentions/MentionArea.tsx';
import { bodyOf, type Draft } from './drafts.ts';
import styles from './WritingArea.module.css';
import { roomIn } from './writing.ts';

const Preview = lazy(async () => ({ default: (await import('../preview/Preview.tsx')).Preview }));

interface Props {
  label: string;
  placeholder?: string;
  /// Where it stands or will stand: its readers can be named.
  tab: TabId;
  value: Draft;
  field?: RefObject<HTMLTextAreaElement | null>;
  onChange: (value: Draft) => void;
  onSend: () => void;
  onCancel: () => void;
  /// What stands above the text.
  head?: ReactNode;
  /// What goes with the text, right below it.
  extra?: ReactNode;
  /// Who will read it.
  about?: string;
  /// What happened meanwhile.
  note?: ReactNode;
  children: ReactNode;
}

/// Where a post is written, first and later: the text, for whom one speaks, and the buttons given as children.
export function WritingArea({ label, placeholder, tab, value, field, onChange, onSend, onCancel, head, extra, about, note, children }: Props) {
  const text = useText();
  const id = useId();
  const room = roomIn(bodyOf(value));
  const [isPreviewed, setPreviewed] = useState(false);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Esc and Ctrl+Enter, from any field in it
    <div
      className={styles.writing}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend();
      }}
    >
      {head}
      <MentionArea
        tab={tab}
        field={field}
        className={styles.text}
        aria-label={label}
        aria-invalid={room.left < 0 || undefined}
        aria-describedby={[...(about === undefined ? [] : [id]), ...(room.left < 0 ? [`${id}-room`] : [])].join(' ') || undefined}
        placeholder={placeholder}
        value={value.body}
        onChange={(body) => {
          onChange({ ...value, body });
        }}
      />
      {isPreviewed && (
        <Suspense>
          <Preview id={`${id}-preview`} source={value.body} />
        </Suspense>
      )}
      {extra}
      <div className={styles.choices}>
        <Segmented<Mark>
          label={text.composer.mark}
          value={value.mark}
          choices={[
            ['work', text.composer.work],
            ['personal', text.composer.personal],
          ]}
          onChange={(mark) => {
            onChange({ ...value, mark });
          }}
        />
        <Button look="quiet" aria-expanded={isPreviewed} aria-controls={isPreviewed ? `${id}-preview` : undefined} onClick={() => setPreviewed(!isPreviewed)}>
          {text.composer.preview}
        </Button>
        <RoomLeft id={`${id}-room`} room={room} />
      </div>
      {note}
      <footer className={styles.footer}>
        <p id={id} className={styles.about}>
          {about}
        </p>
        <div className={styles.buttons}>{children}</div>
      </footer>
    </div>
  );
}
