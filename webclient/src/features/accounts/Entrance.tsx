import type { ReactNode } from 'react';
import { Note } from '../../design/Note.tsx';
import { Emblem, Paving } from '../../design/Paving.tsx';
import { Segmented } from '../../design/Segmented.tsx';
import { chooseLanguage, language, useText } from '../../i18n/text.tsx';
import type { Language } from '../../protocol/generated.ts';
import { useStore } from '../../state/store.ts';
import styles from './SignIn.module.css';

/// The page before somebody is in: at sign-in, and where an invitation leads.
export function Entrance({ children }: { children: ReactNode }) {
  const text = useText();
  return (
    <div className={styles.page}>
      <main className={styles.main}>
        <p className={styles.brand}>
          <Emblem size={26} />
          {text.app.name}
        </p>
        <div className={styles.form}>{children}</div>
        <Languages />
      </main>
      <div className={styles.paving}>
        <Paving />
      </div>
    </div>
  );
}

/// Over plain http a browser keeps our cookie only for this computer itself.
export function OnlySecure({ children }: { children: ReactNode }) {
  const text = useText();
  return window.isSecureContext ? children : <Note tone="failure">{text.signIn.needsHttps}</Note>;
}

function Languages() {
  const text = useText();
  const chosen = useStore(language, (all) => all?.name ?? 'nl');
  return (
    <Segmented<Language>
      label={text.app.language}
      value={chosen}
      choices={[
        ['nl', text.app.languages.nl],
        ['en', text.app.languages.en],
      ]}
      onChange={(name) => void chooseLanguage(name)}
    />
  );
}
