import { useEffect, useState } from 'preact/hooks';

/** Where somebody is in the console: `#/case/abc?tab=notes` is view `case` with one parameter. */
export interface Place {
  view: string;
  params: readonly string[];
  query: URLSearchParams;
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

export function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [view = '', ...params] = path.split('/').map(decoded);
  return { view, params: params.filter((part) => part !== ''), query: new URLSearchParams(query) };
}

export function usePlace(): Place {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const moved = (): void => setHash(location.hash);
    moved();
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  return placeOf(hash);
}
