// @ts-check
import { element, webAddress } from './dom.js';
import {
  aspectRatio,
  BUBBLE_WIDTH,
  borderWidth,
  color,
  imageSize,
  offset,
  space,
  style,
  textSize,
} from './flex-style.js';

/** @typedef {import('./contract.ts').FlexComponent} Component */
/** @typedef {import('./contract.ts').FlexBubble} Bubble */
/** @typedef {import('./contract.ts').Hands} Hands */

const JUSTIFY = ['center', 'flex-start', 'flex-end', 'space-between', 'space-around', 'space-evenly'];
const ALIGN = ['center', 'flex-start', 'flex-end'];
const SIDES = {
  start: 'flex-start',
  center: 'center',
  end: 'flex-end',
  top: 'flex-start',
  bottom: 'flex-end',
};

/** @param {readonly string[]} allowed @param {string | undefined} value */
const oneOf = (allowed, value) => (value !== undefined && allowed.includes(value) ? value : undefined);

/** @param {string | undefined} value */
const side = (value) => SIDES[/** @type {keyof typeof SIDES} */ (value ?? '')];

/**
 * A component that does something when pressed, other than a button: pressed by finger, mouse or keyboard.
 *
 * @param {HTMLElement} node @param {Component | Bubble} component @param {Hands} hands
 */
