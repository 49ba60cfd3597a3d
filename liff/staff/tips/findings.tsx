import type { ConsoleTipsWords } from '../../../domain/catalogue/console-tips.ts';
import type { ManifestFault } from '../../../sealing/manifest.ts';
import type { OpenedTip } from '../vault/open-tip.ts';

type Say = ConsoleTipsWords['one'];

function faultWords(fault: ManifestFault, { fault: say }: Say): string {
  switch (fault.fault) {
    case 'foreign':
      return say.foreign;
    case 'moved':
      return say.moved(fault.n, fault.was);
    case 'missing':
    case 'added':
    case 'altered':
      return say[fault.fault](fault.n);
  }
}

/** Whether a tip is as its reporter confirmed it, in words. */
export function Findings({ tip, say }: { tip: OpenedTip; say: Say }) {
  const { faults, unopened } = tip;
  if (faults === 'none' && tip.lines.length === 0) return <p class="problem">{say.nothingOpens}</p>;
  const words = faults === 'none' ? [say.fault.none] : faults.map((fault) => faultWords(fault, say));
  const more = unopened.length === 0 ? [] : [say.unopened(unopened.length)];
  const all = [...words, ...more];
  if (all.length === 0) return <p class="good-news">{say.whole}</p>;
  return (
    <div class="problem" role="alert">
      <p>
        <strong>{say.faulty}</strong>
      </p>
      <ul>
        {all.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}
