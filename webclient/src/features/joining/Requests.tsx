import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Avatar } from '../../design/Avatar.tsx';
import { Button } from '../../design/Button.tsx';
import { Note } from '../../design/Note.tsx';
import { Time } from '../../design/Time.tsx';
import { WordDialog } from '../../design/WordDialog.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { GroupId, GroupView, JoinRequest, PersonId } from '../../protocol/generated.ts';
import { useJob } from '../departments/departments.ts';
import { usePerson } from '../people/people.ts';
import { attempt } from './attempt.ts';
import rows from './Rows.module.css';
import { Section } from './Section.tsx';
import { longestNote } from './standings.ts';
import { approveRequest, declineRequest, requestsQuery } from './waiting.ts';

/// Who asks to join, oldest first: an owner decides. Nothing when nobody asks.
export function Requests({ view }: { view: GroupView }) {
  const text = useLaterText();
  const requests = useQuery(requestsQuery(view.group.id));
  const [declining, setDeclining] = useState<PersonId>();
  // Outside the list: words that are being written stay when somebody else decides.
  const dialog = declining !== undefined && (
    <Declining
      group={view.group.id}
      person={declining}
      onClose={() => {
        setDeclining(undefined);
      }}
    />
  );
  if (requests.isError) return <Note tone="failure">{text.errors[errorKey(requests.error)]}</Note>;
  const found = requests.data ?? [];
  return (
    <>
      {found.length > 0 && (
        <Section title={text.joining.requests} count={view.pending_requests ?? found.length}>
          <ul role="list" className={rows.list}>
            {found.map((request) => (
              <Row
                key={request.person}
                request={request}
                onDecline={() => {
                  setDeclining(request.person);
                }}
              />
            ))}
          </ul>
        </Section>
      )}
      {dialog}
    </>
  );
}

function Row({ request: { group, person: id, note, since }, onDecline }: { request: JoinRequest; onDecline: () => void }) {
  const text = useLaterText();
  const person = usePerson(id);
  const job = useJob(person);
  const name = person?.name ?? text.post.unknownAuthor;
  return (
    <li className={rows.row}>
      <Avatar id={id} name={name} colour={person?.colour} />
      <div className={rows.about}>
        <p className={rows.name}>{name}</p>
        <p className={rows.facts}>
          {person?.suspended === true ? text.members.suspended : job}
          {' · '}
          <Time at={since} />
        </p>
        {note !== '' && <p className={rows.note}>{note}</p>}
      </div>
      <div className={rows.actions}>
        <Button
          aria-label={text.joining.declinePerson(name)}
          onClick={onDecline}
        >
          {text.joining.declineRequest}
        </Button>
        <Button
          look="primary"
          aria-label={text.joining.approvePerson(name)}
          onClick={() => attempt(text, () => approveRequest(group, id), () => text.joining.approved(name))}
        >
          {text.joining.approve}
        </Button>
      </div>
    </li>
  );
}

function Declining({ group, person, onClose }: { group: GroupId; person: PersonId; onClose: () => void }) {
  const text = useLaterText();
  const name = usePerson(person)?.name ?? text.post.unknownAuthor;
  const decline = async (word: string) => {
    await declineRequest(group, person, word);
    return true;
  };
  return (
    <WordDialog
      title={text.joining.declineTitle(name)}
      label={text.joining.word(name)}
      hint={text.joining.wordHint}
      action={text.joining.declineRequest}
      most={longestNote}
      onSend={async (word) => (await attempt(text, () => decline(word), () => text.joining.declined(name))) === true}
      onClose={onClose}
    />
  );
}
