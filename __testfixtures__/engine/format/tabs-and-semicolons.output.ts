import { recorder } from 'taro-modernize/runtime/recorder';

export class Recorder {
	/** 录音 */
	public start( ): void {
		recorder.start ( { success : ( res ) => { console.log( res ); } } );
		if ( this.ready ) { recorder
			// the end
			.stop( ); }
	}
	ready = true;
}
