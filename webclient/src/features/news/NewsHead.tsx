import { type RefObject, useEffect, useRef } from 'react';
import { Field } from '../../design/Field.tsx';
import fieldStyles from '../../design/Field.module.css';
import { useFieldAbout } from '../../design/useFieldAbout.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { TabId } from '../../protocol/generated.ts';
import { MentionArea } from '../mentions/MentionArea.tsx';
import { useMentionText } from '../mentions/useMentionText.ts';
import { type NewsDraft, roomInTitle } from './draft.ts';
import styles from './NewsFields.module.css';
import { titleOf } from './source.ts';

interface Props {
  tab: TabId;
  news: NewsDraft;
  /// How often one has tried to send it: then what is missing is said, and one goes there.
  tries: number;
  /// Where the title is written: one begins there.
  first?: RefObject<HTMLInputElement | null> | undefined;
  onChange: (news: NewsDraft) => void;
}

/// What stands above the text of news: its title and its lead. Enter leads on.
export function NewsHead({ tab, news, tries, first, onChange }: Props) {
  const { newsFields: text } = useLaterText();
  const part = useRef<HTMLDivElement>(null);
  const lead = useRef<HTMLTextAreaElement>(null);
  const title = useMentionText(news.title, (next) => onChange({ ...news, title: next }));
  useEffect(() => {
    if (tries > 0) part.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [tries]);
  return (
    <div ref={part} className={styles.head}>
      <Field
        ref={first}
        label={text.title}
        error={tries > 0 && titleOf(news.title) === '' ? text.titleMissing : undefined}
        room={roomInTitle(news.title)}
        aria-required
        enterKeyHint="next"
        autoComplete="off"
        value={title.text}
        onChange={({ target }) => title.write(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          lead.current?.focus();
        }}
      />
      <LeadField tab={tab} value={news.lead} field={lead} onChange={(words) => onChange({ ...news, lead: words })} />
    </div>
  );
}

interface LeadProps {
  tab: TabId;
  value: string;
  field: RefObject<HTMLTextAreaElement | null>;
  onChange: (lead: string) => void;
}

function LeadField({ tab, value, field, onChange }: LeadProps) {
  const { newsFields: text } = useLaterText();
  const { id, attributes, below } = useFieldAbout({ hint: text.leadHint }, value);
  return (
    <div className={fieldStyles.field}>
      <label htmlFor={id}>{text.lead}</label>
      <div className={fieldStyles.box}>
        <MentionArea {...attributes} className={styles.lead} rows={2} tab={tab} field={field} value={value} onChange={onChange} />
      </div>
      {below}
    </div>
  );
}
