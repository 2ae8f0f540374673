import Taro from '@tarojs/taro';

export class Recorder {
	/** 录音 */
	public start( ): void {
		Taro . startRecord ( { success : ( res ) => { console.log( res ); } } );
		if ( this.ready ) { Taro
			// the end
			.stopRecord( ); }
	}
	ready = true;
}
