import { useLaterText } from '../../i18n/text.tsx';
import type { Department } from '../../protocol/generated.ts';
import styles from './DepartmentPage.module.css';
import { hoursOn, weekdays } from './hours.ts';

export function OpeningHours({ department: { hours } }: { department: Department }) {
  const { departments: text, moments } = useLaterText();
  if (hours.length === 0) return null;
  return (
    <section>
      <h2>{text.hours}</h2>
      <table className={styles.week}>
        <tbody>
          {weekdays.map((day) => (
            <tr key={day}>
              <th scope="row">{text.days[day]}</th>
              <td>
                {hoursOn(hours, day)
                  .map(({ opens, closes }) => moments.interval(opens, closes))
                  .join(', ') || text.closedDay}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
