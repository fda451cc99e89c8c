import { useEffect, useState } from 'react';

/// What was typed, once the typing rests for so many milliseconds.
export function useSettled<Value extends string | undefined>(value: Value, pause = 250): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, pause);
    return () => {
      clearTimeout(timer);
    };
  }, [value, pause]);
  return settled;
}
