import { Dialog } from '../design/Dialog.tsx';
import { singleKeys } from '../features/accounts/preferences.ts';
import { useText } from '../i18n/text.tsx';
import { useStore } from '../state/store.ts';
import styles from './HelpDialog.module.css';

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { help } = useText();
  const isOn = useStore(singleKeys);
  return (
    <Dialog title={help.title} onClose={onClose}>
      {!isOn && <p className={styles.off}>{help.off}</p>}
      <div className={styles.columns} data-off={!isOn || undefined}>
        <Keys
          heading={help.single}
          keys={[
            [['j'], help.keys.next],
            [['k'], help.keys.previous],
            [['c'], help.keys.compose],
            [['g', 'h'], help.keys.home],
            [['g', 'g'], help.keys.groups],
            [['?'], help.keys.help],
          ]}
        />
        <Keys
          heading={help.always}
          keys={[
            [['Page Down'], help.keys.next],
            [['Page Up'], help.keys.previous],
            [['Ctrl', 'Enter'], help.keys.send],
            [['F6'], help.keys.regions],
            [['Esc'], help.keys.close],
          ]}
        />
      </div>
    </Dialog>
  );
}

function Keys({ heading, keys }: { heading: string; keys: readonly (readonly [readonly string[], string])[] }) {
  return (
    <section>
      <h3 className={styles.heading}>{heading}</h3>
      <dl className={styles.keys}>
        {keys.map(([pressed, meaning]) => (
          <div key={pressed.join()}>
            <dt>
              {pressed.map((key, index) => (
                <kbd key={`${key}${String(index)}`}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
