import { useEffect, useEffectEvent, useState } from 'react';
import { useLaterText } from '../../i18n/text.tsx';
import type { Addressee, TabView } from '../../protocol/generated.ts';
import { useDepartments } from '../departments/departments.ts';
import { useServices } from '../departments/services.ts';
import { TargetField } from '../departments/TargetField.tsx';
import { departmentOf, isGone, isNobody } from '../departments/targets.ts';

interface Props {
  /// Where it is posted: in a department's tab that department decides, unless one chooses another.
  tab: TabView;
  value: Addressee;
  onChange: (target: Addressee) => void;
}

/// For whom the idea that is being written is, and who will decide on it.
export function IdeaField({ tab, value, onChange }: Props) {
  const { ideaField: text } = useLaterText();
  const { decides, wentAway } = useTakenBack(value, onChange);
  const otherwise = useDepartments().find(({ id, archived }) => id === tab.tab.department && !archived);
  const about = wentAway ? text.gone : decides ? text.decides(decides.name) : otherwise ? text.otherwise(otherwise.name) : text.byGroup;
  return <TargetField label={text.label} example={text.example} value={value} about={about} isWrong={wentAway} onChange={onChange} />;
}

/// The department that decides, when one is chosen. What went away since it was chosen is chosen no more, for the server would
/// refuse it; that stays said until one chooses again.
function useTakenBack(value: Addressee, onChange: (target: Addressee) => void) {
  const departments = useDepartments();
  const services = useServices();
  const [wentAway, setWentAway] = useState(false);
  const isAway = isGone(value, departments, services);
  if (isAway && !wentAway) setWentAway(true);
  if (wentAway && !isAway && !isNobody(value)) setWentAway(false);
  const takeBack = useEffectEvent(() => onChange({}));
  useEffect(() => {
    if (isAway) takeBack();
  }, [isAway]);
  const id = departmentOf(value, services);
  return { decides: departments.find((department) => department.id === id), wentAway };
}
