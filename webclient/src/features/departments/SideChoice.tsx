import { Select } from '../../design/Select.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Side } from '../../protocol/generated.ts';
import { sides } from './departments.ts';

interface Props {
  side: Side;
  onChange: (side: Side) => void;
}

/// On which side a department stands.
export function SideChoice({ side, onChange }: Props) {
  const { departments: text } = useLaterText();
  return (
    <Select
      label={text.side}
      value={side}
      choices={sides.map((each) => [each, text.sides[each]] as const)}
      onChange={onChange}
    />
  );
}
