import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../api.ts';
import { failureWords, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Problem } from '../parts/problems.tsx';

/**
 * A public page as it would be, in a frame that may do nothing: no scripts, no forms, no ways out. The console's own
 * policy binds it too.
 */
export function Preview({ path, title }: { path: string; title: string }) {
  const { api, say } = useConsole();
  const [html, setHtml] = useState<string>();
  const [why, setWhy] = useState<Failure>();
  const load = async (): Promise<void> => {
    setWhy(undefined);
    const found = await api.octets(path);
    if (found.ok) setHtml(await found.value.text());
    else setWhy(found.why);
  };
  useEffect(() => {
    void load();
  }, [path]);
  if (why !== undefined) {
    return (
      <>
        <Problem words={failureWords(say, why)} />
        <Button kind="second" press={load}>
          {say.tryAgain}
        </Button>
      </>
    );
  }
  if (html === undefined) {
    return (
      <p role="status" class="loading">
        {say.loading}
      </p>
    );
  }
  return <iframe class="preview" title={title} sandbox="" srcdoc={html} />;
}
