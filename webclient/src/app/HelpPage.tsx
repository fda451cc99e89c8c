import { Link } from '@tanstack/react-router';
import { Page } from '../design/Page.tsx';
import { usePageTitle } from '../design/usePageTitle.ts';
import { useGroups } from '../features/groups/groups.ts';
import { useLaterText } from '../i18n/text.tsx';
import styles from './HelpPage.module.css';
import { Shortcuts } from './Shortcuts.tsx';

/// What the words mean, whom to ask, and every key.
export function HelpPage() {
  const text = useLaterText();
  const { help } = text;
  usePageTitle(help.page);
  return (
    <Page title={help.page}>
      <section aria-labelledby="words" className={styles.part}>
        <h2 id="words" className={styles.heading}>{help.words}</h2>
        <dl className={styles.words}>
          {help.terms.map(({ term, meaning }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="ask" className={styles.part}>
        <h2 id="ask" className={styles.heading}>{help.ask}</h2>
        <WhomToAsk />
      </section>
      <section aria-labelledby="keys" className={styles.part}>
        <h2 id="keys" className={styles.heading}>{help.title}</h2>
        <Shortcuts />
      </section>
    </Page>
  );
}

/// About a group its owners; about an account an administrator. A guest is told of none of them by name.
function WhomToAsk() {
  const text = useLaterText();
  const groups = useGroups().filter(({ role }) => role !== 'guest');
  return (
    <>
      <p>{groups.length > 0 ? text.help.askOwners : text.help.askHost}</p>
      {groups.length > 0 && (
        <ul role="list" className={styles.groups}>
          {groups.map(({ group }) => (
            <li key={group.id}>
              <Link to="/g/$group/members" params={{ group: String(group.id) }}>
                {group.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p>{text.help.askAdministrator}</p>
    </>
  );
}
