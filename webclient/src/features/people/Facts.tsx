import { useLaterText } from '../../i18n/text.tsx';
import styles from './ProfilePage.module.css';

export interface Told {
  phone?: string;
  mobile?: string;
  workplace?: string;
  about?: string;
  ask_me?: string;
}

/// What somebody tells about themselves. What is empty, or not for the viewer, is not there.
export function Facts({ fields }: { fields: Told }) {
  const { profile: text } = useLaterText();
  const { phone, mobile, workplace, about, ask_me: askMe } = fields;
  return (
    <dl className={styles.facts}>
      {phone !== undefined && (
        <Fact label={text.fields.phone}>
          <a href={callTo(phone)}>{phone}</a>
        </Fact>
      )}
      {mobile !== undefined && (
        <Fact label={text.fields.mobile}>
          <a href={callTo(mobile)}>{mobile}</a>
        </Fact>
      )}
      {workplace !== undefined && <Fact label={text.fields.workplace}>{workplace}</Fact>}
      {about !== undefined && <Fact label={text.fields.about}>{about}</Fact>}
      {askMe !== undefined && <Fact label={text.fields.ask_me}>{askMe}</Fact>}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const callTo = (number: string) => `tel:${number.replace(/[^\d+]/g, '')}`;
