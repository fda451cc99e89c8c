import { Avatar } from '../../design/Avatar.tsx';
import { Page } from '../../design/Page.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { useJob } from '../departments/departments.ts';
import styles from './AccountPage.module.css';
import { Appearance } from './Appearance.tsx';
import { Devices } from './Devices.tsx';
import { Keyboard } from './Keyboard.tsx';
import { Password } from './Password.tsx';
import { useMe } from './session.ts';

/// One's own account.
export function AccountPage() {
  const text = useLaterText();
  const { person, role } = useMe();
  const job = useJob(person);
  usePageTitle(text.account.title);
  return (
    <Page width="wide" title={text.account.title}>
      <div className={styles.person}>
        <Avatar id={person.id} name={person.name} colour={person.colour} size="large" />
        <div>
          <p className={styles.name}>{person.name}</p>
          <p className={styles.job}>{job}</p>
          {role !== 'employee' && <p className={styles.job}>{text.account.roles[role]}</p>}
        </div>
      </div>
      <Appearance />
      <Keyboard />
      <Devices />
      <Password />
    </Page>
  );
}
