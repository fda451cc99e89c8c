import type { ReactNode } from 'react';
import { CoverTile } from '../../design/Cover.tsx';
import { Field } from '../../design/Field.tsx';
import { Segmented } from '../../design/Segmented.tsx';
import { TextArea } from '../../design/TextArea.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { GroupColour, GroupCover, GroupForm } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { today } from './days.ts';
import styles from './GroupFields.module.css';
import { Swatches } from './Swatches.tsx';

const colours: readonly GroupColour[] = ['teal', 'blue', 'violet', 'plum', 'brick', 'amber', 'moss', 'slate'];
const covers: readonly GroupCover[] = ['stretcher', 'herringbone', 'fan', 'waves'];

interface Props {
  value: GroupForm;
  onChange: (value: GroupForm) => void;
  /// The form was sent: what is missing is said.
  isTried: boolean;
  error: unknown;
  reviewFault: string | undefined;
  children?: ReactNode;
}

/// What the owners decide about a group: its charter, then its looks.
export function GroupFields({ value, onChange, isTried, error, reviewFault, children }: Props) {
  const text = useLaterText();
  const set = (part: Partial<GroupForm>) => {
    onChange({ ...value, ...part });
  };
  return (
    <>
      <Field
        label={text.groupForm.name}
        hint={text.groupForm.nameHint}
        error={useNameError(value, isTried, error)}
        most={120}
        autoComplete="off"
        value={value.name}
        onChange={({ target }) => {
          set({ name: target.value });
        }}
      />
      <TextArea
        label={text.groups.about}
        hint={text.groupForm.purposeHint}
        most={1200}
        value={value.purpose}
        onChange={({ target }) => {
          set({ purpose: target.value });
        }}
      />
      <Choice hint={text.groupForm.kindHint[value.kind]}>
        <Segmented
          label={text.groupForm.kind}
          showLabel
          value={value.kind}
          choices={[
            ['work', text.groupForm.kinds.work],
            ['interest', text.groupForm.kinds.interest],
          ]}
          onChange={(kind) => {
            set({ kind });
          }}
        />
      </Choice>
      <Choice hint={text.groups.visibilityHint[value.visibility]}>
        <Segmented
          label={text.groupForm.visibility}
          showLabel
          value={value.visibility}
          choices={[
            ['closed', text.groupForm.visibilities.closed],
            ['secret', text.groupForm.visibilities.secret],
          ]}
          onChange={(visibility) => {
            set({ visibility });
          }}
        />
      </Choice>
      {children}
      <Field
        label={text.charter.reviewOn}
        hint={text.groupForm.reviewHint}
        error={isTried ? reviewFault : undefined}
        type="date"
        value={value.review_on ?? ''}
        onChange={({ target }) => {
          onChange(withReview(value, target.value));
        }}
      />
      <Swatches
        label={text.groupForm.colour}
        value={value.colour}
        choices={colours}
        names={text.groupForm.colours}
        draw={(colour) => <CoverTile colour={colour} cover={value.cover} />}
        onChange={(colour) => {
          set({ colour });
        }}
      />
      <Swatches
        label={text.groupForm.cover}
        value={value.cover}
        choices={covers}
        names={text.groupForm.covers}
        draw={(cover) => <CoverTile colour={value.colour} cover={cover} />}
        onChange={(cover) => {
          set({ cover });
        }}
      />
    </>
  );
}

/// An empty day is none.
function withReview(form: GroupForm, day: string): GroupForm {
  const changed = { ...form, review_on: day };
  if (day === '') delete (changed as GroupForm).review_on;
  return changed;
}

function Choice({ hint, children }: { hint: string; children: ReactNode }) {
  return (
    <div className={styles.choice}>
      {children}
      <p className={styles.hint}>{hint}</p>
    </div>
  );
}

function useNameError(value: GroupForm, isTried: boolean, error: unknown): string | undefined {
  const text = useLaterText();
  if (isTried && value.name.trim() === '') return text.signIn.missing;
  if (!hasCode(error, 'conflict', 'invalid_request')) return undefined;
  if (error.field === 'name') return text.groupForm.nameTaken;
  return error.field === '$.form.name' ? text.groupForm.nameUnseen : undefined;
}

/// A day that was chosen lies ahead; the one that stands there may have come.
export function useReviewFault({ review_on: day }: GroupForm, before?: string): string | undefined {
  const text = useLaterText();
  const { time_zone: timeZone } = useMe();
  return day !== undefined && day !== before && day <= today(timeZone) ? text.groupForm.reviewPast : undefined;
}

/// What is wrong besides the name; nothing when it is the name.
export function useFormError(error: unknown): string | undefined {
  const text = useLaterText();
  if (!error || (hasCode(error, 'conflict', 'invalid_request') && error.field?.endsWith('name'))) return undefined;
  return hasCode(error, 'stale_version') ? undefined : text.errors[errorKey(error)];
}
