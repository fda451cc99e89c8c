import { type RefObject, useEffect, useRef } from 'react';
import fieldStyles from '../../design/Field.module.css';
import { useFieldAbout } from '../../design/useFieldAbout.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { TabId } from '../../protocol/generated.ts';
import { MentionArea } from '../mentions/MentionArea.tsx';
import { TitleField } from '../titles/TitleField.tsx';
import type { NewsDraft } from './draft.ts';
import styles from './NewsFields.module.css';

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
  useEffect(() => {
    if (tries > 0) part.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [tries]);
  return (
    <div ref={part} className={styles.head}>
      <TitleField
        value={news.title}
        missing={text.titleMissing}
        isTried={tries > 0}
        field={first}
        onChange={(title) => onChange({ ...news, title })}
        onEnter={() => lead.current?.focus()}
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
