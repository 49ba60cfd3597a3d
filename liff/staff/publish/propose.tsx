import { useState } from 'preact/hooks';
import { publishWords } from '../../../domain/catalogue/console-publish.ts';
import { faultWords } from '../../../domain/catalogue/console-settings.ts';
import { evidenceWords } from '../../../domain/catalogue/evidence.ts';
import { Digits } from '../../../domain/evidence/digits.ts';
import { officialItem } from '../../../domain/evidence/item.ts';
import { EvidenceKey } from '../../../domain/evidence/keys.ts';
import { Preset } from '../../../domain/evidence/periods.ts';
import { ProposalRow, Proposed, proposedFaults } from '../../../domain/staff/publish.ts';
import { failureWords, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Select } from '../parts/field.tsx';
import { Problem } from '../parts/problems.tsx';

/** Proposes, and goes to where it is seen. */
function useProposing(): { propose: (value: unknown) => Promise<void>; problem: string | undefined } {
  const { api, say: shell, spoken, toast, go } = useConsole();
  const say = publishWords(spoken);
  const [problem, setProblem] = useState<string>();
  const propose = async (value: unknown): Promise<void> => {
    setProblem(undefined);
    const [fault] = proposedFaults(value);
    if (fault !== undefined) return setProblem(faultWords(fault.fault));
    const sent = await api.send('POST', '/proposals', Proposed.parse(value), ProposalRow);
    if (sent.ok) {
      toast({ words: say.proposed });
      return go(`/publish/${sent.value.id}`);
    }
    setProblem(sent.why === 'not_now' ? say.nothingToPropose : failureWords(shell, sent.why));
  };
  return { propose, problem };
}

/** A button that proposes something as it stands now. */
export function Propose({ value, label }: { value: unknown; label?: string }) {
  const { spoken } = useConsole();
  const say = publishWords(spoken);
  const { propose, problem } = useProposing();
  return (
    <>
      <Problem words={problem} />
      <Button kind="second" press={() => propose(value)} {...(label === undefined ? {} : { label })}>
        {say.propose}
      </Button>
    </>
  );
}

export function ProposeEvidence({ fiscalYear }: { fiscalYear: number }) {
  const { spoken } = useConsole();
  const say = publishWords(spoken);
  const [key, setKey] = useState<string>(EvidenceKey.options[0] ?? '');
  const [year, setYear] = useState(String(fiscalYear));
  const [preset, setPreset] = useState<string>('previous-year');
  const [digits, setDigits] = useState<string>('arabic');
  const years = [fiscalYear + 1, fiscalYear, fiscalYear - 1, fiscalYear - 2, fiscalYear - 3];
  return (
    <section class="card" aria-labelledby="propose-evidence">
      <h2 id="propose-evidence">{say.evidence.add}</h2>
      <p class="hint">{say.evidence.hint}</p>
      <Select
        label={say.evidence.which}
        value={key}
        options={EvidenceKey.options.map((id) => ({ id, label: officialItem(id, Number(year)).title }))}
        change={setKey}
      />
      <div class="two">
        <Select
          label={say.evidence.year}
          value={year}
          options={years.map((one) => ({ id: String(one), label: String(one) }))}
          change={setYear}
        />
        <Select
          label={say.evidence.preset}
          value={preset}
          options={Preset.options.map((id) => ({ id, label: evidenceWords.presets[id] }))}
          change={setPreset}
        />
      </div>
      <Select
        label={say.evidence.digits}
        value={digits}
        options={Digits.options.map((id) => ({ id, label: evidenceWords.digits[id] }))}
        change={setDigits}
      />
      <Propose value={{ kind: 'evidence', key, fiscalYear: Number(year), preset, digits }} />
    </section>
  );
}
