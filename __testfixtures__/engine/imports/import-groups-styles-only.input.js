// The page's own styles.
import './index.scss'
import styles from './index.module.css'

wx.startRecord({ styles })
