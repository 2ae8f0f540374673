import { transformFor } from './transform';

/** jscodeshift transform: startRecord / stopRecord → RecorderManager. */
export default transformFor('start-record-to-recorder-manager');
