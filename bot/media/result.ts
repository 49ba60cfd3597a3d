/** Why a file was not kept. What the resident is told about each is in the catalogue. */
export type RefusedMedia = {
  ok: false;
  reason: 'too_large' | 'unreadable' | 'too_many_pixels' | 'too_slow';
};

/** A JPEG in sRGB that carries pixels and nothing else; width and height in pixels, already upright. */
export type CleanPhoto = {
  ok: true;
  kind: 'photo';
  mime: 'image/jpeg';
  bytes: Uint8Array;
  width: number;
  height: number;
};

/** One AAC track in MP4 without tags, dates or names; `seconds` is counted from its frames. */
export type CleanVoice = { ok: true; kind: 'voice'; mime: 'audio/mp4'; bytes: Uint8Array; seconds: number };

export type CleanResult = CleanPhoto | CleanVoice | RefusedMedia;

export function refused(reason: RefusedMedia['reason']): RefusedMedia {
  return { ok: false, reason };
}
