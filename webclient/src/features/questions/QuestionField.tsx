import { useLaterText } from '../../i18n/text.tsx';
import type { Addressee, TabView } from '../../protocol/generated.ts';
import { TargetField } from '../departments/TargetField.tsx';
import { useGoesTo } from './useGoesTo.ts';

interface Props {
  /// Where it is asked: a department's tab asks that department, unless one chooses another.
  tab: TabView;
  value: Addressee;
  onChange: (target: Addressee) => void;
}

/// What the question that is being written is about, and where it will go.
export function QuestionField({ tab, value, onChange }: Props) {
  const { targetField: text } = useLaterText();
  const about = useGoesTo(value, tab.tab.department) ?? text.byGroup;
  return <TargetField value={value} about={about} onChange={onChange} />;
}
