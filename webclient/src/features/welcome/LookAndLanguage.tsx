import { useLaterText } from '../../i18n/text.tsx';
import { AppearanceChoices } from '../accounts/Appearance.tsx';
import { YourColour } from './YourColour.tsx';
import styles from './Welcome.module.css';

export function LookAndLanguage() {
  const text = useLaterText();
  return (
    <>
      <p className={styles.lead}>{text.welcome.helloLead}</p>
      <AppearanceChoices />
      <YourColour />
      <p className={styles.hint}>{text.welcome.changeLater}</p>
    </>
  );
}
