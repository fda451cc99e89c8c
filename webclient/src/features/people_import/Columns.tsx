import { Download } from 'lucide-react';
import { Button } from '../../design/Button.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { ImportColumn } from '../../protocol/generated.ts';
import styles from './ImportPage.module.css';
import { saveTemplate } from './importing.ts';

const columns: readonly ImportColumn[] = ['personnel_number', 'name', 'email', 'department', 'title', 'language', 'role'];

/// What may stand in the file, and what an empty cell and a missing row mean.
export function Columns() {
  const words = useLaterText().peopleImport;
  return (
    <section className={styles.columns}>
      <h2 className={styles.heading}>{words.columnsTitle}</h2>
      <dl className={styles.list}>
        {columns.map((column) => (
          <div key={column} className={styles.column}>
            <dt>{words.columns[column]}</dt>
            <dd>{words.columnHints[column]}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.muted}>{words.rules}</p>
      <Button icon={<Download size={18} aria-hidden />} onClick={() => saveTemplate(words.templateName, words.templateRows)}>
        {words.template}
      </Button>
    </section>
  );
}
