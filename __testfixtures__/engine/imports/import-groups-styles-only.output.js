import { recorder } from 'taro-modernize/runtime/recorder'

// The page's own styles.
import './index.scss'
import styles from './index.module.css'

recorder.start({ styles })
