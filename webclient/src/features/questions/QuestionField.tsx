import { useEffect, useRef } from 'react';
import { useLaterText } from '../../i18n/text.tsx';
import type { Addressee, GroupView, TabView } from '../../protocol/generated.ts';
import { TargetField } from '../departments/TargetField.tsx';
import styles from './QuestionField.module.css';
import { useDesk } from './useDesk.ts';
import { useGoesTo } from './useGoesTo.ts';
import { WhoReads } from './WhoReads.tsx';

interface Props {
  group: GroupView;
  /// Where it is asked: a department's tab asks that department, unless one chooses another.
  tab: TabView;
  value: Addressee;
  isConfidential: boolean;
  /// How often one has tried to send what is not complete.
  tries: number;
  onChange: (target: Addressee, isConfidential: boolean) => void;
}

/// What the question that is being written is about, where it will go, and who may read it.
export function QuestionField({ group, tab, value, isConfidential, tries, onChange }: Props) {
  const { targetField: text, routeDialog } = useLaterText();
  const place = useRef<HTMLDivElement>(null);
  const goesTo = useGoesTo(value, tab.tab.department) ?? text.byGroup;
  const desk = useDesk(value, tab.tab.department);
  const lacksDesk = isConfidential && !desk;
  useEffect(() => {
    if (tries > 0) place.current?.querySelector('input')?.focus();
  }, [tries]);
  return (
    <div ref={place} className={styles.fields}>
      <TargetField
        value={value}
        about={lacksDesk ? routeDialog.missing : goesTo}
        isWrong={lacksDesk && tries > 0}
        onChange={(target) => onChange(target, isConfidential)}
      />
      <WhoReads
        group={group}
        tab={tab}
        target={value}
        desk={desk}
        isConfidential={isConfidential}
        onChange={(next) => onChange(value, next)}
      />
    </div>
  );
}
