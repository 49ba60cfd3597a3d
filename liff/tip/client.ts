import { mount } from '../form/mount.ts';
import { TipForm } from './tip-form.tsx';

mount(TipForm);
