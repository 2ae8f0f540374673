import { transformFor } from './transform';

/** jscodeshift transform: playVoice / pauseVoice / stopVoice → InnerAudioContext. */
export default transformFor('play-voice-to-inner-audio-context');
