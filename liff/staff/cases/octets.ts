import { useEffect, useState } from 'preact/hooks';
import type { StaffApi } from '../api.ts';

/** A file of a case while it is fetched, and then by an address that this page alone knows. */
export type Fetched =
  | { state: 'not yet' }
  | { state: 'loading' }
  | { state: 'here'; address: string }
  | { state: 'failed' };

/**
 * A file of a case, fetched with the session when `wanted`; its address is taken back with the page. `again` tries
 * once more.
 */
export function useOctets(api: StaffApi, path: string, wanted: boolean): [Fetched, again: () => void] {
  const [fetched, setFetched] = useState<Fetched>({ state: 'not yet' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (!wanted) return undefined;
    let address: string | undefined;
    let left = false;
    setFetched({ state: 'loading' });
    void api.octets(path).then((outcome) => {
      if (left) return;
      if (!outcome.ok) {
        setFetched({ state: 'failed' });
        return;
      }
      address = URL.createObjectURL(outcome.value);
      setFetched({ state: 'here', address });
    });
    return () => {
      left = true;
      if (address !== undefined) URL.revokeObjectURL(address);
    };
  }, [api, path, wanted, tries]);
  return [fetched, () => setTries((before) => before + 1)];
}
