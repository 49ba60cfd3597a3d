import { oitWords } from '../../domain/catalogue/oit.ts';
import type { Signatures } from '../../domain/evidence/content.ts';

const say = oitWords.blocks;

/** Where somebody signs: dots to write on where nothing is known. */
export const SignaturesView = ({ signatures }: { signatures: Signatures }) => (
  <section class="signatures" aria-label={say.signatures}>
    {signatures.lines.map(({ role, name, position }) => (
      <div key={role}>
        <p>
          <span>{say.signed}</span>
          <i />
          <span>{role}</span>
        </p>
        <p>
          <span>(</span>
          {name === undefined ? <i /> : <b>{name}</b>}
          <span>)</span>
        </p>
        <p>
          <span>{say.position}</span>
          {position === undefined ? <i /> : <b>{position}</b>}
        </p>
        <p>
          <span>{say.date}</span>
          <i />
        </p>
      </div>
    ))}
  </section>
);
