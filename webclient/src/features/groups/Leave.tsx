import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Confirm } from '../../design/Dialog.tsx';
import { complain } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { GroupView } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import styles from './MembersPage.module.css';
import { removeMember } from './members.ts';

/// Anyone can leave, but the last owner.
export function Leave({ view: { group, role } }: { view: GroupView }) {
  const text = useLaterText();
  const me = useMe().person.id;
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const leave = async () => {
    try {
      await removeMember(group.id, me);
      await navigate({ to: '/groups', replace: true });
    } catch (error) {
      const key = errorKey(error);
      complain(key === 'last_owner' ? text.members.lastOwner : text.errors[key]);
    }
  };
  return (
    <div className={styles.leave}>
      <Button
        onClick={() => {
          setAsking(true);
        }}
      >
        {text.members.leave}
      </Button>
      {isAsking && (
        <Confirm
          title={text.members.leaveTitle(group.name)}
          action={text.members.leave}
          onConfirm={() => void leave()}
          onClose={() => {
            setAsking(false);
          }}
        >
          {role === 'guest' ? text.members.leaveTextGuest : group.kind === 'interest' ? text.members.leaveTextInterest : text.members.leaveText}
        </Confirm>
      )}
    </div>
  );
}
