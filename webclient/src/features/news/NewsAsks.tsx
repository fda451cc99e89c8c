import { Switch } from '../../design/Switch.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { DepartmentPicker } from '../departments/DepartmentPicker.tsx';
import { mostAffected, type NewsDraft } from './draft.ts';
import styles from './NewsFields.module.css';

interface Props {
  news: NewsDraft;
  /// Whoever looks after the tab may ask its readers to confirm.
  mayAsk: boolean;
  onChange: (news: NewsDraft) => void;
}

/// What the news that is being written asks: of every reader, and of departments.
export function NewsAsks({ news, mayAsk, onChange }: Props) {
  const { newsFields: text, newsWriting } = useLaterText();
  return (
    <div className={styles.asks}>
      {mayAsk && (
        <div className={styles.confirm}>
          <Switch
            label={newsWriting.mustRead}
            hint={text.mustReadHint}
            isOn={news.mustRead}
            onChange={(mustRead) => onChange({ ...news, mustRead })}
          />
        </div>
      )}
      <DepartmentPicker
        label={text.affects}
        hint={text.affectsHint}
        words={{ placeholder: text.affectsSearch, full: text.affectsFull(mostAffected), none: text.affectsNone }}
        chosen={news.affects}
        atMost={mostAffected}
        onChange={(affects) => onChange({ ...news, affects })}
      />
    </div>
  );
}
