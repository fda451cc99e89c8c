import { singleKeys } from '../features/accounts/preferences.ts';
import { useLaterText } from '../i18n/text.tsx';
import { useStore } from '../state/store.ts';
import { otherKeys, type Shortcut, singleLetters } from './keys.ts';
import styles from './Shortcuts.module.css';

/// All keys with what they do, and whether single letters are on.
export function Shortcuts() {
  const { help } = useLaterText();
  const isOn = useStore(singleKeys);
  return (
    <>
      {!isOn && <p className={styles.off}>{help.off}</p>}
      <div className={styles.columns} data-off={!isOn || undefined}>
        <Keys heading={help.single} shortcuts={singleLetters} />
        <Keys heading={help.always} shortcuts={otherKeys} />
      </div>
    </>
  );
}

function Keys({ heading, shortcuts }: { heading: string; shortcuts: readonly Shortcut[] }) {
  const { help } = useLaterText();
  return (
    <section>
      <h3 className={styles.heading}>{heading}</h3>
      <dl className={styles.keys}>
        {shortcuts.map(({ keys, means }) => (
          <div key={keys.join()}>
            <dt>
              {keys.map((key, index) => (
                <kbd key={`${key}${String(index)}`}>{key}</kbd>
              ))}
            </dt>
            <dd>{help.keys[means]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
