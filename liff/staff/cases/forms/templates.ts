import { useEffect, useState } from 'preact/hooks';
import { Templates } from '../../../../domain/staff/templates.ts';
import { useConsole } from '../../console.ts';

const none: Templates = { version: 1, list: [] };

/** The agency's prepared answers; none while they are fetched, and none where they cannot be: answering goes on. */
export function useTemplates(): Templates {
  const { api } = useConsole();
  const [templates, setTemplates] = useState(none);
  useEffect(() => {
    void api.get('/case-templates', Templates).then((found) => found.ok && setTemplates(found.value));
  }, [api]);
  return templates;
}
