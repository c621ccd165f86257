import { type RefObject, useEffect } from 'react';
import { asksForSearch } from './find-connections';

/** Ctrl+F or Cmd+F goes to the list's search field, and selects what is in it. */
export function useSearchKey(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const jump = (event: KeyboardEvent): void => {
      if (!asksForSearch(event)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', jump);
    return () => window.removeEventListener('keydown', jump);
  }, [input]);
}
