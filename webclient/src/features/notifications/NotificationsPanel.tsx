import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { Panel } from '../../design/Panel.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { Notifications } from './Notifications.tsx';
import { ReadAll } from './ReadAll.tsx';

interface Props {
  trigger: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/// The list, over the page that one is at.
export function NotificationsPanel({ trigger, onClose }: Props) {
  const { notifications: words } = useLaterText();
  const page = (
    <Link to="/notifications" onClick={onClose}>
      {words.toAll}
    </Link>
  );
  return (
    <Panel title={words.title} actions={<ReadAll />} trigger={trigger} onClose={onClose} footer={page}>
      <Notifications isFlush onFollow={onClose} />
    </Panel>
  );
}
