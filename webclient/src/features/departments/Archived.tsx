import { Button } from '../../design/Button.tsx';
import { complain, say } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { Department } from '../../protocol/generated.ts';
import { setArchived } from './departments.ts';
import styles from './DepartmentsPage.module.css';

/// What was archived, for administrators: it can be opened again.
export function Archived({ departments }: { departments: readonly Department[] }) {
  const { departments: text, errors } = useLaterText();
  const archived = departments.filter((department) => department.archived);
  if (archived.length === 0) return null;
  const restore = async ({ id, name }: Department) => {
    try {
      await setArchived(id, false);
      say(text.restored(name));
    } catch (error) {
      const key = errorKey(error);
      complain(key === 'conflict' ? text.restoreParent : errors[key]);
    }
  };
  return (
    <section className={styles.side}>
      <h2 className={styles.heading}>{text.archived}</h2>
      <ul role="list" className={styles.branches}>
        {archived.map((department) => (
          <li key={department.id} className={styles.row}>
            <p className={styles.name}>{department.name}</p>
            <div className={styles.what}>
              <Button
                aria-label={text.restoreOne(department.name)}
                onClick={() => restore(department)}
              >
                {text.restore}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
