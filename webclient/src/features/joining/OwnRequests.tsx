import { Button } from '../../design/Button.tsx';
import { CoverTile } from '../../design/Cover.tsx';
import { Time } from '../../design/Time.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { attempt } from './attempt.ts';
import rows from './Rows.module.css';
import { Section } from './Section.tsx';
import { dismissDeclined, useDeclined, useStandings, withdrawRequest } from './standings.ts';

/// What the reader asked for and no owner has decided on yet, and those that owners declined.
export function OwnRequests() {
  const text = useLaterText();
  const requests = useStandings('requested');
  const declined = useDeclined();
  if (requests.length === 0 && declined.length === 0) return null;
  return (
    <Section title={text.joining.ownRequests} hint={text.joining.ownRequestsHint}>
      <ul role="list" className={rows.list}>
        {requests.map(({ sign, since, note }) => (
          <li key={sign.group} className={rows.row}>
            <CoverTile colour={sign.colour} cover={sign.cover} />
            <div className={rows.about}>
              <p className={rows.name}>{sign.name}</p>
              <p className={rows.facts}>
                {text.joining.askedAt} <Time at={since} />
              </p>
              {note !== undefined && <p className={rows.note}>{note}</p>}
            </div>
            <Button
              aria-label={text.joining.withdrawFrom(sign.name)}
              onClick={() => void attempt(text, () => withdrawRequest(sign.group), () => text.joining.withdrawn(sign.name))}
            >
              {text.joining.withdraw}
            </Button>
          </li>
        ))}
        {declined.map(({ sign, word, at }) => (
          <li key={sign.group} className={rows.row}>
            <CoverTile colour={sign.colour} cover={sign.cover} />
            <div className={rows.about}>
              <p className={rows.name}>{sign.name}</p>
              <p className={rows.facts}>
                {text.joining.declinedAt} <Time at={at} />
              </p>
              {word !== '' && <p className={rows.note}>{word}</p>}
            </div>
            <Button
              aria-label={text.joining.dismissGroup(sign.name)}
              onClick={() => void attempt(text, () => dismissDeclined(sign.group))}
            >
              {text.joining.dismiss}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