function pressable(node, component, hands) {
  const action = component.action;
  if (action === undefined) return;
  node.setAttribute('role', 'button');
  node.setAttribute('tabindex', '0');
  node.dataset.testid = 'flex-action';
  if (action.label) node.setAttribute('aria-label', action.label);
  /** @param {Event} event */
  const press = (event) => {
    event.stopPropagation();
    hands.perform(action);
  };
  node.addEventListener('click', press);
  node.addEventListener('keydown', (event) => {
    if (event.target !== node || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    press(event);
  });
}

/** @param {HTMLElement} node @param {Component} text */
function textStyle(node, text) {
  style(node, {
    'font-size': text.size === undefined ? undefined : textSize(text.size),
    'font-weight': text.weight === 'bold' ? 700 : undefined,
    'font-style': text.style === 'italic' ? 'italic' : undefined,
    'text-decoration': oneOf(['underline', 'line-through'], text.decoration),
    color: color(text.color),
  });
}

/** @param {Component} component */
function drawText(component) {
  const node = element('div', { class: component.wrap ? 'flex-text wrap' : 'flex-text' });
  textStyle(node, { ...component, size: component.size ?? 'md' });
  style(node, { 'text-align': oneOf(['start', 'center', 'end'], component.align) });
  if (component.wrap && component.maxLines) {
    node.classList.add('clamp');
    style(node, { '-webkit-line-clamp': Math.trunc(Number(component.maxLines)) });
  }
  const gap = space(component.lineSpacing);
  if (gap !== undefined) style(node, { 'line-height': `calc(1.45em + ${gap})` });
  if (component.contents?.length) {
    for (const span of component.contents) {
      const part = element('span', {}, span.text ?? '');
      textStyle(part, span);
      node.append(part);
    }
  } else node.append(component.text ?? '');
  return node;
}

/** @param {Component} component @param {Hands} hands */
function drawButton(component, hands) {
  const action = component.action ?? { type: 'message' };
  const look = oneOf(['primary', 'secondary'], component.style) ?? 'link';
  const node = element(
    'button',
    {
      type: 'button',
      class: `flex-button ${look} ${component.height === 'sm' ? 'small' : 'medium'}`,
      'data-testid': 'flex-button',
      title: action.label ?? '',
      onclick: (event) => {
        event.stopPropagation();
        hands.perform(action);
      },
    },
    element('span', {}, action.label ?? ''),
  );
  style(node, { [look === 'link' ? 'color' : 'background-color']: color(component.color) });
  return node;
}

/** @param {Component} component */
function drawImage(component) {
  const node = element('div', { class: 'flex-image' });
  const picture = element('img', { alt: '', src: webAddress(component.url), loading: 'lazy' });
  style(node, { width: imageSize(component.size), 'align-self': side(component.align) ?? 'center' });
  style(picture, {
    'aspect-ratio': aspectRatio(component.aspectRatio),
    'object-fit': component.aspectMode === 'cover' ? 'cover' : 'contain',
    'background-color': color(component.backgroundColor),
  });
  node.append(picture);
  return node;
}

/** @param {Component} component */
function drawIcon(component) {
  const node = element('img', { class: 'flex-icon', alt: '', src: webAddress(component.url) });
  style(node, { height: textSize(component.size), 'aspect-ratio': aspectRatio(component.aspectRatio) });
  return node;
}

/** @param {Component} component @param {Hands} hands */
function drawBox(component, hands) {
  const layout = oneOf(['horizontal', 'vertical', 'baseline'], component.layout) ?? 'vertical';
  const node = element('div', { class: `flex-box ${layout}` });
  const gradient = component.background;
  const angle = gradient && /^\d{1,3}(\.\d+)?deg$/.test(gradient.angle) ? gradient.angle : undefined;
  const [from, to] = [color(gradient?.startColor), color(gradient?.endColor)];
  style(node, {
    padding: space(component.paddingAll),
    'padding-top': space(component.paddingTop),
    'padding-bottom': space(component.paddingBottom),
    'padding-inline-start': space(component.paddingStart),
    'padding-inline-end': space(component.paddingEnd),
    'background-color': color(component.backgroundColor),
    'background-image': angle && from && to ? `linear-gradient(${angle}, ${from}, ${to})` : undefined,
    'border-radius': space(component.cornerRadius),
    'border-width': borderWidth(component.borderWidth),
    'border-style': component.borderWidth ? 'solid' : undefined,
    'border-color': color(component.borderColor),
    'justify-content': oneOf(JUSTIFY, component.justifyContent),
    'align-items': oneOf(ALIGN, component.alignItems),
    width: space(component.width),
    height: space(component.height),
    'max-width': space(component.maxWidth),
    'max-height': space(component.maxHeight),
    overflow: component.cornerRadius ? 'hidden' : undefined,
  });
  (component.contents ?? []).forEach((child, index) => {
    const drawn = drawComponent(child, hands);
    if (drawn === undefined) return;
    place(drawn, child, layout, index === 0 ? undefined : (child.margin ?? component.spacing));
    node.append(drawn);
  });
  return node;
}

/** @param {HTMLElement} node @param {Component} child @param {string} layout @param {string | undefined} margin */
function place(node, child, layout, margin) {
  const upright = layout === 'vertical';
  const still = ['icon', 'separator', 'spacer'].includes(child.type);
  const share = child.flex ?? (child.type === 'filler' ? 1 : upright || still || child.width ? 0 : 1);
  const grow = Math.max(0, Math.trunc(Number(share)));
  style(node, {
    flex: upright ? `${grow} 0 auto` : grow === 0 ? '0 0 auto' : `${grow} 1 0`,
    [upright ? 'margin-top' : 'margin-inline-start']: space(margin),
    position: oneOf(['absolute'], child.position),
    top: offset(child.offsetTop),
    bottom: offset(child.offsetBottom),
    'inset-inline-start': offset(child.offsetStart),
    'inset-inline-end': offset(child.offsetEnd),
  });
  if (layout === 'horizontal') style(node, { 'align-self': side(child.gravity) });
}

/** @param {Component} component @param {Hands} hands @returns {HTMLElement | undefined} */
function drawComponent(component, hands) {
  switch (component.type) {
    case 'box': {
      const box = drawBox(component, hands);
      pressable(box, component, hands);
      return box;
    }
    case 'text': {
      const text = drawText(component);
      pressable(text, component, hands);
      return text;
    }
    case 'image': {
      const image = drawImage(component);
      pressable(image, component, hands);
      return image;
    }
    case 'button':
      return drawButton(component, hands);
    case 'icon':
      return drawIcon(component);
    case 'separator': {
      const line = element('div', { class: 'flex-separator' });
      style(line, { 'background-color': color(component.color) });
      return line;
    }
    case 'spacer': {
      const gap = element('div');
      style(gap, { height: space(component.size ?? 'md'), width: space(component.size ?? 'md') });
      return gap;
    }
    case 'filler':
      return element('div');
    case 'video':
      return component.altContent
        ? drawComponent(component.altContent, hands)
        : drawImage({ ...component, url: component.previewUrl ?? '', size: 'full', aspectMode: 'cover' });
    default:
      return undefined;
  }
}

/** @param {Bubble} bubble @param {Hands} hands */
function drawBubble(bubble, hands) {
  const size = BUBBLE_WIDTH[bubble.size ?? 'mega'] === undefined ? 'mega' : (bubble.size ?? 'mega');
  const node = element('div', { class: `flex-bubble ${size}` });
  if (bubble.direction === 'rtl') node.dir = 'rtl';
  style(node, { width: `${BUBBLE_WIDTH[size]}px` });
  for (const block of /** @type {const} */ (['header', 'hero', 'body', 'footer'])) {
    const component = bubble[block];
    const drawn = component && drawComponent(component, hands);
    if (drawn === undefined) continue;
    const look = bubble.styles?.[block];
    const part = element('div', { class: `flex-${block}` }, drawn);
    style(part, { 'background-color': color(look?.backgroundColor) });
    if (look?.separator)
      style(part, { 'border-top': `1px solid ${color(look.separatorColor) ?? '#d4d6da'}` });
    node.append(part);
  }
  pressable(node, bubble, hands);
  return node;
}

/**
 * A Flex message's container, drawn as near to LINE's own as the page can.
 *
 * @param {import('./contract.ts').FlexContainer} container
 * @param {Hands} hands
 */
export function drawFlex(container, hands) {
  if (container.type !== 'carousel') return drawBubble(container, hands);
  return element(
    'div',
    { class: 'carousel', role: 'group', 'aria-label': 'การ์ดเลื่อนดูได้', tabindex: 0 },
    ...container.contents.map((bubble) => drawBubble(bubble, hands)),
  );
}
