import { useQuery } from '@tanstack/react-query';
import { Button } from '../../design/Button.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { attempt } from '../joining/attempt.ts';
import { directoryQuery } from '../joining/directory.ts';
import { acceptInvitation, askToJoin, useStandings } from '../joining/standings.ts';
import { type Suggestion, suggested } from './welcome.ts';
import styles from './Welcome.module.css';

/// Groups that one could join as well: what one is invited to, then what has a place for one's department, what admits at
/// once, and what one can ask for. One that was joined goes to the list of one's groups.
export function Suggestions() {
  const text = useLaterText();
  const invitations = useStandings('invited');
  const { data: directory } = useQuery({ ...directoryQuery(''), staleTime: 0 });
  const suggestions = suggested(invitations, directory?.pages.flatMap((page) => page.items) ?? []);
  if (suggestions.length === 0) return null;
  return (
    <section aria-labelledby="more-groups" className={styles.more}>
      <h2 id="more-groups">{text.joining.moreGroups}</h2>
      <ul role="list" className={styles.groups}>
        {suggestions.map((suggestion) => (
          <Row key={suggestion.sign.group} suggestion={suggestion} />
        ))}
      </ul>
    </section>
  );
}

function Row({ suggestion: { sign, standing, own_department: isOwn } }: { suggestion: Suggestion }) {
  const text = useLaterText();
  const { joining } = text;
  const act = standing === 'invited' ? () => acceptInvitation(sign.group) : () => askToJoin(sign.group, '');
  const joinsAtOnce = standing === 'invited' || sign.kind === 'interest';
  const join = () =>
    attempt(text, act, (now) => (now === 'member' ? joining.joined(sign.name) : joining.asked(sign.name)));
  return (
    <li className={styles.suggestion}>
      <div>
        <span className={styles.name}>{sign.name}</span>
        <p>{standing === 'invited' ? joining.invitations : isOwn === true ? joining.forDepartment : joining.kinds[sign.kind]}</p>
      </div>
      {standing === 'requested' ? (
        <p>{joining.waiting}</p>
      ) : (
        <Button aria-label={joinsAtOnce ? joining.joinGroup(sign.name) : joining.askGroup(sign.name)} onClick={join}>
          {joinsAtOnce ? joining.join : joining.ask}
        </Button>
      )}
    </li>
  );
}
