import { QuietChoice } from '../../design/QuietChoice.tsx';
import { useText } from '../../i18n/text.tsx';
import type { MarkChoice } from './look.ts';

/// All posts, or those that speak for the work, or personal ones.
export function MarkFilter({ value, onChange }: { value: MarkChoice; onChange: (mark: MarkChoice) => void }) {
  const { mark, marks } = useText().moves;
  return (
    <QuietChoice<MarkChoice>
      label={mark}
      value={value}
      choices={[
        ['all', marks.all],
        ['work', marks.work],
        ['personal', marks.personal],
      ]}
      onChange={onChange}
    />
  );
}
