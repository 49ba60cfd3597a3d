/** What the page reads of the control API and of LINE's message objects. Types only. */

import type { CallView, ChatMessageView, GroupView, PersonView, StateView } from '../contract.ts';

export type { Faults, FaultsChange, Role } from '../contract.ts';
export type Person = PersonView;
export type Group = GroupView;
export type LoggedCall = CallView;

/** An action of LINE's, as the bot sent it: only `type` is certain until it is looked at. */
export interface Action {
  type: string;
  label?: string;
  data?: string;
  displayText?: string;
  text?: string;
  uri?: string;
  clipboardText?: string;
  inputOption?: string;
  fillInText?: string;
}

/** Pixels of the rich menu's image. */
export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface RichMenu {
  richMenuId: string;
  size: { width: number; height: number };
  chatBarText: string;
  areas: { bounds: Bounds; action: Action }[];
  imageUrl: string;
}

export type State = Omit<StateView, 'richMenu'> & { richMenu: RichMenu | null };

export interface QuickReplyItem {
  action: Action;
  imageUrl?: string;
}

/** A LINE message object; which fields are there depends on its kind. */
export interface MessageBody {
  text?: string;
  contentUrl?: string;
  originalContentUrl?: string;
  previewImageUrl?: string;
  /** Milliseconds. */
  duration?: number;
  fileName?: string;
  title?: string;
  address?: string;
  latitude?: number;
  longitude?: number;
  packageId?: string;
  stickerId?: string;
  altText?: string;
  contents?: FlexContainer;
  template?: Template;
}

export type Message = Omit<ChatMessageView, 'message' | 'quickReply'> & {
  message: MessageBody;
  quickReply?: QuickReplyItem[];
};

export interface Chat {
  chatId: string;
  messages: Message[];
}

/** One component of a Flex message: the union of the fields of all types. */
export interface FlexComponent {
  type: string;
  layout?: string;
  contents?: FlexComponent[];
  action?: Action;
  text?: string;
  url?: string;
  previewUrl?: string;
  altContent?: FlexComponent;
  flex?: number;
  size?: string;
  weight?: string;
  color?: string;
  align?: string;
  gravity?: string;
  wrap?: boolean;
  maxLines?: number;
  lineSpacing?: string;
  style?: string;
  decoration?: string;
  height?: string;
  width?: string;
  maxWidth?: string;
  maxHeight?: string;
  spacing?: string;
  margin?: string;
  position?: string;
  offsetTop?: string;
  offsetBottom?: string;
  offsetStart?: string;
  offsetEnd?: string;
  paddingAll?: string;
  paddingTop?: string;
  paddingBottom?: string;
  paddingStart?: string;
  paddingEnd?: string;
  backgroundColor?: string;
  background?: { type: string; angle: string; startColor: string; endColor: string };
  borderColor?: string;
  borderWidth?: string;
  cornerRadius?: string;
  justifyContent?: string;
  alignItems?: string;
  aspectRatio?: string;
  aspectMode?: string;
}

export interface FlexBlockStyle {
  backgroundColor?: string;
  separator?: boolean;
  separatorColor?: string;
}

export interface FlexBubble {
  type: 'bubble';
  size?: string;
  direction?: string;
  header?: FlexComponent;
  hero?: FlexComponent;
  body?: FlexComponent;
  footer?: FlexComponent;
  styles?: { header?: FlexBlockStyle; hero?: FlexBlockStyle; body?: FlexBlockStyle; footer?: FlexBlockStyle };
  action?: Action;
}

export type FlexContainer = FlexBubble | { type: 'carousel'; contents: FlexBubble[] };

export interface TemplateColumn {
  thumbnailImageUrl?: string;
  imageUrl?: string;
  title?: string;
  text?: string;
  actions?: Action[];
  action?: Action;
  defaultAction?: Action;
}

export interface Template extends TemplateColumn {
  type: string;
  columns?: TemplateColumn[];
}

/** What a drawn message may ask of the phone it is drawn on. */
export interface Hands {
  perform: (action: Action) => void;
  openMessageMenu: (message: Message) => void;
}
