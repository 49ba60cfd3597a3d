import { mount } from '../form/mount.ts';
import { TrackForm } from './track-form.tsx';

mount(TrackForm);
