import { useState } from 'react';
import { useLaterText } from '../../i18n/text.tsx';
import type { Addressee, PostView } from '../../protocol/generated.ts';
import { useDepartment } from '../departments/departments.ts';
import { SendOnDialog } from '../departments/SendOnDialog.tsx';
import { useServices } from '../departments/services.ts';
import { departmentOf } from '../departments/targets.ts';
import { route } from './actions.ts';

/// Sends an idea on: its department decides on it then.
export function RouteIdeaDialog({ view, onClose }: { view: PostView; onClose: () => void }) {
  const text = useLaterText();
  const { ideas } = text;
  const [target, setTarget] = useState<Addressee>({});
  const department = useDepartment(departmentOf(target, useServices()));
  return (
    <SendOnDialog
      title={ideas.sending.title}
      label={ideas.sending.label}
      example={text.ideaField.example}
      value={target}
      about={department ? `${ideas.decides(department.name)}.` : ideas.sending.hint}
      onChange={setTarget}
      onSend={() => route(view, target, text)}
      onClose={onClose}
    />
  );
}
