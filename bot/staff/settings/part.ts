import type { z } from 'zod';
import type { SettingsPart } from '../../../domain/staff/settings.ts';
import type { Paths } from '../../records/paths.ts';
import type { Write } from '../../store/documents.ts';
import type { SettingsState } from './state.ts';

/** Staff as the browser names them. */
export interface Names {
  handleOf(staffId: string | undefined): string | undefined;
  idOf(handle: string | undefined): string | undefined;
}

/** What planning a change stands on; `newId` names an entry that is new. */
export interface PartGround {
  state: SettingsState;
  paths: Paths;
  names: Names;
  newId(): string;
}

/** Where documents name an entry of a part: an entry that is named may be retired, but not vanish. */
export type Use = readonly [collection: string, field: string, value: string];

interface RoomOf<Value> {
  part: SettingsPart;
  value: z.ZodType<Value>;
  /** As the browser has it. */
  shown(state: SettingsState, names: Names): Value;
  writes(ground: PartGround, value: Value): Write[];
  uses?(paths: Paths, id: string): readonly Use[];
}

/** A part of the settings as the routes know it. */
export interface SettingsRoom {
  part: SettingsPart;
  shown(state: SettingsState, names: Names): unknown;
  /** `value` has no faults. */
  writes(ground: PartGround, value: unknown): Write[];
  uses(paths: Paths, id: string): readonly Use[];
}

export const settingsRoom = <Value>({
  part,
  value: schema,
  shown,
  writes,
  uses = () => [],
}: RoomOf<Value>): SettingsRoom => ({
  part,
  shown,
  writes: (ground, value) => writes(ground, schema.parse(value)),
  uses,
});
