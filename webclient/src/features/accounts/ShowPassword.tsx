import { Eye, EyeOff } from 'lucide-react';
import { iconButtonClass } from '../../design/Button.tsx';
import { useText } from '../../i18n/text.tsx';

/// Stands in the field of a password: what one types, to check.
export function ShowPassword({ isShown, onChange }: { isShown: boolean; onChange: (isShown: boolean) => void }) {
  const text = useText();
  return (
    <button
      type="button"
      className={iconButtonClass}
      aria-label={isShown ? text.signIn.hide : text.signIn.show}
      onClick={() => {
        onChange(!isShown);
      }}
    >
      {isShown ? <EyeOff size={20} aria-hidden /> : <Eye size={20} aria-hidden />}
    </button>
  );
}
