import {
  ADTS,
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedPacketSink,
  Input,
  Logging,
  LogLevel,
  MP4,
  Mp4OutputFormat,
  Output,
} from 'mediabunny';
import { type AacStream, readAacConfig } from './aac-config.ts';
import { readAdtsFrame, withoutSignature } from './aac-frame.ts';
import { MEDIA_LIMITS } from './limits.ts';
import { blankMp4Tags } from './mp4-tags.ts';
import { type CleanVoice, type RefusedMedia, refused } from './result.ts';

const LIMITS = MEDIA_LIMITS.voice;

Logging.level = LogLevel.Silent;

type Sound = { stream: AacStream; frames: Uint8Array[] };

/**
 * Copies the AAC frames of an MP4 or ADTS file into a new MP4, timed by their number alone. Blanks the tags in the
 * given octets too. May run for as long as a malicious file makes it: call it where it can be stopped.
 *
 * @throws what `mediabunny` throws for a file that it cannot read.
 */
export async function remuxVoice(bytes: Uint8Array): Promise<CleanVoice | RefusedMedia> {
  const sound = await readSound(bytes);
  if ('ok' in sound) return sound;
  const mp4 = await writeMp4(sound);
  if (!blankMp4Tags(mp4)) return refused('unreadable');
  if (mp4.length > LIMITS.keptOctets) return refused('too_large');
  return { ok: true, kind: 'voice', mime: 'audio/mp4', bytes: mp4, seconds: secondsOf(sound) };
}

async function readSound(bytes: Uint8Array): Promise<Sound | RefusedMedia> {
  const isMp4 = String.fromCharCode(...bytes.subarray(4, 8)) === 'ftyp';
  if (isMp4 && !blankMp4Tags(bytes)) return refused('unreadable');

  using input = new Input({ formats: [isMp4 ? MP4 : ADTS], source: new BufferSource(bytes) });
  const track = await input.getPrimaryAudioTrack();
  if (track === null || (await track.getCodec()) !== 'aac') return refused('unreadable');
  const description = (await track.getDecoderConfig())?.description;
  let stream = isMp4 && description !== undefined ? readAacConfig(octetsOf(description)) : null;

  const frames: Uint8Array[] = [];
  let octets = 0;
  for await (const packet of new EncodedPacketSink(track).packets()) {
    const frame = isMp4 ? { raw: packet.data, description: null } : readAdtsFrame(packet.data);
    if (frame?.description) stream ??= readAacConfig(frame.description);
    if (!frame || stream === null) return refused('unreadable');
    const clean = withoutSignature(frame.raw, stream.channels);
    if (clean === null) return refused('unreadable');
    frames.push(clean);
    octets += clean.length;
    if (octets > LIMITS.keptOctets || secondsOf({ stream, frames }) > LIMITS.seconds)
      return refused('too_large');
  }
  return stream === null || frames.length === 0 ? refused('unreadable') : { stream, frames };
}

async function writeMp4({ stream, frames }: Sound): Promise<Uint8Array> {
  const { config: description, sampleRate, channels: numberOfChannels } = stream;
  const decoderConfig = { codec: 'mp4a.40.2', sampleRate, numberOfChannels, description };
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const source = new EncodedAudioPacketSource('aac');
  output.addAudioTrack(source);
  await output.start();
  const frameSeconds = stream.samplesPerFrame / sampleRate;
  for (const [index, frame] of frames.entries()) {
    await source.add(new EncodedPacket(frame, 'key', index * frameSeconds, frameSeconds), { decoderConfig });
  }
  await output.finalize();
  return target.buffer === null ? new Uint8Array() : new Uint8Array(target.buffer);
}

function secondsOf({ stream, frames }: Sound): number {
  return (frames.length * stream.samplesPerFrame) / stream.sampleRate;
}

function octetsOf(source: AllowSharedBufferSource): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
}
