/**
 * What a button does.
 * @see https://developers.line.biz/en/reference/messaging-api/#action-objects
 */
import {
  all,
  anything,
  byType,
  isRecord,
  matching,
  oneOf,
  type Problem,
  problem,
  type Rule,
  record,
  text,
} from './rules.ts';

/** Where the button stands decides its label and which actions it may have. */
export type ActionPlace =
  | 'quickReply'
  | 'template'
  | 'imageCarousel'
  | 'richMenu'
  | 'flexButton'
  | 'flexOther';

/** @see https://developers.line.biz/en/reference/messaging-api/#action-object-label-spec */
const LABELS: Record<ActionPlace, { required: boolean; max: number }> = {
  quickReply: { required: true, max: 20 },
  template: { required: true, max: 20 },
  imageCarousel: { required: false, max: 12 },
  richMenu: { required: false, max: 20 },
  flexButton: { required: true, max: 40 },
  flexOther: { required: false, max: 40 },
};

/** @see https://developers.line.biz/en/reference/messaging-api/#postback-action */
const DATA_MAX = 300;
/** Counted in grapheme clusters. @see https://developers.line.biz/en/docs/messaging-api/text-character-count/ */
const SPOKEN_MAX = 300;
/** @see https://developers.line.biz/en/reference/messaging-api/#uri-action */
const URI_MAX = 1000;
/** @see https://developers.line.biz/en/reference/messaging-api/#clipboard-action */
const CLIPBOARD_MAX = 1000;

const data = text({ min: 0, max: DATA_MAX });
const spoken = text({ max: SPOKEN_MAX, unit: 'grapheme' });

/** `http`, `https`, `line` and `tel` are what LINE opens. */
const uri: Rule = (value, property) => {
  const found = text({ max: URI_MAX })(value, property);
  if (found.length > 0 || typeof value !== 'string') return found;
  if (!/^(https?|line|tel):/i.test(value)) return problem(property, 'invalid uri scheme');
  return URL.canParse(value) && /^[\x21-\x7e]+$/.test(value) ? [] : problem(property, 'invalid uri');
};

const notBoth: Rule = (value, property) =>
  isRecord(value) && value.displayText !== undefined && value.text !== undefined
    ? problem(`${property}.displayText`, 'displayText and text cannot both be specified')
    : [];

const fillInNeedsKeyboard: Rule = (value, property) =>
  isRecord(value) && value.fillInText !== undefined && value.inputOption !== 'openKeyboard'
    ? problem(`${property}.fillInText`, 'fillInText needs the inputOption openKeyboard')
    : [];

const TIMES: Record<string, RegExp> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: /^([01]\d|2[0-3]):[0-5]\d$/,
  datetime: /^\d{4}-\d{2}-\d{2}[tT]([01]\d|2[0-3]):[0-5]\d$/,
};

/** @see https://developers.line.biz/en/reference/messaging-api/#datetime-picker-action */
const timesFitMode: Rule = (value, property) => {
  if (!isRecord(value)) return [];
  const format = typeof value.mode === 'string' ? TIMES[value.mode] : undefined;
  if (format === undefined) return [];
  const rule = matching(format, `Must be a ${value.mode}`);
  return ['initial', 'min', 'max'].flatMap((key): Problem[] =>
    value[key] === undefined ? [] : rule(value[key], `${property}.${key}`),
  );
};

function actionRules(place: ActionPlace): Rule {
  const label = text({ max: LABELS[place].max, unit: 'grapheme' });
  const action = (required: Record<string, Rule>, optional: Record<string, Rule> = {}): Rule =>
    LABELS[place].required
      ? record({ required: { type: anything, label, ...required }, optional })
      : record({ required: { type: anything, ...required }, optional: { label, ...optional } });

  const postback = {
    displayText: spoken,
    inputOption: oneOf('closeRichMenu', 'openRichMenu', 'openKeyboard', 'openVoice'),
    fillInText: spoken,
    ...(place === 'quickReply' ? {} : { text: spoken }),
  };
  return byType({
    postback: all(action({ data }, postback), notBoth, fillInNeedsKeyboard),
    message: action({ text: spoken }),
    uri: action({ uri }, { altUri: record({ optional: { desktop: uri } }) }),
    datetimepicker: all(
      action(
        { data, mode: oneOf('date', 'time', 'datetime') },
        { initial: anything, min: anything, max: anything },
      ),
      timesFitMode,
    ),
    clipboard: action({ clipboardText: text({ max: CLIPBOARD_MAX }) }),
    ...(place === 'quickReply' ? { camera: action({}), cameraRoll: action({}), location: action({}) } : {}),
    ...(place === 'richMenu'
      ? {
          richmenuswitch: action({
            data,
            richMenuAliasId: matching(/^[a-z0-9_-]{1,32}$/, 'invalid rich menu alias'),
          }),
        }
      : {}),
  });
}

const RULES: Record<ActionPlace, Rule> = {
  quickReply: actionRules('quickReply'),
  template: actionRules('template'),
  imageCarousel: actionRules('imageCarousel'),
  richMenu: actionRules('richMenu'),
  flexButton: actionRules('flexButton'),
  flexOther: actionRules('flexOther'),
};

export function action(place: ActionPlace): Rule {
  return RULES[place];
}
