import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, buttonClass } from '../../design/Button.tsx';
import { CoverTile } from '../../design/Cover.tsx';
import { WordDialog } from '../../design/WordDialog.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { DirectoryEntry, GroupStanding } from '../../protocol/generated.ts';
import { attempt } from './attempt.ts';
import rows from './Rows.module.css';
import { acceptInvitation, askToJoin, longestNote, withdrawRequest } from './standings.ts';

/// A group by its name, and the one thing that the reader can do about it.
export function DirectoryRow({ entry }: { entry: DirectoryEntry }) {
  const text = useLaterText();
  const { sign } = entry;
  return (
    <li className={rows.row}>
      <CoverTile colour={sign.colour} cover={sign.cover} />
      <div className={rows.about}>
        <p className={rows.name}>{sign.name}</p>
        <p className={rows.facts}>{text.joining.kinds[sign.kind]}</p>
      </div>
      <div className={rows.actions}>
        <Action entry={entry} />
      </div>
    </li>
  );
}

function Action({ entry: { sign, standing } }: { entry: DirectoryEntry }) {
  const text = useLaterText();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const join = async (how: () => Promise<GroupStanding>) => {
    const reached = await attempt(text, how, (now) =>
      now === 'member' ? text.joining.joined(sign.name) : text.joining.asked(sign.name),
    );
    if (reached === 'member') await navigate({ to: '/g/$group', params: { group: String(sign.group) } });
    return reached !== undefined;
  };
  switch (standing) {
    case 'member':
      return (
        <Link to="/g/$group" params={{ group: String(sign.group) }} className={buttonClass('quiet')} aria-label={text.joining.openGroup(sign.name)}>
          {text.joining.youAreIn}
        </Link>
      );
    case 'invited':
      return (
        <Button look="primary" aria-label={text.joining.joinGroup(sign.name)} onClick={() => join(() => acceptInvitation(sign.group))}>
          {text.joining.join}
        </Button>
      );
    case 'requested':
      return (
        <>
          <span className={rows.standing}>{text.joining.waiting}</span>
          <Button
            aria-label={text.joining.withdrawFrom(sign.name)}
            onClick={() => attempt(text, () => withdrawRequest(sign.group), () => text.joining.withdrawn(sign.name))}
          >
            {text.joining.withdraw}
          </Button>
        </>
      );
    case 'none':
      return sign.kind === 'interest' ? (
        <Button aria-label={text.joining.joinGroup(sign.name)} onClick={() => join(() => askToJoin(sign.group, ''))}>
          {text.joining.join}
        </Button>
      ) : (
        <>
          <Button
            aria-label={text.joining.askGroup(sign.name)}
            onClick={() => {
              setAsking(true);
            }}
          >
            {text.joining.ask}
          </Button>
          {isAsking && (
            <WordDialog
              title={text.joining.askTitle(sign.name)}
              label={text.joining.note}
              hint={text.joining.noteHint}
              action={text.joining.send}
              most={longestNote}
              onSend={(note) => join(() => askToJoin(sign.group, note))}
              onClose={() => {
                setAsking(false);
              }}
            />
          )}
        </>
      );
  }
}
